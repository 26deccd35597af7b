//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.SetChanges.Change;
import etl.result.SetChanges.Verdict;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

class SetChangesTest {

    private static MeasuredSet set(Map<String, double[]> peaks) {
        List<Summary> summaries = new ArrayList<>();
        peaks.forEach(
                (system, values) -> {
                    Map<Column, double[]> columns = new EnumMap<>(Column.class);
                    columns.put(Column.PEAK_RAM_MIB, values);
                    summaries.add(new Summary(system, system, "", "", "", columns));
                });
        List<SummaryCsv.Row> rows = Summary.rows(summaries);
        List<MeasuredSystem> systems = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            systems.add(
                    new MeasuredSystem(
                            rows.get(i), summaries.get(i), List.of(), List.of(), List.of()));
        }
        return new MeasuredSet(Path.of("set"), systems, Map.of(), null, 150);
    }

    private static Change peak(double[] before, double[] after) {
        return SetChanges.of(set(Map.of("cron", before)), set(Map.of("cron", after)))
                .of(Column.PEAK_RAM_MIB, "cron");
    }

    private static double[] runs(double... values) {
        return values;
    }

    @Test
    void aLargeShiftIsFoundInBothDirections() {
        assertEquals(Verdict.MORE, peak(runs(10, 10.1, 10.2), runs(20, 20.1, 20.3)).verdict());
        assertEquals(Verdict.LESS, peak(runs(20, 20.1, 20.3), runs(10, 10.1, 10.2)).verdict());
    }

    @Test
    void whatLiesWithinTheSpreadIsNot() {
        assertEquals(Verdict.NOT_TOLD_APART, peak(runs(10, 12, 14), runs(11, 13, 14.5)).verdict());
    }

    @Test
    void twoRunsGetNoVerdictHoweverFarApart() {
        Change change = peak(runs(10, 10.1), runs(99, 99.1, 99.2));
        assertEquals(Verdict.TOO_FEW_RUNS, change.verdict());
        assertEquals(99.1 / 10.05, change.ratio(), 1e-9);
    }

    /// Two systems are two chances of a false alarm: the same runs weigh less than alone.
    @Test
    void theSystemsOfAColumnAreOneFamily() {
        double[] before = runs(10, 10.4, 10.8);
        double[] after = runs(11, 11.4, 11.9);
        double alone = peak(before, after).adjusted();
        SetChanges two =
                SetChanges.of(
                        set(Map.of("cron", before, "ofelia", runs(5, 6, 7))),
                        set(Map.of("cron", after, "ofelia", runs(5.1, 6, 6.9))));
        assertEquals(2 * alone, two.of(Column.PEAK_RAM_MIB, "cron").adjusted(), 1e-12);
    }

    @Test
    void onlyWhatBothSetsHaveIsCompared() {
        SetChanges changes =
                SetChanges.of(
                        set(Map.of("cron", runs(1, 2, 3), "kestra", runs(1, 2, 3))),
                        set(Map.of("cron", runs(1, 2, 3))));
        assertEquals(List.of("cron"), changes.systems());
        assertEquals(0, changes.found());
        assertTrue(Double.isNaN(changes.of(Column.CPU_S, "cron").ratio()));
    }
}
