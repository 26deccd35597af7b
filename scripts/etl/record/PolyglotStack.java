package etl.record;

import com.fasterxml.jackson.databind.JsonNode;

import etl.Failure;
import etl.result.Language;
import etl.result.PolyglotFacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A system's stack whose schedule holds the job in all languages. Its folder says how: a
/// `compose.polyglot.yml` that is laid over, and a file per language in `polyglot/` with what had
/// to be written for it.
///
/// @param folder of the system
record PolyglotStack(String system, Path folder) {

    private static final String OVERRIDE = "compose.polyglot.yml";
    private static final String DEFINITIONS = "polyglot";
    private static final String JOB = "/app/etl_task.py";

    /// Files that are a program, by their ending; all others are data.
    private static final List<String> PROGRAMS = List.of(".py", ".js", ".mjs", ".ts");

    /// Whether the folder has what it takes.
    boolean isDefined() {
        return Files.exists(folder.resolve(OVERRIDE));
    }

    /// The file that was written for a language.
    ///
    /// @throws Failure when there is none
    Path definition(Language language) {
        Path definitions = folder.resolve(DEFINITIONS);
        try (Stream<Path> files = Files.list(definitions)) {
            return files.filter(f -> f.getFileName().toString().startsWith(language.key() + "."))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new Failure(
                                            "%s: no file %s.…: nothing defines that job"
                                                    .formatted(definitions, language.key())));
        } catch (IOException e) {
            throw new Failure(definitions + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    /// Lines that had to be written for a language; comments and empty lines are none.
    int lines(Language language) {
        Path file = definition(language);
        try {
            return (int)
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .filter(line -> !line.startsWith("#") && !line.startsWith("//"))
                            .count();
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// Whether that is a program against the system's SDK.
    boolean isProgram(Language language) {
        String name = definition(language).getFileName().toString();
        return PROGRAMS.stream().anyMatch(name::endsWith);
    }

    /// The stack with the schedule of all languages, and with the images that hold their jobs.
    ///
    /// @param stack the system's own, labelled
    /// @param slate where recipes and override go
    ComposeProject over(Engine engine, ComposeProject stack, Path slate) {
        ComposeProject scheduled = stack.with(folder.resolve(OVERRIDE));
        StringBuilder yaml = new StringBuilder("# written by polyglot.java\nservices:\n");
        for (var service : scheduled.config().path("services").properties()) {
            if (runsTheJob(service.getValue())) {
                String tag = tag(service.getKey());
                String base = service.getValue().path("image").asText();
                PolyglotImage.build(engine, tag, system, base, slate);
                yaml.append(
                        "  %s:\n    image: %s\n    pull_policy: never\n"
                                .formatted(service.getKey(), tag));
            }
        }
        Path file = slate.resolve(stack.name() + ".polyglot.yml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
        return scheduled.with(file);
    }

    /// Name of the image that a service of the stack gets.
    String tag(String service) {
        return "etlbench/polyglot-%s-%s:1".formatted(system, service);
    }

    /// Whether a service is there for the job only, as the folder says: its runtime need not be in
    /// the system's own image.
    boolean isJobContainer(String service) {
        return PolyglotFacts.jobContainer(folder.resolve(OVERRIDE))
                .filter(container -> container.equals(service))
                .isPresent();
    }

    /// Services in which the job runs, or which start it.
    List<String> jobServices(ComposeProject stack) {
        List<String> services = new ArrayList<>();
        for (var service : stack.config().path("services").properties()) {
            if (runsTheJob(service.getValue())) {
                services.add(service.getKey());
            }
        }
        return services;
    }

    private static boolean runsTheJob(JsonNode service) {
        return service.path("volumes")
                .valueStream()
                .anyMatch(volume -> volume.path("target").asText().equals(JOB));
    }
}
