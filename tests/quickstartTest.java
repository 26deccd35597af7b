import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.record.ComposeProject;
import etl.record.NeedsEngine;
import etl.record.Shell;
import etl.record.Systems;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Jobs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The README's first command, as a person types it: real stacks, real fires, everything down
/// again.
@NeedsEngine
class quickstartTest {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    @TempDir Path folder;

    private static Shell.Result quickstart(Path out) {
        Path jbangw = Repository.root().resolve("jbangw");
        return Shell.run(LIMIT, jbangw.toString(), "quickstart", "--out", out.toString());
    }

    private static ComposeProject project(String system) {
        return ComposeProject.of(new Systems(Repository.root()), system);
    }

    @Test
    void theWholeChainRunsAndLeavesNothingBehind() {
        Path set = folder.resolve("set");

        Shell.Result result = quickstart(set);

        assertEquals(0, result.exitCode(), result.stderr());
        for (String system : List.of("cron", "supervisord")) {
            Capture capture = Capture.read(CaptureFiles.of(set.resolve(system + ".csv")), w -> {});
            assertEquals(1, Jobs.of(capture.fires()).fired(), system);
            assertEquals(0, Jobs.of(capture.fires()).failed(), system);
            assertEquals(60, capture.timeline().lengthS(), 0.2, system);
            assertTrue(result.stdout().contains("| " + system), result.stdout());
            assertEquals(List.of(), project(system).leftovers());
        }
        for (String file :
                List.of(
                        "final_summary_report.csv",
                        "orchestrator_efficiency_chart.png",
                        "orchestrator_efficiency_chart.html",
                        "normalized_comparison.png",
                        "final_results_table.png")) {
            assertTrue(Files.exists(set.resolve(file)), file);
        }
        assertTrue(result.stderr().contains("taste"));
    }

    @Test
    void aFolderThatIsInUseIsNotTouched() throws Exception {
        Files.writeString(folder.resolve("precious.txt"), "mine");

        Shell.Result result = quickstart(folder);

        assertEquals(1, result.exitCode());
        assertTrue(result.stderr().contains("--out"), result.stderr());
        assertEquals("mine", Files.readString(folder.resolve("precious.txt")));
    }
}
