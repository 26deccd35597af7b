//SOURCES StartedSuite.java
//SOURCES SuiteRemains.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.record.Shell;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.SuiteRecord;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A suite that a person stops, or that cannot write any more: what is kept, what is left.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class suiteStopTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @BeforeAll
    static void systems(SuiteRepository repository) throws IOException {
        repository.system("five", Map.of());
        repository.system("refused", Map.of("init: true", "innit: true"));
    }

    @Test
    void aCtrlCSavesWhatIsThereAndTakesTheStackDown(SuiteRepository repository) throws Exception {
        Path set = repository.set("interrupted");
        StartedSuite suite =
                repository.start("five", "refused", "--repeats", "2", "--out", set.toString());
        Path csv = set.resolve("run-1/five.csv");
        suite.await("run-1/five: capture");
        suite.awaitRows(csv);
        StartedSuite second = repository.run("five", "--out", repository.set("none").toString());
        suite.ctrlC();

        assertEquals(Cli.INTERRUPTED, suite.end(), suite.text());
        Capture capture = Capture.read(CaptureFiles.of(csv), w -> {});
        assertEquals("interrupted", capture.run().termination());
        assertTrue(capture.run().sha256().containsKey("five.csv"));
        assertNull(SuiteRecord.read(set.resolve(SuiteRecord.NAME)).ended());
        assertEquals(List.of(), SuiteRemains.labelled());
        assertEquals(List.of(), SuiteRemains.folders());
        assertEquals(
                List.of(
                        "interrupted; go on with: ./jbangw suite five refused --repeats 2"
                                + " --duration 10000ms --resume --out "
                                + set),
                suite.lines("interrupted"));
        assertEquals(
                List.of("run-1/five", "run-1/refused", "run-2/refused", "run-2/five"),
                SuiteRecord.read(set.resolve(SuiteRecord.NAME)).order());

        assertEquals(Cli.FAILED, second.end());
        assertTrue(
                second.text()
                        .contains("another measurement is running (pid %d)".formatted(suite.pid())),
                second.text());
        assertFalse(Files.exists(repository.set("none")));
    }

    @Test
    void aSecondCtrlCEndsAtOnceAndTheNextStartRemovesWhatIsLeft(SuiteRepository repository)
            throws Exception {
        Path set = repository.set("twice");
        StartedSuite suite = repository.start("five", "--out", set.toString());
        suite.await("five: settle");
        Shell.check(LIMIT, "docker", "pause", "etlbench-five-scheduler-1"); // its end takes longer
        suite.ctrlC();
        suite.await("five: down");
        suite.ctrlC();

        assertEquals(Cli.INTERRUPTED, suite.end(), suite.text());
        assertFalse(SuiteRemains.labelled().isEmpty(), "it left at once");
        StartedSuite next = repository.run("refused", "--resume", "--out", set.toString());
        assertEquals(Cli.FAILED, next.end(), "there was nothing to measure");
        for (String kind : List.of("container", "network", "volume")) {
            assertEquals(1, next.lines("removing " + kind + " etlbench-five").size(), next.text());
        }
        assertEquals(List.of(), SuiteRemains.labelled());
        assertEquals(List.of(), SuiteRemains.folders());
    }

    @Test
    void aDiskThatFillsUpEndsTheSuiteAndTheStackIsTakenDown(SuiteRepository repository)
            throws Exception {
        Path set = Files.createDirectories(repository.set("full"));
        Shell.Result mounted =
                Shell.run(LIMIT, "mount", "-t", "tmpfs", "-o", "size=20k", "none", set.toString());
        assumeTrue(mounted.ok(), "a small disk can be made by root only");
        try {
            StartedSuite suite = repository.run("five", "--out", set.toString());

            assertEquals(Cli.FAILED, suite.end(), suite.text());
            assertTrue(suite.text().contains("No space left on device"), suite.text());
            assertFalse(suite.text().contains("\tat "), suite.text());
            assertEquals(List.of(), SuiteRemains.labelled());
        } finally {
            Shell.check(LIMIT, "umount", set.toString());
        }
    }
}
