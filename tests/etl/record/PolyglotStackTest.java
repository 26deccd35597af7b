package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Language;
import etl.result.PolyglotFacts;
import etl.result.PolyglotRecord.NotBuilt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A system whose image has no way to install anything.
@NeedsEngine
class PolyglotStackTest {

    private static final String SYSTEM = "bare" + ProcessHandle.current().pid();
    private static final String IMAGE = "etltest-%s:1".formatted(SYSTEM);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir private Path folder;

    private final List<Language> languages = List.of(Language.PYTHON, Language.NODE);

    @BeforeEach
    void makeTheImage() throws IOException {
        TestStack.image();
        Path recipe = folder.resolve("Dockerfile");
        Files.writeString(recipe, "FROM " + TestStack.IMAGE + "\nRUN rm /usr/bin/apt-get\n");
        Shell.check(LIMIT, "docker", "build", "--tag", IMAGE, folder.toString());
        languages.forEach(language -> PolyglotImage.buildTask(TestStack.repository(), language));
    }

    @AfterEach
    void removeTheImages() {
        String built = new PolyglotStack(SYSTEM, folder).tag("one");
        Shell.run(LIMIT, "docker", "image", "rm", "--force", built, IMAGE);
    }

    @Test
    void aRuntimeThatCannotBeInstalledIsNamedAndTheOthersAreThere() throws IOException {
        Path compose = folder.resolve("compose.yml");
        Files.writeString(
                compose,
                """
                name: etltest-bare
                services:
                  one:
                    image: %s
                    volumes: ["./Dockerfile:/app/etl_task.py:ro"]
                """
                        .formatted(IMAGE));
        Files.writeString(
                folder.resolve(PolyglotFacts.OVERRIDE), "services: { one: { init: true } }\n");
        PolyglotStack stack = new PolyglotStack(SYSTEM, folder);
        try (Engine engine = Engine.connect(null, null)) {
            List<NotBuilt> missing =
                    stack.build(
                            engine,
                            new ComposeProject("etltest-bare", List.of(compose)),
                            folder,
                            languages,
                            () -> false);

            assertEquals(List.of(Language.NODE), missing.stream().map(NotBuilt::language).toList());
            assertTrue(
                    missing.getFirst().text().startsWith("node is not measured: image "),
                    missing.getFirst().text());
        }
        String jobs = Shell.check(LIMIT, "docker", "run", "--rm", stack.tag("one"), "ls", "/tasks");
        assertTrue(jobs.contains("python"), jobs);
        assertFalse(jobs.contains("node"), jobs);
    }
}
