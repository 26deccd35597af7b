//SOURCES StartedSuite.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.record.PrivateEngine;
import etl.record.SuiteSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A suite whose engine goes away: a private one, never the machine's own.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class suiteEngineTest {

    @Test
    void anEngineThatRestartsDuringACaptureCostsThatRunOnly(SuiteRepository repository)
            throws Exception {
        Path set = repository.set("restarted");
        try (PrivateEngine engine = PrivateEngine.up()) {
            repository.system("restarted", Map.of());
            StartedSuite suite =
                    repository.startOn(
                            engine.host(), "restarted", "--repeats", "2", "--out", set.toString());
            suite.await("run-1/restarted: capture");
            suite.awaitRows(set.resolve("run-1/restarted.csv"));
            engine.restart();

            assertEquals(Cli.FAILED, suite.end(), suite.text());
            assertEquals(
                    List.of(
                            "run-1/restarted: failed in phase capture: the engine went away during"
                                    + " the window; the capture was put aside"),
                    suite.lines("run-1/restarted: failed"));
            assertTrue(new SuiteSet(set, 2).isComplete("run-2/restarted"), suite.text());
            assertFalse(Files.exists(set.resolve("run-1/restarted.csv")));
            try (Stream<Path> aside = Files.list(set.resolve("aside"))) {
                assertTrue(aside.anyMatch(f -> f.toString().endsWith("-restarted.csv")));
            }
        }
    }

    @Test
    void aCaptureWhoseEngineStaysAwayIsNoRun(SuiteRepository repository) throws Exception {
        Path set = repository.set("away");
        try (PrivateEngine engine = PrivateEngine.up("--live-restore")) {
            repository.system("away", Map.of());
            StartedSuite suite = repository.startOn(engine.host(), "away", "--out", set.toString());
            suite.await("away: capture");
            suite.awaitRows(set.resolve("away.csv"));
            engine.stop();
            try {
                assertEquals(Cli.FAILED, suite.end(), suite.text());
            } finally {
                engine.start();
            }

            assertEquals(
                    List.of(
                            "away: failed in phase capture: benchmark.java ended with exit code 1;"
                                    + " see the lines above; the capture was put aside"),
                    suite.lines("away: failed in phase capture"));
            assertTrue(suite.text().contains(": engine-lost: nothing proves"), suite.text());
            assertFalse(Files.exists(set.resolve("away.csv")));
            try (Stream<Path> aside = Files.list(set.resolve("aside"))) {
                assertTrue(aside.anyMatch(f -> f.toString().endsWith("-away.csv")));
            }
        }
    }

    @Test
    void imagesThatTheDiskHasNoRoomForFailAloneInOneLine(SuiteRepository repository)
            throws Exception {
        Path set = repository.set("full");
        String build =
                """
                init: true
                    build:
                      dockerfile_inline: |
                        FROM IMAGE
                        RUN head -c 900000000 /dev/zero > /large
                """;
        repository.system(
                "large", Map.of("image: IMAGE", "image: etlbench/large:1", "init: true", build));
        repository.system("small", Map.of());
        try (PrivateEngine engine = PrivateEngine.up(600)) {
            StartedSuite suite =
                    repository.startOn(engine.host(), "large", "small", "--out", set.toString());

            assertEquals(Cli.FAILED, suite.end(), suite.text());
            List<String> said = suite.lines("large: failed in phase images: ");
            assertEquals(1, said.size(), suite.text());
            assertTrue(
                    said.getFirst()
                            .endsWith(
                                    ": no space left on the disk of the engine's images; see:"
                                            + " docker system df"),
                    said.getFirst());
            assertTrue(new SuiteSet(set, 1).isComplete("small"), suite.text());
        }
    }
}
