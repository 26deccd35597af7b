package etl.result;

import static etl.result.Example.life;
import static etl.result.Example.sample;
import static etl.result.Example.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

class SummaryTest {

    private final Formulas formulas = new Formulas(5, 150, warning -> {});

    @TempDir private Path folder;

    /// A run with the given peak, and its fires at 1, 2, … ms.
    private static Capture repeat(double peakMib, int fires) {
        Run run = Example.run(life("a"));
        Timeline timeline = timeline(run, sample(0, "a", 10, 1), sample(60, "a", peakMib, 2));
        List<Fire> list =
                IntStream.rangeClosed(1, fires).mapToObj(i -> Example.fire(i, i, 1500, 0)).toList();
        return Example.capture(timeline, list, run);
    }

    /// Peaks 30, 50, 32: median 32, from 30 to 50. Per job 30/2, 50/2, 32/2.
    @Test
    void repeatsBecomeMedianAndRange() {
        Summary summary = formulas.summary(List.of(repeat(30, 2), repeat(50, 2), repeat(32, 2)));
        assertEquals(3, summary.runs());
        assertEquals(32, summary.value(Column.PEAK_RAM_MIB));
        assertEquals(30, summary.min(Column.PEAK_RAM_MIB));
        assertEquals(50, summary.max(Column.PEAK_RAM_MIB));
        assertEquals(16, summary.value(Column.RAM_PER_JOB));
    }

    /// One of three runs had no fire: the median of what was measured, 15 and 25, is 20.
    @Test
    void aRunWithoutTheValueIsLeftOut() {
        Summary summary = formulas.summary(List.of(repeat(30, 2), repeat(50, 2), repeat(32, 0)));
        assertEquals(20, summary.value(Column.RAM_PER_JOB));
        assertEquals(15, summary.min(Column.RAM_PER_JOB));
    }

    /// Peaks 30 and 50 have a range; what was measured once has none, and no column for it.
    @Test
    void oneValueIsNoRange() throws IOException {
        Summary summary = formulas.summary(List.of(repeat(30, 2), repeat(50, 0)));
        SummaryCsv.Row row = Summary.rows(List.of(summary)).getFirst();
        assertTrue(row.hasRange(Column.PEAK_RAM_MIB));
        assertEquals(15, row.value(Column.RAM_PER_JOB));
        assertFalse(row.hasRange(Column.RAM_PER_JOB));

        Path file = folder.resolve(SummaryCsv.NAME);
        SummaryCsv.write(file, List.of(row));
        String header = Files.readAllLines(file).getFirst();
        assertTrue(header.contains(",Peak_RAM_MiB_min,"), header);
        assertFalse(header.contains(",RAM_Per_Job_min,"), header);
        assertFalse(SummaryCsv.read(file).getFirst().hasRange(Column.RAM_PER_JOB));
    }

    /// 4 runs of 5 fires pool to 20; 3 runs to 15. Position 0.95 · 19 = 18.05 in four times 1 … 5
    /// is 5.
    @Test
    void thePercentileNeeds20FiresOfAllRuns() {
        Capture run = repeat(30, 5);
        assertEquals(5, formulas.summary(List.of(run, run, run, run)).value(Column.LATENCY_P95_MS));
        assertEquals(
                Double.NaN, formulas.summary(List.of(run, run, run)).value(Column.LATENCY_P95_MS));
    }

    @Test
    void theTableComesBackAsItWasWritten() throws IOException {
        Path file = folder.resolve(SummaryCsv.NAME);
        SummaryCsv.write(
                file,
                Summary.rows(List.of(formulas.summary(List.of(repeat(30, 2), repeat(50, 2))))));
        SummaryCsv.Row row = SummaryCsv.read(file).getFirst();
        assertEquals(
                List.of("cron", "Cron", "3.0"), List.of(row.system(), row.title(), row.version()));
        assertEquals(2, row.runs());
        assertEquals(40, row.value(Column.PEAK_RAM_MIB));
        assertEquals(30, row.lows().get(Column.PEAK_RAM_MIB));
        assertEquals(50, row.highs().get(Column.PEAK_RAM_MIB));
        assertEquals(Double.NaN, row.value(Column.READY_S));
        assertEquals(
                "Orchestrator,Idle_RAM_MiB,Peak_RAM_MiB,Avg_RAM_MiB,RAM_Per_Job",
                Files.readString(file).substring(0, 62));
    }

    /// The original's own summary has five columns; the rest was not measured.
    @Test
    void theOriginalsTableIsReadToo() throws IOException {
        Path file =
                Example.write(
                        folder,
                        SummaryCsv.NAME,
                        """
                        Orchestrator,Idle_RAM_MiB,Peak_RAM_MiB,Avg_RAM_MiB,RAM_Per_Job
                        ofelia,9.08,47.49,34.5,9.5
                        """);
        SummaryCsv.Row row = SummaryCsv.read(file).getFirst();
        assertEquals("ofelia", row.title());
        assertEquals(47.49, row.value(Column.PEAK_RAM_MIB));
        assertEquals(Double.NaN, row.value(Column.CPU_S));
    }
}
