import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.Cli;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Which files have to stand where, and which paths `check.java` takes.
class checkFoldersTest {

    private static final String ORIGINAL =
            """
            Timestamp,Container,CPU_Perc,Mem_Usage,Mem_Perc
            14:45:31,worker,0.00%,1012KiB / 7.654GiB,0.01%
            14:45:38,worker,0.00%,1012KiB / 7.654GiB,0.01%
            """;

    @TempDir private Path folder;

    private RecordedSet set;

    @BeforeEach
    void record() throws IOException {
        set = RecordedSet.in(folder.resolve("results/today"));
    }

    private void finds(String problem) {
        List<String> out = set.check(Cli.FAILED, folder.resolve("results"));
        assertEquals(List.of(problem), out.subList(0, out.size() - 1));
    }

    @Test
    void samplesWithoutRunAreFound() throws IOException {
        Files.delete(set.run());
        finds(set.samples() + ": cron.run.json is not beside it; capture again");
    }

    @Test
    void aRunAndJobsWithoutSamplesAreFound() throws IOException {
        Files.delete(set.samples());
        List<String> out = set.check(Cli.FAILED, folder.resolve("results"));
        assertEquals(
                List.of(
                        set.jobs() + ": stands without its samples, cron.csv",
                        set.run() + ": stands without its samples, cron.csv",
                        "checked 0 captures and 0 systems: 2 problems, 0 warnings"),
                out);
        assertEquals(out.get(1), set.check(Cli.FAILED, set.run()).getFirst());
    }

    @Test
    void jobsThatTheRunNamesMustBeThere() throws IOException {
        Files.delete(set.jobs());
        finds(set.samples() + ": cron.jobs.csv is not beside it; capture again");
    }

    @Test
    void aStackWithoutLedgerHasNoJobsAndThatIsSaid() throws IOException {
        Files.delete(set.jobs());
        set.seal("normal");
        set.check(Cli.OK, folder.resolve("results"));
        assertEquals(
                List.of(
                        "warning: "
                                + set.samples()
                                + ": no jobs CSV: there was no ledger that proves the fires"),
                set.warnings());
    }

    @Test
    void jobsThatTheRunDoesNotNameAreFound() throws IOException {
        String jobs = Files.readString(set.jobs());
        Files.delete(set.jobs());
        set.seal("normal");
        Files.writeString(set.jobs(), jobs);
        finds(set.run() + ": holds no checksum of cron.jobs.csv");
    }

    @Test
    void aSystemIsDirectlyInASetOrInItsRepeats() throws IOException {
        RecordedSet repeat = RecordedSet.in(set.samples().resolveSibling("run-1"));
        finds(
                set.samples()
                        + ": stands beside its own repeat "
                        + repeat.samples()
                        + "; move it to another set");
    }

    @Test
    void theOriginalsCapturesNeedNothingBeside() throws IOException {
        Path original = Files.createDirectories(folder.resolve("results/original"));
        Files.writeString(original.resolve("ofelia.csv"), ORIGINAL);
        assertEquals(
                List.of(
                        "checked 2 captures (1 in the original's format, which needs no jobs CSV"
                                + " and no run JSON) and 0 systems: 0 problems, 0 warnings"),
                set.check(Cli.OK, folder.resolve("results")));
    }

    @Test
    void aDamagedSummaryIsNamedWithItsLine() throws IOException {
        Path summary = set.samples().resolveSibling("final_summary_report.csv");
        Files.writeString(summary, "Orchestrator,Peak_RAM_MiB\ncron,much\n");
        finds(summary + ": line 2: Peak_RAM_MiB is not a number: 'much'");
    }

    @Test
    void aFolderWithoutCaptureIsFound() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertEquals(
                empty + ": holds neither a capture nor a system; name results or compose",
                set.check(Cli.FAILED, empty).getFirst());
    }

    @Test
    void aPathThatIsNotThereIsFoundAndTheOthersGoOn() {
        Path typo = folder.resolve("reslts");
        assertEquals(
                List.of(
                        typo + ": no such file or folder",
                        "checked 1 captures and 0 systems: 1 problems, 0 warnings"),
                set.check(Cli.FAILED, typo, set.samples()));
    }

    @Test
    void aSystemsFolderIsCheckedByFolderFileOrAll() throws IOException {
        Path system = Files.createDirectories(folder.resolve("compose/cron"));
        Path file = Files.writeString(system.resolve("compose.yml"), "services: {}\n");
        for (Path path : List.of(system, file, folder.resolve("compose"))) {
            List<String> out = set.check(Cli.FAILED, path);
            assertEquals(file + ": ", out.getFirst().substring(0, file.toString().length() + 2));
            assertEquals("checked 0 captures and 1 systems", out.getLast().split(":")[0]);
        }
    }

    @Test
    void withoutPathTheUsageIsShown() {
        set.check(Cli.USAGE);
        assertEquals("check.java: Missing required parameter: 'PATH'", set.warnings().getFirst());
    }
}
