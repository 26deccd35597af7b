package etl.record;

import etl.Failure;
import etl.result.Language;
import etl.result.PolyglotFacts;
import etl.result.PolyglotRecord.NotBuilt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

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

    /// Builds the images that hold the jobs.
    ///
    /// @param stack the system's own, labelled
    /// @param slate where recipes go
    /// @param languages those whose jobs are built
    /// @param interrupt ends it early
    /// @return those whose runtime cannot be installed there; the images hold the others
    /// @throws Failure when an image cannot be built at all
    List<NotBuilt> build(
            Engine engine,
            ComposeProject stack,
            Path slate,
            Collection<Language> languages,
            BooleanSupplier interrupt) {
        List<NotBuilt> notBuilt = new ArrayList<>();
        List<Language> left = new ArrayList<>(languages);
        scheduled(stack)
                .jobServices()
                .forEach(
                        (name, service) -> {
                            String base = service.path("image").asText();
                            try {
                                PolyglotImage.build(engine, tag(name), system, base, slate, left);
                            } catch (EngineAway e) {
                                throw e;
                            } catch (Failure e) {
                                // of all languages it alone is installed there: what else is wrong
                                // shows again without it
                                if (interrupt.getAsBoolean() || !left.remove(Language.NODE)) {
                                    throw e;
                                }
                                PolyglotImage.build(engine, tag(name), system, base, slate, left);
                                notBuilt.add(new NotBuilt(Language.NODE, e.getMessage()));
                            }
                        });
        return List.copyOf(notBuilt);
    }

    private ComposeProject scheduled(ComposeProject stack) {
        return stack.with(folder.resolve(PolyglotFacts.OVERRIDE));
    }

    /// The stack with the schedule of all languages, and with the images that hold their jobs.
    ///
    /// @param stack the system's own, labelled
    /// @param slate where the override goes
    ComposeProject over(ComposeProject stack, Path slate) {
        ComposeProject scheduled = scheduled(stack);
        StringBuilder yaml = new StringBuilder("# written by polyglot.java\nservices:\n");
        for (String name : scheduled.jobServices().keySet()) {
            yaml.append(
                    "  %s:\n    image: %s\n    pull_policy: never\n".formatted(name, tag(name)));
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
        return PolyglotFacts.jobContainer(folder)
                .filter(container -> container.equals(service))
                .isPresent();
    }
}
