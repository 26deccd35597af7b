//SOURCES StartedSuite.java
//SOURCES SuiteRemains.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/// A system that fires every three seconds, each time in the next language; its Wasm job is not
/// there.
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
                            "/tasks/go/etl_task", "node /tasks/node/etl_task.mjs", "/nowhere"]
                    while True:
                        time.sleep(3 - time.time() % 3)
                        subprocess.run(jobs[int(time.time() // 3) % 5], shell=True)
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

    @Test
    void eachLanguageIsMeasuredByItself(SuiteRepository repository) throws Exception {
        define(repository.quickSystem("tongues", Map.of()));
        Path set = repository.set("polyglot-set");
        StartedSuite started =
                repository.startScript(
                        null, "polyglot", List.of("tongues", "--out", set.toString()));
        assertEquals(Cli.OK, started.end(), started::text);

        PolyglotRecord record = PolyglotRecord.read(set.resolve("polyglot/tongues.json"));
        for (Language language : Language.values()) {
            Taken taken = record.of(language).orElseThrow();
            boolean runs = language != Language.WASM;
            assertEquals(5, taken.expected(), started::text);
            assertEquals(
                    runs ? Verdict.SHELL_COMMAND : Verdict.DOES_NOT_RUN,
                    taken.verdict(),
                    () -> taken + started.text());
            assertEquals(1, taken.lines());
            assertEquals(runs ? "scheduler" : null, taken.service());
            assertTrue(taken.imageMib() > 0, taken::toString);
        }
        assertTrue(
                record.of(Language.NODE).orElseThrow().imageMib()
                        > record.of(Language.RUST).orElseThrow().imageMib());
        assertEquals(6, Files.readAllLines(set.resolve("polyglot.csv")).size());
        assertEquals(List.of(), SuiteRemains.labelled());
    }

    @Test
    void aSystemThatDoesNotSayHowIsNamed(SuiteRepository repository) throws Exception {
        repository.quickSystem("mute", Map.of());
        Path set = repository.set("mute-set");
        StartedSuite started =
                repository.startScript(null, "polyglot", List.of("mute", "--out", set.toString()));

        assertEquals(Cli.FAILED, started.end(), started::text);
        assertTrue(started.text().contains("compose/mute has no compose.polyglot.yml"));
    }
}
