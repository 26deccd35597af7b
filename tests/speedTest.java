import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.record.Shell;

import org.junit.jupiter.api.Test;

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
}
