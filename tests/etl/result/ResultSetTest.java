//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ResultSetTest {

    @TempDir private Path set;

    /// What was put aside and what another test recorded have their own days.
    @Test
    void theRunsAreThoseOfTheSetAndOfItsRepeats() throws IOException {
        for (String name : List.of(".", "run-10", "run-2", "aside", "polyglot")) {
            Path folder = Files.createDirectories(set.resolve(name).normalize());
            Files.writeString(folder.resolve("cron.run.json"), "{}");
            Files.writeString(folder.resolve("cron.jobs.csv"), "");
        }
        assertEquals(
                List.of("cron.run.json", "run-2/cron.run.json", "run-10/cron.run.json"),
                ResultSet.runs(set).stream().map(set::relativize).map(Path::toString).toList());
    }
}
