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
import java.util.List;

class VpsCsvTest {

    @TempDir private Path set;

    private static Trial trial(Double limitMib, Integer cpus, int boundaries, String breaks) {
        return new Trial(
                limitMib,
                cpus,
                boundaries,
                Instant.EPOCH,
                70,
                "fires",
                breaks,
                limitMib == null ? 90.2 : limitMib,
                300.5,
                4.25,
                0.4,
                120.0,
                110.0,
                List.of());
    }

    private static VpsRecord record(String system, List<Trial> trials) {
        return new VpsRecord(
                VpsRecord.SCHEMA,
                system,
                "The " + system,
                "1.0",
                "never",
                null,
                null,
                List.of(new Run.Image("one", "image", "id", null, "built here", 10.0)),
                150,
                Instant.EPOCH,
                null,
                trials);
    }

    private static final List<Trial> FOUND =
            List.of(
                    trial(null, null, 5, null),
                    trial(60.0, null, 1, null),
                    trial(56.0, null, 1, "out of memory: python3 in one"),
                    trial(60.0, null, 5, null),
                    trial(700.0, 1, 1, null));

    private List<String> written(VpsRecord... records) throws IOException {
        Path folder = Files.createDirectories(set.resolve(VpsRecord.FOLDER));
        for (VpsRecord record : records) {
            record.write(folder.resolve(record.system() + ".json"));
        }
        VpsCsv.write(set);
        return Files.readAllLines(set.resolve(VpsCsv.NAME));
    }

    @Test
    void aSearchThatFoundSomethingHasAllColumns() throws IOException {
        List<String> lines = written(record("a", FOUND));

        assertEquals(String.join(",", VpsCsv.HEADER), lines.getFirst());
        // 512 MiB: 480 − 150 − 110 − 60; 1 GB: 960 − …; 2 GB: 1920 − …
        assertEquals(
                "a,The a,1.0,built here,60,160,640,1600,90,56,out of memory: python3 in"
                        + " one,4.25,300.5,0.4,110.0,works,5",
                lines.get(1));
    }

    @Test
    void whatWasNotFoundIsEmptyAndLast() throws IOException {
        List<String> lines =
                written(
                        record("broken", List.of(trial(null, null, 5, "not ready after 300 s"))),
                        record("a", FOUND));

        assertTrue(lines.get(1).startsWith("a,"));
        assertEquals(
                "broken,The broken,1.0,built here,,,,,90,,without a limit: not ready after 300"
                        + " s,,,,,,1",
                lines.get(2));
    }

    @Test
    void theJsonHoldsWhatTheTableNeeds() throws IOException {
        Path folder = Files.createDirectories(set.resolve(VpsRecord.FOLDER));
        record("a", FOUND).write(folder.resolve("a.json"));

        assertEquals(List.of(record("a", FOUND)), VpsCsv.searches(set));
    }

    @Test
    void aSetWithoutSearchesHasNone() {
        assertEquals(List.of(), VpsCsv.searches(set));
    }

    @Test
    void aDamagedJsonIsNamed() throws IOException {
        Path folder = Files.createDirectories(set.resolve(VpsRecord.FOLDER));
        Path file = Files.writeString(folder.resolve("a.json"), "{\n  \"schema\": x }\n");

        Failure failure = assertThrows(Failure.class, () -> VpsCsv.searches(set));
        assertTrue(failure.getMessage().startsWith(file + ": line 2: "), failure.getMessage());
    }
}
