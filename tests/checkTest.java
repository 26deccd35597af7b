import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.Cli;
import etl.result.CaptureFiles;
import etl.result.Fire;
import etl.result.JobsCsv;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class checkTest {

    private static final String NONE = "checked 1 captures and 0 systems: 0 problems, 0 warnings";
    private static final String ONE = "checked 1 captures and 0 systems: 1 problems, 0 warnings";

    @TempDir private Path folder;

    private RecordedSet set;
    private Path samples;
    private Path jobs;
    private Path run;

    @BeforeEach
    void record() throws IOException {
        set = RecordedSet.in(folder.resolve("results/today"));
        samples = set.samples();
        jobs = set.jobs();
        run = set.run();
    }

    private List<String> checkAll(int exitCode) {
        return set.check(exitCode, folder.resolve("results"));
    }

    @Test
    void aCaptureAsItWasRecordedIsClean() {
        assertEquals(List.of(NONE), checkAll(Cli.OK));
        assertEquals(List.of(NONE), set.check(Cli.OK, jobs));
        assertEquals(List.of(NONE), set.check(Cli.OK, samples.getParent()));
        assertEquals(List.of(), set.warnings());
    }

    @Test
    void aChangedDigitIsFoundByTheChecksum() throws IOException {
        String before = CaptureFiles.sha256(samples).substring(0, 12);
        Files.writeString(samples, Files.readString(samples).replaceFirst("25\\.0", "24.0"));
        assertEquals(
                List.of(
                        samples
                                + ": was changed after it was recorded: SHA-256 is "
                                + CaptureFiles.sha256(samples).substring(0, 12)
                                + "…, the run JSON says "
                                + before
                                + "…",
                        ONE),
                checkAll(Cli.FAILED));
    }

    @Test
    void aChangedJobsFileIsFoundByTheChecksum() throws IOException {
        Files.writeString(jobs, JobsCsv.text(List.of()));
        assertEquals(
                jobs + ": was changed after", checkAll(Cli.FAILED).getFirst().split(" it ")[0]);
    }

    @Test
    void aBadValueIsNamedWithItsLine() throws IOException {
        Files.writeString(
                samples, Files.readString(samples).replace("3.000,cron,25.0", "3.000,cron,x"));
        set.seal("normal");
        assertEquals(
                List.of(samples + ": line 5: memory_mib is not a number: 'x'", ONE),
                checkAll(Cli.FAILED));
    }

    @Test
    void aHoleIsNamedWithItsLine() throws IOException {
        Files.writeString(samples, RecordedSet.rows(s -> s < 10 || s > 15));
        set.seal("normal");
        assertEquals(
                List.of(samples + ": line 12: a hole of 7.0 s before this row", ONE),
                checkAll(Cli.FAILED));
    }

    @Test
    void aClockThatRunsBackIsNamedWithItsLine() throws IOException {
        Files.writeString(samples, Files.readString(samples).replace(":20.000Z,20", ":18.900Z,20"));
        set.seal("normal");
        assertEquals(
                samples
                        + ": line 22: timestamp runs backwards: "
                        + "2026-11-24T10:00:18.900Z after 2026-11-24T10:00:19.000Z",
                checkAll(Cli.FAILED).getFirst());
    }

    @Test
    void aContainerOfAnotherRunIsFound() throws IOException {
        Files.writeString(samples, Files.readString(samples).replace(",cron,", ",other,"));
        set.seal("normal");
        assertEquals(
                List.of(samples + ": the run JSON knows no container other", ONE),
                checkAll(Cli.FAILED));
    }

    @Test
    void aKilledRecorderIsFound() throws IOException {
        Files.delete(jobs);
        set.seal("running");
        assertEquals(
                List.of(
                        run
                                + ": termination is still 'running': the recorder was killed;"
                                + " capture again",
                        ONE),
                checkAll(Cli.FAILED));
    }

    @Test
    void anInterruptedCaptureIsAWarning() {
        set.seal("interrupted");
        checkAll(Cli.OK);
        assertEquals(
                List.of("warning: " + run + ": the capture did not end normally: interrupted"),
                set.warnings());
    }

    @Test
    void aBrokenRunIsNamedWithItsLine() throws IOException {
        Files.writeString(run, "{\n  \"schema\" : one\n}\n");
        List<String> out = set.check(Cli.FAILED, run);
        assertEquals(run + ": line 2: Unrecognized token 'one'", out.getFirst().split(": was")[0]);
    }

    @Test
    void aBoundaryIsMissedOrFired() throws IOException {
        Instant boundary = Instant.parse("2026-11-24T10:01:00Z");
        Fire fire = new Fire(boundary, boundary, boundary.plusSeconds(1), 0);
        Files.writeString(jobs, JobsCsv.text(List.of(fire, Fire.missed(boundary))));
        set.seal("normal");
        assertEquals(
                jobs + ": line 3: a missed time stands once: 2026-11-24T10:01:00.000Z",
                checkAll(Cli.FAILED).getFirst());
    }
}
