package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a folder says about its system, alone and with an override laid over it.
class SystemFactsTest {

    @TempDir private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void anOverrideReplacesWhatItSaysAndNothingElse() throws IOException {
        Path base =
                file(
                        "compose.yml",
                        """
                        x-benchmark:
                          title: Thing
                          version: "1.2"
                          period_s: 30
                          verified: { version: "1.2", date: 2026-11-24, how: here }
                        """);
        Path tuned =
                file(
                        "compose.tuned.yml",
                        """
                        services:
                          one:
                            ports: !reset []
                        x-benchmark:
                          title: Thing, tuned
                          verified: never
                        """);

        assertEquals("1.2, 2026-11-24: here", SystemFacts.read(List.of(base)).verified());
        SystemFacts both = SystemFacts.read(List.of(base, tuned));
        assertEquals("Thing, tuned", both.title());
        assertEquals("never", both.verified());
        assertEquals("1.2", both.version());
        assertEquals(30, both.periodS());
    }

    @Test
    void theJobIsDescribedAsTheFolderSaysIt() throws IOException {
        Path file =
                file(
                        "compose.yml",
                        """
                        x-benchmark:
                          homepage: https://example.org
                          schedule: a line in etl.cron
                          observe:
                            - docker compose logs one
                            - docker compose ps
                          log_command: { service: one, command: [cat, /log] }
                        """);

        assertEquals(
                new JobFacts(
                        "https://example.org",
                        "a line in etl.cron",
                        List.of("docker compose logs one", "docker compose ps"),
                        "one",
                        List.of("cat", "/log")),
                SystemFacts.read(List.of(file)).job());
    }

    @Test
    void aFolderThatSaysNothingOfTheJobHasNoJobFacts() throws IOException {
        Path file = file("compose.yml", "x-benchmark: { title: Thing }\n");
        assertNull(SystemFacts.read(List.of(file)).job());
    }

    @Test
    void anyOtherComposeFileSaysNothing() throws IOException {
        Path file = file("compose.yml", "services: {}\n");
        assertSame(SystemFacts.NONE, SystemFacts.read(List.of(file)));
        assertSame(SystemFacts.NONE, SystemFacts.read(List.of()));
    }
}
