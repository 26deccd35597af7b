package etl.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Runs that lie far from the other runs of their system, by the modified Z-score of Iglewicz and
/// Hoaglin, *How to Detect and Handle Outliers* (1993): 0.6745 · (x − median) ÷ MAD, where MAD is
/// the median of the absolute deviations from the median. Above 3.5 in either direction a run is
/// flagged. It is never dropped: medians and tests are made with it.
///
/// Only the columns in which systems are compared are looked at, and only from six runs on. Of
/// normally distributed values that hold no outlier, something is flagged in 28 of 100 samples of
/// three, in 15 of six and in 13 of ten (20 000 simulated samples each): with three runs the flag
/// would say next to nothing.
final class Outliers {

    static final int LEAST_RUNS = 6;

    private static final double LIMIT = 3.5;

    private Outliers() {}

    /// One finding per run and column.
    ///
    /// @param captures of one system
    /// @param numbers the columns of each of them
    static List<Problem> of(List<Capture> captures, List<Map<Column, Double>> numbers) {
        List<Problem> found = new ArrayList<>();
        for (Column column : Differences.COLUMNS) {
            double[] all =
                    numbers.stream().mapToDouble(n -> n.getOrDefault(column, Double.NaN)).toArray();
            int[] runs =
                    IntStream.range(0, all.length).filter(i -> !Double.isNaN(all[i])).toArray();
            double[] values = Arrays.stream(runs).mapToDouble(i -> all[i]).toArray();
            double[] scores = scores(values);
            for (int i = 0; i < runs.length; i++) {
                if (Math.abs(scores[i]) > LIMIT) {
                    found.add(
                            new Problem(
                                    captures.get(runs[i]).files().samples(),
                                    0,
                                    message(column, values[i], values, scores[i])));
                }
            }
        }
        return found;
    }

    private static String message(Column column, double value, double[] values, double score) {
        return "outlier, kept: %s %s; the median of %d runs is %s (modified Z-score %s)"
                .formatted(
                        column.header(),
                        column.text(value),
                        values.length,
                        column.text(Statistics.median(values)),
                        String.format(Locale.ROOT, "%.1f", score));
    }

    /// The modified Z-score of each value; `NaN` below six values, and where more than half of them
    /// are the same, which leaves no measure of their spread.
    static double[] scores(double... values) {
        double median = Statistics.median(values);
        double mad =
                Statistics.median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
        boolean none = values.length < LEAST_RUNS || mad == 0;
        return Arrays.stream(values)
                .map(v -> none ? Double.NaN : 0.6745 * (v - median) / mad)
                .toArray();
    }
}
