package etl.result;

import static etl.result.Example.csv;
import static etl.result.Example.sample;
import static etl.result.Example.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

class SamplesCsvTest {

    private static final Sample FIRST = sample(0, "cron", 25, 1.5);
    private static final Sample SECOND = sample(0.1, "cron", 26, 1.75);

    private static final int LARGE = 40_000;

    @TempDir private Path folder;

    private final List<Sample> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private List<Sample> read(String text) throws IOException {
        SamplesCsv.read(write(folder, "cron.csv", text), rows::add, warnings::add);
        return rows;
    }

    /// The message behind the file's name.
    private String refused(String text) {
        Failure failure = assertThrows(Failure.class, () -> read(text));
        String file = folder.resolve("cron.csv").toString();
        assertEquals(file, failure.getMessage().substring(0, file.length()));
        return failure.getMessage().substring(file.length());
    }

    @Test
    void rowsComeBackAsTheyWereWritten() throws IOException {
        Sample full =
                new Sample(
                        Example.at(0.2),
                        0.2,
                        "cron",
                        25.125,
                        12.5,
                        27,
                        1.812345,
                        12.25,
                        3,
                        1024,
                        2048,
                        1 << 20,
                        0);
        assertEquals(List.of(FIRST, SECOND, full), read(csv(FIRST, SECOND, full)));
        assertEquals(List.of(), warnings);
    }

    @Test
    void whatWasNotReadIsAnEmptyField() {
        assertEquals(
                "2026-11-24T10:00:30.000Z,0.000,cron,25.000,12.500,26.000,1.500000,,,,,,",
                SamplesCsv.row(FIRST));
    }

    @Test
    void aTornLastLineIsAWarning() throws IOException {
        String whole = csv(FIRST, SECOND);
        assertEquals(List.of(FIRST), read(whole.substring(0, whole.length() - 9)));
        assertEquals(
                List.of(folder.resolve("cron.csv") + ": line 3: was cut off and is left out"),
                warnings);
    }

    /// The cut may fall right before the newline: the line looks whole, and may still lack digits.
    @Test
    void aLastLineWithoutItsNewlineIsTorn() throws IOException {
        String whole = csv(FIRST, SECOND);
        assertEquals(List.of(FIRST), read(whole.substring(0, whole.length() - 1)));
    }

    @Test
    void aFileThatWindowsTouchedIsReadAlike() throws IOException {
        assertEquals(
                List.of(FIRST, SECOND), read("\uFEFF" + csv(FIRST, SECOND).replace("\n", "\r\n")));
    }

    @Test
    void anEmptyFileAndABareHeaderAreNoCapture() {
        assertEquals(": is empty; capture again, or remove the file", refused(""));
        assertEquals(": holds no samples; capture again, or remove the file", refused(csv()));
    }

    @Test
    void missingColumnsAreNamed() {
        assertEquals(
                ": line 1: not a capture: missing columns cpu_s, pids",
                refused(csv(FIRST).replace("cpu_s,", "").replace("pids,", "")));
    }

    @Test
    void aBinaryFileIsNoCapture() throws IOException {
        Path file = folder.resolve("cron.csv");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF, '\n', 3});
        Failure failure =
                assertThrows(Failure.class, () -> SamplesCsv.read(file, rows::add, warnings::add));
        assertEquals(
                file
                        + ": line 1: not a capture: expected the columns "
                        + String.join(",", SamplesCsv.HEADER),
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "26.000,13.000|-26.000,13.000|negative memory_mib: -26.000",
                "26.000,13.000|x,13.000|memory_mib is not a number: 'x'",
                "26.000,13.000|\"26.000,13.000|memory_mib is not a number: '\"26.000'",
                "0.100,cron|,cron|timestamp, elapsed_s and container must be there",
                "T10:00:30.100Z|' 10:00'|timestamp is not a UTC time (ISO-8601): '2026-11-24"
                        + " 10:00'",
                ",26.000|26.000|expected 13 columns, found 12"
            })
    void aBadValueIsNamedWithItsLine(String from, String to, String message) {
        String text = csv(FIRST, SECOND);
        int at = text.lastIndexOf(from);
        assertEquals(
                ": line 3: " + message,
                refused(text.substring(0, at) + to + text.substring(at + from.length())));
    }

    @Test
    void anEmptyLineCountsAsALine() {
        String text = csv(FIRST, SECOND);
        assertEquals(
                ": line 3: expected 13 columns, found 1",
                refused(text.replace("\n2026-11-24T10:00:30.1", "\n\n2026-11-24T10:00:30.1")));
    }

    @Test
    void timeMustNotRunBackwards() {
        assertEquals(
                ": line 3: time runs backwards: 0.0 s after 0.1 s", refused(csv(SECOND, FIRST)));
    }

    /// Above two MiB a second thread splits the file.
    @Test
    void aLargeFileIsReadAsASmallOne() throws IOException {
        String large = large();
        List<Sample> samples = read(large);
        assertEquals(LARGE, samples.size());
        for (int i = 0; i < LARGE; i++) {
            assertEquals(i, samples.get(i).memoryMib());
        }
        assertEquals(List.of(), warnings);

        List<Sample> whole = List.copyOf(samples);
        rows.clear();
        assertEquals(whole.subList(0, LARGE - 1), read(large.substring(0, large.length() - 4)));
        assertEquals(
                List.of(
                        "%s: line %d: was cut off and is left out"
                                .formatted(folder.resolve("cron.csv"), LARGE + 1)),
                warnings);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 513, 20_000, LARGE + 1})
    void aBadCellOfALargeFileIsNamedWithItsLine(int line) {
        String[] lines = large().split("\n");
        lines[line - 1] = lines[line - 1].replace(",cron,", ",cron,x");
        Failure failure = assertThrows(Failure.class, () -> read(String.join("\n", lines) + "\n"));
        String where = folder.resolve("cron.csv") + ": line " + line + ": ";
        assertTrue(
                failure.getMessage().startsWith(where + "memory_mib is not a number"),
                failure.getMessage());
    }

    private static String large() {
        StringBuilder text = new StringBuilder(String.join(",", SamplesCsv.HEADER) + "\n");
        for (int i = 0; i < LARGE; i++) {
            text.append("2026-11-24T10:00:30.000Z,%d.0,cron,%d.0".formatted(i, i));
            text.append(",12.500,26.000,1.500000,,,,,,\n");
        }
        return text.toString();
    }

    @Test
    void theTimeOfARowIsIsoWithMilliseconds() {
        BiConsumer<StringBuilder, Sample> rows = SamplesCsv.rows();
        DateTimeFormatter iso = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
        Random random = new Random(1);
        Instant time = Instant.parse("2026-02-28T23:58:59.999Z");
        for (int i = 0; i < 5000; i++) {
            StringBuilder row = new StringBuilder();
            rows.accept(row, at(time));
            assertEquals(iso.format(time), row.substring(0, row.indexOf(",")));
            // mostly forwards, at times back over a minute: a clock that is set
            time = time.plusNanos((random.nextInt(40) - 1) * 100_123_456L);
        }
    }

    private static Sample at(Instant time) {
        double no = Double.NaN;
        return new Sample(time, 0, "c", 1, 1, 1, 0, no, no, no, no, no, no);
    }
}
