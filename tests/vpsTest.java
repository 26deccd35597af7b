//SOURCES Outcome.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class vpsTest {

    @TempDir private Path set;

    @Test
    void anUnknownSystemNamesTheNearest() {
        Outcome outcome = Outcome.of(new vps(), "--out", set, "crn");

        assertEquals(Cli.FAILED, outcome.exit());
        assertTrue(outcome.err().contains("did you mean cron"), outcome.err());
    }

    @Test
    void aSearchThatIsThereIsNotBegunAnew() throws IOException {
        Path file = set.resolve("vps/cron.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");
        Outcome outcome = Outcome.of(new vps(), "--out", set, "cron");

        assertEquals(Cli.FAILED, outcome.exit());
        assertEquals(
                file + ": is there; go on with it by --resume, or name another --out",
                outcome.err()
                        .strip()
                        .lines()
                        .reduce((a, b) -> b)
                        .orElseThrow()
                        .replaceFirst("^vps.java: ", ""));
        assertEquals("{}", Files.readString(file));
    }
}
