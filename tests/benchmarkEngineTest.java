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
import etl.result.JobFacts;
import etl.result.Run;
import etl.result.Sample;
import etl.result.SamplesCsv;

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
        assertEquals(
                new JobFacts(
                        null, "a loop in compose.yml", List.of("docker compose logs"), null, null),
                run.job());
        assertEquals(CaptureFiles.sha256(csv()), run.sha256().get("every-five.csv"));
        assertTrue(run.recorder().peakRssMib() > 0);
    }

    /// What was recorded for nothing before the window has left nothing in it.
    @Test
    void theFirstInstantHasNoneBeforeIt() {
        Outcome outcome = capture("--duration", "2s");

        assertEquals(Cli.OK, outcome.exit(), outcome.err());
        List<Sample> samples = new ArrayList<>();
        SamplesCsv.read(csv(), samples::add, w -> {});
        assertTrue(samples.getFirst().elapsedS() < 0.1);
        assertTrue(Double.isNaN(samples.getFirst().cpuPercent()));
        assertTrue(samples.get(1).cpuPercent() >= 0);
        Run.Interval interval = Capture.read(CaptureFiles.of(csv()), w -> {}).run().interval();
        assertEquals(samples.size(), interval.instants());
        assertEquals(2000 / interval.plannedMs() + 1, interval.instants() + interval.missed());
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
