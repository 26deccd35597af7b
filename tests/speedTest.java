import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.record.Shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The command runs and prints its table. How fast anything is, is not asked here.
class speedTest {

    @Test
    void aPartIsATableWithTheMachineAbove() {
        Shell.Result result =
                Shell.run(
                        Duration.ofMinutes(5),
                        Repository.root().resolve("jbangw").toString(),
                        "speed",
                        "analysis",
                        "--turns",
                        "1");
        assertEquals(0, result.exitCode(), result.stderr());
        assertTrue(result.stderr().contains(" cores, load "), result.stderr());
        assertTrue(result.stdout().startsWith("| what "), result.stdout());
        for (int captures : new int[] {10, 100, 1000}) {
            assertTrue(
                    result.stdout().contains("| summary of %d captures".formatted(captures)),
                    result.stdout());
        }
    }

    @Test
    void anUnknownPartIsWrongUse() {
        Shell.Result result =
                Shell.run(
                        Duration.ofMinutes(5),
                        Repository.root().resolve("jbangw").toString(),
                        "speed",
                        "startt");
        assertEquals(2, result.exitCode());
        assertTrue(result.stderr().contains("startt"), result.stderr());
    }

    @Test
    void aChartThatCannotBeWrittenIsToldBeforeAnythingIsMeasured(@TempDir Path folder)
            throws IOException {
        Path there = Files.writeString(folder.resolve("there.png"), "mine");
        Outcome exists = Outcome.of(new speed(), "analysis", "--chart", there);
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "speed.java: %s: exists and is not overwritten; name another file\n"
                                .formatted(there)),
                exists);
        assertEquals("mine", Files.readString(there));

        Path nowhere = folder.resolve("no/chart.png");
        Outcome missing = Outcome.of(new speed(), "analysis", "--chart", nowhere);
        assertEquals(1, missing.exit());
        assertEquals(
                "speed.java: "
                        + nowhere
                        + ": its folder is not there; make it, or name another"
                        + " one",
                missing.err().strip());

        assertEquals(2, Outcome.of(new speed(), "--chart", folder.resolve("chart.svg")).exit());
    }
}
