package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import etl.Failure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class RunFileTest {

    private static final Run RUN =
            Example.run(
                    "running",
                    Map.of("cron.csv", "ab12"),
                    new Run.Interval(100, 3000, 1, 100.0, 101.5, 199.0),
                    Example.life("cron", -12.5, 20.25, 137));

    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void writeARun() {
        file = folder.resolve("cron.run.json");
        RunFile.write(file, RUN);
    }

    private void replace(String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    @Test
    void aRunComesBackAsItWasWritten() {
        assertEquals(RUN, RunFile.read(file));
    }

    @Test
    void whatIsNotKnownIsNotWritten() throws IOException {
        String text = Files.readString(file);
        assertEquals(List.of(), text.lines().filter(l -> l.contains("null")).toList());
        assertEquals(List.of(), text.lines().filter(l -> l.contains("verified")).toList());
    }

    @Test
    void anOlderFileIsReplacedAndNothingStaysBeside() throws IOException {
        RunFile.write(file, Example.run(Example.life("cron")));
        assertEquals("normal", RunFile.read(file).termination());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFailedWriteLeavesNothingBeside() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken.run.json/inside")).getParent();
        assertThrows(Failure.class, () -> RunFile.write(taken, RUN));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file, taken), files.sorted().toList());
        }
    }

    @Test
    void keysOfANewerBenchmarkAreLeftAlone() throws IOException {
        replace("\"system\"", "\"weather\" : \"rain\",\n  \"system\"");
        assertEquals(RUN, RunFile.read(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1|\"schema\" : 2|schema 2 is not known here; update the benchmark",
                "\"project\"|project|line 7: Unexpected character ('p' (code 112)): "
                        + "was expecting double-quote to start field name",
                "\"fromS\" : -12.5,||line 16: fromS: Cannot map `null` into type `double`",
                "2026-11-24T10:00:17.500Z|yesterday|line 12: startedAt: Cannot deserialize value of"
                        + " type `java.time.Instant` from String \"yesterday\": not a UTC time"
            })
    void whatIsNoRunIsNamedWithItsLine(String from, String to, String message) throws IOException {
        replace(from, to == null ? "" : to);
        Failure failure = assertThrows(Failure.class, () -> RunFile.read(file));
        assertEquals(file + ": " + message, failure.getMessage());
    }

    @Test
    void aFileThatHoldsNothingIsNoRun() throws IOException {
        Files.writeString(file, "null");
        assertEquals(
                file + ": line 1: holds nothing",
                assertThrows(Failure.class, () -> RunFile.read(file)).getMessage());
    }

    @Test
    void textBehindTheEndIsRefused() throws IOException {
        Files.writeString(file, "}", java.nio.file.StandardOpenOption.APPEND);
        assertThrows(Failure.class, () -> RunFile.read(file));
    }
}
