package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class JobsCsvTest {

    private static final String HEADER = String.join(",", JobsCsv.HEADER) + "\n";

    @TempDir private Path folder;

    private List<Fire> read(String text) throws IOException {
        return JobsCsv.read(Example.write(folder, "cron.jobs.csv", text));
    }

    @Test
    void firesComeBackAsTheyWereWritten() throws IOException {
        List<Fire> fires =
                List.of(
                        Example.fire(1, 812, 2312, 0),
                        Fire.missed(Example.boundary(2)),
                        Example.hung(3, 900),
                        Example.fire(4, -249, 1300, 137));
        String text = JobsCsv.text(fires);
        assertEquals(
                """
                scheduled,started,ended,latency_ms,duration_ms,exit_code
                2026-11-24T10:01:00.000Z,2026-11-24T10:01:00.812Z,2026-11-24T10:01:02.312Z,812,1500,0
                2026-11-24T10:02:00.000Z,,,,,
                2026-11-24T10:03:00.000Z,2026-11-24T10:03:00.900Z,,900,,
                2026-11-24T10:04:00.000Z,2026-11-24T10:03:59.751Z,2026-11-24T10:04:01.300Z,-249,1549,137
                """,
                text);
        assertEquals(fires, read(text));
    }

    /// The job reports nanoseconds: 59.7504 s is 249.6 ms early, and the file's 59.750 is 250 ms
    /// early.
    @Test
    void finerTimesThanMillisecondsSurviveTheFile() throws IOException {
        Instant boundary = Example.boundary(1);
        Fire fire =
                new Fire(
                        boundary,
                        boundary.minusNanos(249_600_000),
                        boundary.plusNanos(1_000_900_000),
                        0);
        assertEquals(-250, fire.latencyMs());
        assertEquals(1250, fire.durationMs());
        assertEquals(List.of(fire), read(JobsCsv.text(List.of(fire))));
    }

    @Test
    void aWindowWithoutBoundaryHasNoFires() throws IOException {
        assertEquals(List.of(), read(HEADER));
    }

    @Test
    void anEmptyFileIsNotAWindowWithoutFires() {
        Failure failure = assertThrows(Failure.class, () -> read(""));
        assertEquals(
                folder.resolve("cron.jobs.csv")
                        + ": line 1: expected the columns "
                        + HEADER.strip(),
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500,0.5|exit_code is not a whole number: '0.5'",
                "1500,|an end needs a start and an exit code, an exit code needs an end",
                "1500,0,7|expected 6 columns, found 7",
                "1501,0|duration_ms is '1501' but the times say '1500'",
                ",0|duration_ms is '' but the times say '1500'"
            })
    void aRowThatContradictsItselfIsNamedWithItsLine(String end, String message) {
        refused("10:01:00.812Z,2026-11-24T10:01:02.312Z,812," + end, message);
    }

    @Test
    void anEndBeforeTheStartIsNamedWithItsLine() {
        refused("10:01:00.812Z,2026-11-24T10:01:00.800Z,812,-12,0", "ended before it started");
    }

    private void refused(String started, String message) {
        String row = "2026-11-24T10:01:00.000Z,2026-11-24T" + started + "\n";
        Failure failure = assertThrows(Failure.class, () -> read(HEADER + row));
        assertEquals(
                folder.resolve("cron.jobs.csv") + ": line 2: " + message, failure.getMessage());
    }

    @Test
    void aMissedMinuteHasNothingElse() {
        Failure failure =
                assertThrows(
                        Failure.class, () -> read(HEADER + "2026-11-24T10:01:00.000Z,,,,,0\n"));
        assertEquals(
                folder.resolve("cron.jobs.csv")
                        + ": line 2: an end needs a start and an exit code, an exit code needs an"
                        + " end",
                failure.getMessage());
    }

    @Test
    void aCutFileIsRefused() {
        String text = JobsCsv.text(List.of(Example.fire(1, 5, 1505, 12)));
        Failure failure =
                assertThrows(Failure.class, () -> read(text.substring(0, text.length() - 2)));
        assertEquals(
                folder.resolve("cron.jobs.csv") + ": line 2: was cut off; capture again",
                failure.getMessage());
    }
}
