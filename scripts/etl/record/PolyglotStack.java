package etl.record;

import etl.Failure;
import etl.result.Language;
import etl.result.PolyglotFacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// A system's stack whose schedule holds the job in all languages, as its folder says, see
/// [PolyglotFacts].
///
/// @param folder of the system
record PolyglotStack(String system, Path folder) {

    /// Files that are a program, by their ending; all others are data.
    private static final List<String> PROGRAMS = List.of(".py", ".js", ".mjs", ".ts");

    /// Whether the folder has what it takes.
    boolean isDefined() {
        return Files.exists(folder.resolve(PolyglotFacts.OVERRIDE));
    }

    /// Looks whether every language has its file.
    ///
    /// @throws Failure that names the first that has none
    void requireDefinitions() {
        for (Language language : Language.values()) {
            PolyglotFacts.definition(folder, language);
        }
    }

    /// Lines that had to be written for a language; comments and empty lines are none.
    int lines(Language language) {
        Path file = PolyglotFacts.definition(folder, language);
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
        String name = PolyglotFacts.definition(folder, language).getFileName().toString();
        return PROGRAMS.stream().anyMatch(name::endsWith);
    }

    /// The stack with the schedule of all languages, and with the images that hold their jobs.
    ///
    /// @param stack the system's own, labelled
    /// @param slate where recipes and override go
    /// @param languages those whose jobs are built
    ComposeProject over(
            Engine engine, ComposeProject stack, Path slate, Collection<Language> languages) {
        ComposeProject scheduled = stack.with(folder.resolve(PolyglotFacts.OVERRIDE));
        StringBuilder yaml = new StringBuilder("# written by polyglot.java\nservices:\n");
        scheduled
                .jobServices()
                .forEach(
                        (name, service) -> {
                            String base = service.path("image").asText();
                            PolyglotImage.build(engine, tag(name), system, base, slate, languages);
                            yaml.append(
                                    "  %s:\n    image: %s\n    pull_policy: never\n"
                                            .formatted(name, tag(name)));
                        });
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
        return PolyglotFacts.jobContainer(folder)
                .filter(container -> container.equals(service))
                .isPresent();
    }
}
