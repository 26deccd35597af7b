//DEPS org.apache.commons:commons-statistics-inference:1.2

package etl.result;

import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Which systems differ in one column: every pair is compared by Welch's t-test (1947), which does
/// not assume equal variances, on the logarithms of the runs, so that what is compared is a ratio.
/// The pairs of the column are one family: their p-values carry Holm's correction (1979).
///
/// A system takes part with three runs or more that have the value, all above 0 and not all the
/// same: of others there is no verdict.
///
/// @param systems those that take part, smallest median first
/// @param pairs all pairs of them
public record Differences(List<String> systems, List<Pair> pairs) {

    /// The columns in which systems are compared.
    static final Set<Column> COLUMNS =
            EnumSet.of(Column.STEADY_RAM_MIB, Column.PEAK_RAM_MIB, Column.CPU_S);

    /// The share of false alarms that is accepted, for all pairs of a column together.
    static final double LEVEL = 0.05;

    /// Below this number of runs there is no verdict.
    public static final int LEAST_RUNS = 3;

    private static final TTest WELCH = TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC);

    /// @param p of the single test, two-sided
    /// @param adjusted after Holm's correction for all pairs
    public record Pair(String first, String second, double p, double adjusted) {

        /// Whether the data support a difference.
        boolean differs() {
            return adjusted <= LEVEL;
        }
    }

    /// @param values by system, one per run that has it
    static Differences of(Map<String, double[]> values) {
        List<String> systems =
                values.keySet().stream()
                        .filter(system -> isTestable(values.get(system)))
                        .sorted(
                                Comparator.comparingDouble(
                                        system -> Statistics.median(values.get(system))))
                        .toList();
        List<String[]> names = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            for (int k = i + 1; k < systems.size(); k++) {
                names.add(new String[] {systems.get(i), systems.get(k)});
            }
        }
        double[] p =
                names.stream().mapToDouble(n -> p(values.get(n[0]), values.get(n[1]))).toArray();
        double[] adjusted = holm(p);
        List<Pair> pairs =
                IntStream.range(0, p.length)
                        .mapToObj(
                                i -> new Pair(names.get(i)[0], names.get(i)[1], p[i], adjusted[i]))
                        .toList();
        return new Differences(systems, pairs);
    }

    static boolean isTestable(double[] values) {
        if (values.length < LEAST_RUNS || Statistics.min(values) <= 0) {
            return false;
        }
        double[] logs = logs(values);
        return Statistics.min(logs) < Statistics.max(logs);
    }

    static double p(double[] a, double[] b) {
        return WELCH.test(logs(a), logs(b)).getPValue();
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /// Holm's step-down correction as adjusted p-values: the i-th smallest of m times m − i + 1,
    /// never below its predecessor and never above 1.
    static double[] holm(double... p) {
        int[] order =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> p[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] adjusted = new double[p.length];
        double least = 0;
        for (int i = 0; i < p.length; i++) {
            least = Math.max(least, Math.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }
}
