package etl.result;

import static etl.result.Example.life;
import static etl.result.Example.sample;
import static etl.result.Example.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class OutliersTest {

    private static final double NONE = Double.NaN;

    /// Median 3.5; deviations 2.5 1.5 0.5 0.5 1.5 96.5, their median 1.5.
    @Test
    void theModifiedZScore() {
        assertArrayEquals(
                new double[] {
                    -0.6745 * 2.5 / 1.5,
                    -0.6745,
                    -0.6745 * 0.5 / 1.5,
                    0.6745 * 0.5 / 1.5,
                    0.6745,
                    0.6745 * 96.5 / 1.5
                },
                Outliers.scores(1, 2, 3, 4, 5, 100),
                1e-12);
    }

    /// With five runs nothing is flagged, nor where more than half of the runs are the same.
    @Test
    void whereTheRunsDoNotSupportAScoreThereIsNone() {
        assertArrayEquals(
                new double[] {NONE, NONE, NONE, NONE, NONE}, Outliers.scores(1, 2, 3, 4, 99));
        assertArrayEquals(
                new double[] {NONE, NONE, NONE, NONE, NONE, NONE},
                Outliers.scores(5, 5, 5, 5, 5, 9));
        assertArrayEquals(new double[0], Outliers.scores());
    }

    private static List<Problem> found(double... peaks) {
        List<Problem> problems = new ArrayList<>();
        List<Capture> captures = new ArrayList<>();
        for (double peak : peaks) {
            Run run = Example.run(life("a"));
            captures.add(
                    new Capture(
                            CaptureFiles.of(
                                    Path.of("set/run-" + (captures.size() + 1), "cron.csv")),
                            timeline(run, sample(0, "a", 10, 1), sample(60, "a", peak, 2)),
                            null,
                            run));
        }
        Summary summary = new Formulas(5, 150, problems::add).summary(captures);
        assertEquals(
                Statistics.median(Arrays.copyOf(peaks, peaks.length)),
                summary.value(Column.PEAK_RAM_MIB),
                "dropped nothing");
        return problems.stream().filter(p -> p.message().startsWith("outlier")).toList();
    }

    /// Median 33, MAD 1.5.
    @Test
    void aRunFarFromTheOthersIsNamedAndKept() {
        assertEquals(
                List.of(
                        new Problem(
                                Path.of("set/run-4/cron.csv"),
                                0,
                                "outlier, kept: Peak_RAM_MiB 90.0; the median of 6 runs is 33.0"
                                        + " (modified Z-score 25.6)")),
                found(31, 32, 33, 90, 33, 35));
    }

    @Test
    void runsNearEachOtherAreNot() {
        assertEquals(List.of(), found(31, 32, 33, 34, 35, 36));
    }
}
