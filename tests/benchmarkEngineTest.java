//SOURCES FiveSecondStack.java
//SOURCES Outcome.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.record.TestStack;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Fire;
import etl.result.Run;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `benchmark.java` as a person types it, against a real stack.
@NeedsEngine
class benchmarkEngineTest {

    @TempDir private static Path shared;
    @TempDir Path folder;

    private static TestStack stack;

    @BeforeAll
    static void start() throws IOException {
        stack = FiveSecondStack.up(shared);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private Path csv() {
        return folder.resolve("every-five.csv");
    }

    private Outcome capture(String... options) {
        List<Object> all = new ArrayList<>(List.of("--project", stack.project(), "--now", csv()));
        all.addAll(List.of(options));
        return Outcome.of(new benchmark(), all.toArray());
    }

    private static void isOneLine(Outcome outcome) {
        assertEquals(Cli.FAILED, outcome.exit());
        assertEquals(1, outcome.errLines().size(), outcome.err());
    }

    @Test
    void aWindowIsKeptAndEveryFireIsSeen() {
        Outcome outcome = capture("--duration", "20s");

        assertEquals(Cli.OK, outcome.exit(), outcome.err());
        Capture capture = Capture.read(CaptureFiles.of(csv()), w -> {});
        assertEquals(5, outcome.out().lines().count(), outcome.out());
        assertTrue(outcome.out().contains("next      jbang analysis.java"));
        assertEquals(20, capture.timeline().lengthS(), capture.run().interval().plannedMs() / 1000);
        assertEquals(4, capture.fires().size());
        for (Fire fire : capture.fires()) {
            assertEquals(0, fire.exitCode());
            assertTrue(fire.durationMs() >= 500);
        }
        Run run = capture.run();
        assertEquals("normal", run.termination());
        assertEquals("Every five seconds", run.title());
        assertEquals("1.2.3", run.version());
        assertEquals(CaptureFiles.sha256(csv()), run.sha256().get("every-five.csv"));
        assertTrue(run.recorder().peakRssMib() > 0);
    }

    @Test
    void theOriginalsFormatIsReadBack() {
        Outcome outcome =
                capture("--duration", "5s", "--interval", "1s", "--format", "docker_stats");

        assertEquals(Cli.OK, outcome.exit(), outcome.err());
        Capture capture = Capture.read(CaptureFiles.of(csv()), w -> {});
        assertTrue(capture.timeline().complete().getLast().memoryMib() > 1);
        assertNull(capture.timeline().instants().getFirst().timestamp());
    }

    @Test
    void aProjectThatDoesNotRunIsNamedWithThoseThatDo() {
        Outcome outcome = Outcome.of(new benchmark(), "--project", "not-there", csv());

        isOneLine(outcome);
        assertTrue(outcome.err().contains("not-there is not running"));
        assertTrue(outcome.err().contains(stack.project()));
    }

    @Test
    void aNameThatIsNoSystemAsksForTheProject() {
        Outcome outcome = Outcome.of(new benchmark(), csv());

        isOneLine(outcome);
        assertTrue(outcome.err().contains("--project"));
        assertTrue(outcome.err().contains(stack.project()));
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldBeforeTheWindow() {
        String csv = "/proc/no/such/place.csv";

        Outcome outcome = Outcome.of(new benchmark(), "--project", stack.project(), "--now", csv);

        isOneLine(outcome);
        assertTrue(outcome.err().contains(csv));
    }
}
