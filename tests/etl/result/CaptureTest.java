package etl.result;

import static etl.result.Example.life;
import static etl.result.Example.sample;
import static etl.result.Example.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class CaptureTest {

    @TempDir private Path folder;

    private final List<String> warnings = new ArrayList<>();

    /// The recorder was killed in the middle of its third row.
    @Test
    void aKilledCaptureIsReadWithWarnings() throws IOException {
        String rows = Example.csv(sample(0, "cron", 20, 1), sample(1, "cron", 21, 1.5));
        Path samples = write(folder, "cron.csv", rows + "2026-11-24T10:00:32.0");
        Path run = folder.resolve("cron.run.json");
        RunFile.write(run, Example.run("running", Map.of(), null, life("cron")));
        Capture capture = Capture.read(CaptureFiles.of(samples), warnings::add);
        assertEquals(1, capture.timeline().lengthS());
        assertEquals(0.5, capture.timeline().cpuS());
        assertEquals("Cron", capture.title());
        assertNull(capture.fires());
        assertEquals(
                List.of(
                        samples + ": line 4: was cut off and is left out",
                        run + ": the capture did not end normally (running, no jobs CSV)"),
                warnings);
    }

    @Test
    void aCaptureIsItsThreeFiles() throws IOException {
        Path samples = write(folder, "cron.csv", Example.csv(sample(0, "cron", 20, 1)));
        List<Fire> fires = List.of(Example.fire(1, 800, 2300, 0));
        write(folder, "cron.jobs.csv", JobsCsv.text(fires));
        RunFile.write(folder.resolve("cron.run.json"), Example.run(life("cron")));
        Capture capture = Capture.read(CaptureFiles.of(samples), warnings::add);
        assertEquals(fires, capture.fires());
        assertEquals("normal", capture.run().termination());
        assertEquals(List.of(), warnings);
    }
}
