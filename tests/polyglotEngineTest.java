//SOURCES StartedSuite.java
//SOURCES SuiteRemains.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.record.Shell;
import etl.result.Language;
import etl.result.PolyglotRecord;
import etl.result.PolyglotRecord.Taken;
import etl.result.PolyglotRecord.Verdict;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A system that fires every five seconds, each time in the next language, and does not know where
/// the Go job lies.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class polyglotEngineTest {

    private static final String OVERRIDE =
            """
            services:
              scheduler:
                command:
                  - python3
                  - -uc
                  - |
                    import subprocess, time
                    jobs = ["python3 /tasks/python/etl_task.py", "/tasks/rust/etl_task",
                            "/nowhere/etl_task", "node /tasks/node/etl_task.mjs", "/tasks/wasm/run"]
                    while True:
                        time.sleep(5 - time.time() % 5)
                        subprocess.run(jobs[int(time.time() // 5) % 5], shell=True)
            """;

    @AfterAll
    static void removeTheImage() {
        Shell.run(
                Duration.ofMinutes(1),
                "docker",
                "image",
                "rm",
                "--force",
                "etlbench/polyglot-tongues-scheduler:1");
    }

    private static void define(Path compose) throws IOException {
        Files.writeString(compose.resolveSibling("compose.polyglot.yml"), OVERRIDE);
        Path definitions = Files.createDirectories(compose.resolveSibling("polyglot"));
        for (Language language : Language.values()) {
            Files.writeString(
                    definitions.resolve(language.key() + ".txt"),
                    "# a comment\n\n" + String.join(" ", language.command()) + "\n");
        }
    }

    /// The compiler of one of them does not know what to do.
    @Test
    void eachLanguageIsMeasuredByItselfAndOneThatCannotBeBuiltIsNot(SuiteRepository repository)
            throws Exception {
        Path compose = repository.system("tongues", Map.of());
        define(compose);
        Path root = compose.getParent().getParent().getParent();
        Files.writeString(root.resolve("tasks/rust/src/main.rs"), "no program");
        Path set = repository.set("polyglot-set");
        StartedSuite started =
                repository.startScript(
                        null, "polyglot", List.of("tongues", "--out", set.toString()));
        assertEquals(Cli.FAILED, started.end(), started::text);
        assertTrue(started.text().contains("failed: rust is not measured: "), started::text);

        PolyglotRecord record = PolyglotRecord.read(set.resolve("polyglot/tongues.json"));
        assertEquals(
                List.of(Language.RUST),
                record.notBuilt().stream().map(PolyglotRecord.NotBuilt::language).toList());
        for (Taken taken : record.languages()) {
            boolean runs = taken.language() != Language.GO;
            assertEquals(5, taken.expected(), started::text);
            assertEquals(
                    runs ? Verdict.SHELL_COMMAND : Verdict.DOES_NOT_RUN,
                    taken.verdict(),
                    () -> taken + started.text());
            assertEquals(1, taken.lines());
            assertEquals(runs ? "scheduler" : null, taken.service());
            assertTrue(taken.imageMib() > 0, taken::toString);
        }
        assertEquals(4, record.languages().size());
        assertTrue(
                record.of(Language.NODE).orElseThrow().imageMib()
                        > record.of(Language.GO).orElseThrow().imageMib());
        List<String> rows = Files.readAllLines(set.resolve("polyglot.csv"));
        assertEquals(6, rows.size());
        assertTrue(rows.getLast().contains(",rust,not measured,"), rows.getLast());
        assertFalse(rows.getLast().contains(root.toString()), rows.getLast());
        assertEquals(List.of(), SuiteRemains.labelled());
        assertEquals("", failedBuilds());
    }

    /// Containers in which a step of a build has failed, as the Rust compiler does.
    private static String failedBuilds() {
        return Shell.check(
                Duration.ofMinutes(1),
                "docker",
                "ps",
                "--all",
                "--quiet",
                "--filter",
                "exited=101");
    }

    @Test
    void aLanguageWithoutDefinitionIsNamedBeforeAnythingIsStarted(SuiteRepository repository)
            throws Exception {
        Path compose = repository.system("half", Map.of());
        define(compose);
        Files.delete(compose.resolveSibling("polyglot/wasm.txt"));
        Path set = repository.set("half-set");
        StartedSuite started =
                repository.startScript(null, "polyglot", List.of("half", "--out", set.toString()));

        assertEquals(Cli.FAILED, started.end(), started::text);
        assertTrue(started.text().contains("no file wasm.…: nothing defines that job"));
        assertFalse(Files.exists(set.resolve("polyglot/half.csv")));
    }

    @Test
    void aSystemThatDoesNotSayHowIsNamed(SuiteRepository repository) throws Exception {
        repository.system("mute", Map.of());
        Path set = repository.set("mute-set");
        StartedSuite started =
                repository.startScript(null, "polyglot", List.of("mute", "--out", set.toString()));

        assertEquals(Cli.FAILED, started.end(), started::text);
        assertTrue(started.text().contains("compose/mute has no compose.polyglot.yml"));
    }
}
