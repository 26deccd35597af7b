import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// What `suite.java` says before it starts anything; no engine is asked.
class suiteTest {

    @TempDir Path folder;

    @Test
    void anUnknownSystemIsToldWithTheNearestNames() {
        Outcome outcome = Outcome.of(new suite(), "cronn", "--out", folder.resolve("set"));

        assertEquals(Cli.FAILED, outcome.exit());
        assertEquals(1, outcome.errLines().size());
        assertTrue(
                outcome.err()
                        .startsWith("suite.java: no system cronn in compose/; did you mean cron"),
                outcome.err());
        assertFalse(Files.exists(folder.resolve("set")));
    }

    @Test
    void lessThanOneRunIsWrongUse() {
        assertEquals(Cli.USAGE, Outcome.of(new suite(), "cron", "--repeats", "0").exit());
    }

    @Test
    void aDryRunPrintsEveryCommandAndRunsNone() {
        Outcome outcome =
                Outcome.of(
                        new suite(),
                        "cron",
                        "--repeats",
                        "2",
                        "--dry-run",
                        "--out",
                        folder + "/set");

        assertEquals(Cli.OK, outcome.exit(), outcome.err());
        assertEquals(3, count(outcome.out(), "up --detach"), outcome.out());
        assertEquals(3, count(outcome.out(), "down --volumes"), outcome.out());
        assertEquals(2, count(outcome.out(), "./jbangw benchmark.java "), outcome.out());
        assertFalse(Files.exists(folder.resolve("set")));
    }

    private static long count(String text, String part) {
        return text.lines().filter(line -> line.contains(part)).count();
    }
}
