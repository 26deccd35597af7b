package etl.result;

import static etl.result.Example.life;
import static etl.result.Example.sample;
import static etl.result.Example.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.SummaryCsv.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What repeats add to the summary and to its file: nothing that their number does not support.
class SummaryRepeatsTest {

    private final Formulas formulas = new Formulas(5, 150, warning -> {});

    @TempDir private Path folder;

    /// One run per peak. The CPU seconds are a tenth of it.
    private Summary system(String name, double... peaks) {
        return formulas.summary(
                Arrays.stream(peaks).mapToObj(peak -> capture(name, peak)).toList());
    }

    private static Capture capture(String name, double peak) {
        Run run = Example.run(life("a"));
        Timeline timeline =
                timeline(run, sample(0, "a", 10, 1), sample(60, "a", peak, 1 + peak / 10));
        return new Capture(CaptureFiles.of(Path.of("set", name + ".csv")), timeline, null, run);
    }

    private List<Row> written(Summary... summaries) {
        Path file = folder.resolve(SummaryCsv.NAME);
        SummaryCsv.write(file, Summary.rows(List.of(summaries)));
        return SummaryCsv.read(file);
    }

    private String header() throws IOException {
        return Files.readAllLines(folder.resolve(SummaryCsv.NAME)).getFirst();
    }

    @Test
    void oneRunHasNeitherRangeNorIntervalNorGroup() throws IOException {
        written(system("cron", 30), system("ofelia", 300));

        assertTrue(header().endsWith(",Verified"), header());
    }

    @Test
    void twoRunsHaveARangeOnly() throws IOException {
        written(system("cron", 30, 31), system("ofelia", 300, 301));

        assertTrue(header().endsWith(",Window_s_min,Window_s_max"), header());
    }

    @Test
    void threeRunsHaveGroupsToo() throws IOException {
        List<Row> rows =
                written(
                        system("cron", 30, 31, 32),
                        system("ofelia", 31, 33, 32),
                        system("kestra", 300, 310, 320));

        assertTrue(
                header().endsWith(",Window_s_min,Window_s_max,Peak_RAM_MiB_group,CPU_s_group"),
                header());
        assertEquals(
                List.of("a", "a", "b"),
                rows.stream().map(r -> r.group(Column.PEAK_RAM_MIB)).toList());
        assertEquals(
                List.of("a", "a", "b"), rows.stream().map(r -> r.group(Column.CPU_S)).toList());
        assertEquals("", rows.getFirst().group(Column.IDLE_RAM_MIB));
    }

    @Test
    void aSystemWithTooFewRunsHasNoLetterBesideOthers() {
        List<Row> rows =
                written(
                        system("cron", 30, 31, 32),
                        system("kestra", 300, 310, 320),
                        system("dkron", 90, 91));

        assertEquals(
                List.of("a", "b", ""),
                rows.stream().map(r -> r.group(Column.PEAK_RAM_MIB)).toList());
    }

    @Test
    void oneSystemAloneHasNobodyToBeComparedWith() throws IOException {
        written(system("cron", 30, 31, 32));

        assertFalse(header().contains("_group"), header());
    }

    @Test
    void sixRunsHaveIntervalsToo() throws IOException {
        List<Row> rows =
                written(system("cron", 30, 35, 31, 34, 32, 33), system("ofelia", 1, 2, 3, 4, 5));

        assertTrue(header().contains(",Peak_RAM_MiB_ci_low,Peak_RAM_MiB_ci_high,"), header());
        assertFalse(header().contains("Ready_s_ci"), header());
        assertEquals(
                new MedianInterval(30, 35), rows.getFirst().intervals().get(Column.PEAK_RAM_MIB));
        assertEquals(Map.of(), rows.getLast().intervals());
    }

    /// Of seven runs one has no peak: the others would do, were it sure that it is missing by
    /// chance.
    @Test
    void aRunWithoutTheValueLeavesNoInterval() {
        double[] peaks = {1, 2, 3, 4, 5, 6, Double.NaN};
        Summary summary =
                new Summary("cron", "Cron", "", "", "", Map.of(Column.PEAK_RAM_MIB, peaks));

        assertEquals(Map.of(), Summary.rows(List.of(summary)).getFirst().intervals());
    }

    @Test
    void aGroupThatIsNoLetterNamesFileAndLine() throws IOException {
        Path file =
                Example.write(
                        folder,
                        SummaryCsv.NAME,
                        """
                        Orchestrator,Peak_RAM_MiB,Peak_RAM_MiB_group
                        cron,30.0,a
                        ofelia,31.0,<b>
                        """);

        Failure failure = assertThrows(Failure.class, () -> SummaryCsv.read(file));

        assertEquals(
                file + ": line 3: Peak_RAM_MiB_group is not letters of groups: '<b>'",
                failure.getMessage());
    }
}
