//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES ResultFolder.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Which folders, options and imperfect captures the script takes.
class analysisInputTest {

    private static final String GOOD = "14:00:00,etl,1.00%,20MiB / 8GiB,0.25%\n";

    @TempDir private Path folder;

    @Test
    void aFolderWithoutCaptureNamesItsSets() throws IOException {
        ResultFolder.capture(folder.resolve("monday"), "cron", 20);
        ResultFolder.capture(folder.resolve("tuesday/run-1"), "cron", 20);

        Outcome outcome = Outcome.of(new analysis(), folder);

        assertEquals(1, outcome.exit());
        assertEquals(
                ("analysis.java: %1$s: holds no capture; name one of its sets: "
                                + "%1$s/monday, %1$s/tuesday\n")
                        .formatted(folder),
                outcome.err());
    }

    @Test
    void wrongUseShowsTheUsage() {
        for (Object[] args :
                List.of(
                        new Object[] {folder, "--jobs", "0"},
                        new Object[] {folder, "--jobs", "five"},
                        new Object[] {folder, "--os-share-mib", "-1"},
                        new Object[] {folder, folder})) {
            Outcome outcome = Outcome.of(new analysis(), args);

            assertEquals(2, outcome.exit(), outcome.err());
            assertTrue(outcome.err().contains("Usage: analysis.java"), outcome.err());
        }
    }

    @Test
    void aTornLastLineIsAWarning() throws IOException {
        Path file = folder.resolve("killed.csv");
        Files.writeString(file, ResultFolder.ORIGINAL + GOOD + "14:00:07,etl,1.0");

        Outcome outcome = Outcome.of(new analysis(), folder, "--no-charts");

        assertEquals(0, outcome.exit());
        String warning = outcome.errLines().getFirst();
        assertTrue(warning.startsWith("analysis.java: warning: " + file + ": line 3"), warning);
        assertTrue(warning.contains("cut off"), warning);
    }

    @Test
    void midnightInsideACaptureIsOneStepForward() throws IOException {
        Files.writeString(
                folder.resolve("late.csv"),
                ResultFolder.ORIGINAL
                        + GOOD.replace("14:00:00", "23:59:55")
                        + GOOD.replace("14:00:00", "00:00:02"));

        Outcome outcome = Outcome.of(new analysis(), folder, "--no-charts");

        assertEquals(0, outcome.exit());
        assertTrue(outcome.out().contains("|      7.0 |"), outcome.out());
    }
}
