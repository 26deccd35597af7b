//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES Repository.java
//SOURCES ResultFolder.java
//SOURCES SystemTests.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.CaptureFiles;
import etl.result.Column;
import etl.result.SummaryCsv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the script writes, prints and loads.
class analysisFilesTest {

    @TempDir private Path folder;

    @Test
    void theTableGoesToStdoutAndThePathsToStderr() throws IOException {
        ResultFolder.capture(folder, "cron", 20, 22, 21);

        Outcome outcome = Outcome.of(new analysis(), folder);

        assertEquals(
                """
                | Orchestrator | Idle_RAM_MiB | Peak_RAM_MiB | Avg_RAM_MiB | Containers | Window_s |
                | ------------ | -----------: | -----------: | ----------: | ---------: | -------: |
                | cron         |         20.0 |         22.0 |        21.0 |          1 |      2.0 |
                """,
                outcome.out());
        for (String name :
                List.of(
                        "final_summary_report.csv",
                        "orchestrator_efficiency_chart.png",
                        "orchestrator_efficiency_chart.html")) {
            assertTrue(outcome.err().contains("wrote " + folder.resolve(name)), outcome.err());
            assertTrue(Files.size(folder.resolve(name)) > 100, name);
        }
    }

    /// 960 − 150 − 120 of the engine − 40 are left.
    @Test
    void whatWasFoundOutOfAWholeSystemStandsInItsRow() throws IOException {
        ResultFolder.capture(folder, "cron", 20, 22, 21);
        SystemTests.write(folder, "cron", "cron");

        Outcome outcome = Outcome.of(new analysis(), folder, "--no-charts");

        assertTrue(outcome.out().contains("Smallest_MiB | Left_at_Smallest_MiB"), outcome.out());
        SummaryCsv.Row row = SummaryCsv.read(folder.resolve(SummaryCsv.NAME)).getFirst();
        assertEquals(40, row.value(Column.SMALLEST_MIB));
        assertEquals(650, row.value(Column.LEFT_AT_SMALLEST_MIB));
        assertEquals(0.4, row.value(Column.FIND_BY_HAND_S));
        assertEquals(0, row.value(Column.FIND_CLICKS));
        assertEquals(3, row.value(Column.LOG_KEPT_OF_4));
    }

    @Test
    void aFindingThatFiveFilesShareIsOneLine() throws IOException {
        ResultFolder.copyOriginal(folder);

        List<String> warnings =
                Outcome.of(new analysis(), folder, "--no-charts").errLines().stream()
                        .filter(line -> line.contains("warning"))
                        .toList();

        assertEquals(
                List.of(
                        "analysis.java: warning: airflow.csv, cronicle.csv, kestra.csv, ofelia.csv,"
                                + " supervisord.csv: no jobs CSV: nothing proves that the job ran;"
                                + " RAM_Per_Job divides by 5 jobs, stated, not counted"),
                warnings);
    }

    @Test
    void rawFilesStayAsTheyAreAndDerivedOnesAreRewritten() throws IOException {
        ResultFolder.copyOriginal(folder);
        Map<String, String> before = checksums();
        Outcome.of(new analysis(), folder);
        Map<String, String> after = checksums();
        Files.writeString(folder.resolve("final_summary_report.csv"), "Orchestrator,old\n");

        Outcome.of(new analysis(), folder);

        assertEquals(after, checksums());
        after.keySet().retainAll(before.keySet());
        assertEquals(before, after);
    }

    @Test
    void theTableAloneLoadsNoDrawingLibrary() throws IOException, InterruptedException {
        ResultFolder.copyOriginal(folder);
        Path log = folder.resolve("classes.log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xlog:class+load:file=" + log,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "analysis",
                                "--no-charts",
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output.txt").toFile())
                        .start();

        assertEquals(0, process.waitFor(), Files.readString(folder.resolve("output.txt")));

        String loaded = Files.readString(log);
        assertTrue(loaded.contains("etl.show.MarkdownTable"));
        for (String prefix : List.of(" java.awt.", " org.jfree.", " tech.tablesaw.")) {
            assertFalse(loaded.contains(prefix), prefix);
        }
    }

    private Map<String, String> checksums() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(
                    Collectors.toMap(
                            file -> file.getFileName().toString(),
                            CaptureFiles::sha256,
                            (a, b) -> b,
                            TreeMap::new));
        }
    }
}
