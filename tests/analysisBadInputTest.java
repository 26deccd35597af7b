//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES ResultFolder.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Bad captures end in one line that names the file (and the line in it), exit 1, nothing written.
class analysisBadInputTest {

    private static final String GOOD = "14:00:00,etl,1.00%,20MiB / 8GiB,0.25%\n";

    @TempDir private Path folder;

    static Stream<Arguments> badCaptures() {
        String original = ResultFolder.ORIGINAL;
        String ours = ResultFolder.OURS;
        String good = ResultFolder.row(0, "etl", 20) + "\n";
        return Stream.of(
                Arguments.of("empty file", "", ": is empty"),
                Arguments.of("header only", original, ": holds no samples"),
                Arguments.of("our header only", ours, ": holds no samples"),
                Arguments.of("no capture at all", "a,b\n1,2\n", ": line 1: not a capture"),
                Arguments.of(
                        "missing columns",
                        original.replace(",Mem_Perc", "") + GOOD,
                        ": line 1: not a capture: missing columns Mem_Perc"),
                Arguments.of(
                        "our missing columns",
                        ours.replace(",cpu_s", "") + good,
                        ": line 1: not a capture: missing columns cpu_s"),
                Arguments.of(
                        "a row too short",
                        original + GOOD + "14:00:07,etl,1.00%\n",
                        ": line 3: expected 5 columns, found 3"),
                Arguments.of(
                        "unknown unit",
                        original + GOOD + GOOD.replace("20MiB", "20MB"),
                        ": line 3: unknown unit of memory: 'MB'"),
                Arguments.of(
                        "negative value",
                        original + GOOD + GOOD.replace("20MiB", "-20MiB"),
                        ": line 3: negative Mem_Usage: -20"),
                Arguments.of(
                        "our negative value",
                        ours + good + good.replace(",20.000,", ",-20.000,"),
                        ": line 3: negative memory_mib: -20.000"),
                Arguments.of(
                        "our non-numeric value",
                        ours + good + good.replace(",20.000,", ",twenty,"),
                        ": line 3: memory_mib is not a number: 'twenty'"),
                Arguments.of(
                        "non-numeric value",
                        original + GOOD + GOOD.replace("20MiB", "twenty"),
                        ": line 3: not an amount of memory: 'twenty'"),
                Arguments.of(
                        "time running backwards",
                        original + GOOD + GOOD.replace("14:00:00", "13:59:53"),
                        ": line 3: time runs backwards: "),
                Arguments.of(
                        "our time running backwards",
                        ours + ResultFolder.row(5, "etl", 20) + "\n" + good,
                        ": line 3: time runs backwards: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCaptures")
    void endsInOneLine(String what, String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), text);

        assertRefused(Outcome.of(new analysis(), folder), file + message);
    }

    @Test
    void aBinaryFileEndsInOneLine() throws IOException {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        Path file = Files.write(folder.resolve("bad.csv"), noise);

        assertRefused(Outcome.of(new analysis(), folder), file + ": line 1: not a capture");
    }

    @Test
    void aFolderThatIsNotThereEndsInOneLine() {
        Path missing = folder.resolve("missing");

        assertRefused(Outcome.of(new analysis(), missing), missing + ": no such folder");
    }

    @Test
    void anEmptyFolderNamesTheCommandThatCaptures() {
        assertRefused(
                Outcome.of(new analysis(), folder),
                folder + ": holds no capture; make one with: jbang benchmark.java ");
    }

    @Test
    void aBadCaptureAmongGoodOnesLeavesTheOldSummary() throws IOException {
        ResultFolder.capture(folder, "cron", 20, 21);
        Outcome.of(new analysis(), folder, "--no-charts");
        Path summary = folder.resolve("final_summary_report.csv");
        String before = Files.readString(summary);
        Files.writeString(folder.resolve("bad.csv"), "");

        assertEquals(1, Outcome.of(new analysis(), folder, "--no-charts").exit());

        assertEquals(before, Files.readString(summary));
    }

    private void assertRefused(Outcome outcome, String message) {
        assertEquals(1, outcome.exit());
        assertEquals("", outcome.out());
        List<String> lines = outcome.errLines();
        assertEquals(1, lines.size(), outcome.err());
        assertTrue(lines.getFirst().startsWith("analysis.java: " + message), outcome.err());
        assertFalse(Files.exists(folder.resolve("final_summary_report.csv")));
    }
}
