//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.result.Run;
import etl.result.RunFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CaptionTest {

    @TempDir private Path folder;

    @Test
    void machineEngineAndDateComeFromTheRuns() throws IOException {
        assertEquals(
                "Measured on Example CPU, 2 cores, 3.8 GiB RAM, Debian 12, Docker Engine 26.1.5;"
                        + " 2026-03-01 to 2026-03-02.",
                Caption.of(
                        folder,
                        List.of(run("2026-03-02T09:00:30.000Z"), run("2026-03-01T10:00:30.000Z"))));
    }

    @Test
    void withoutRunsTheReadmeNamesTheSource() throws IOException {
        Files.writeString(
                folder.resolve("README.md"),
                "# Captures\n\nSource: `docker stats`, by a friend.\n");

        assertEquals("Source: docker stats, by a friend.", Caption.of(folder, List.of()));
    }

    @Test
    void whatNobodyRecordedIsSaid() {
        assertEquals("Machine and date were not recorded.", Caption.of(folder, List.of()));
    }

    private Run run(String start) throws IOException {
        Path file = folder.resolve("cron.run.json");
        Files.writeString(
                file,
                """
                {
                  "schema": 1, "system": "cron",
                  "machine": {"cpuModel": "Example CPU", "cores": 2, "memoryMib": 3934.0,
                    "operatingSystem": "Debian 12"},
                  "engine": {"version": "26.1.5"},
                  "window": {"plannedS": 300, "start": "%s"}
                }
                """
                        .formatted(start));
        return RunFile.read(file);
    }
}
