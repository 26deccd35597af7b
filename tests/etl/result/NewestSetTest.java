//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Example.java

package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

class NewestSetTest {

    @TempDir private Path results;

    private void run(String folder, String start) throws IOException {
        Path place = Files.createDirectories(results.resolve(folder));
        Files.writeString(
                place.resolve("cron.run.json"),
                """
                {"schema": 1, "system": "cron",
                 "window": {"plannedS": 300, "start": "%s"}}
                """
                        .formatted(Instant.parse(start)));
    }

    @Test
    void theLastWindowCountsAndNotTheName() throws IOException {
        run("b-older", "2026-01-01T10:00:00Z");
        run("a-newer/run-2", "2026-02-01T10:00:00Z");
        run("a-newer/run-1", "2025-01-01T10:00:00Z");

        assertEquals(results.resolve("a-newer"), NewestSet.below(results));
    }

    @Test
    void aQuickstartIsATaste() throws IOException {
        run("measured", "2026-01-01T10:00:00Z");
        run("quickstart-1", "2026-02-01T10:00:00Z");

        assertEquals(results.resolve("measured"), NewestSet.below(results));
    }

    /// Somebody's own captures come before the sets beside them.
    @Test
    void aFolderWithCapturesIsItselfTheSet() throws IOException {
        run("measured", "2026-01-01T10:00:00Z");
        assertEquals(results.resolve("measured"), NewestSet.in(results));
        Files.writeString(results.resolve("cron.csv"), "Timestamp\n");
        assertEquals(results, NewestSet.in(results));
    }

    @Test
    void capturesWithoutRunJsonHaveNoDate() throws IOException {
        Files.createDirectories(results.resolve("original"));
        Files.writeString(results.resolve("original/cron.csv"), "Timestamp\n");
        Files.writeString(results.resolve("README.md"), "no set");

        Failure failure = assertThrows(Failure.class, () -> NewestSet.below(results));

        assertTrue(failure.getMessage().contains("no set here has a run JSON"), failure + "");
        Path missing = results.resolve("missing");
        assertTrue(
                assertThrows(Failure.class, () -> NewestSet.below(missing))
                        .getMessage()
                        .startsWith(missing + ": no such folder"));
    }
}
