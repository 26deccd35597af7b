package etl.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What changed from one set to another, beyond noise: each system that is in both is compared with
/// itself by the test of [Differences], and the systems of one column are the family of Holm's
/// correction.
///
/// @param changes by column, and in it by system
public record SetChanges(List<Change> changes) {

    /// What the runs of two sets say about one system in one column.
    public enum Verdict {
        MORE,
        LESS,
        NOT_TOLD_APART,
        /// Fewer than three runs in one of the sets, or values that a test cannot use.
        TOO_FEW_RUNS
    }

    /// @param before one value per run that has it
    /// @param after one value per run that has it
    /// @param adjusted p-value after Holm's correction; `NaN` where nothing was tested
    public record Change(
            Column column, String system, double[] before, double[] after, double adjusted) {

        /// After ÷ before, of the medians; `NaN` where one is missing or 0.
        public double ratio() {
            double from = Statistics.median(before);
            return from > 0 ? Statistics.median(after) / from : Double.NaN;
        }

        public Verdict verdict() {
            if (Double.isNaN(adjusted)) {
                return Verdict.TOO_FEW_RUNS;
            }
            return adjusted > Differences.LEVEL
                    ? Verdict.NOT_TOLD_APART
                    : ratio() > 1 ? Verdict.MORE : Verdict.LESS;
        }
    }

    /// @param before the older set
    public static SetChanges of(MeasuredSet before, MeasuredSet after) {
        List<Change> changes = new ArrayList<>();
        for (Column column : Differences.COLUMNS) {
            List<Change> family = new ArrayList<>();
            for (MeasuredSystem old : before.systems()) {
                after.systems().stream()
                        .filter(s -> s.system().equals(old.system()))
                        .map(s -> raw(column, old.summary(), s.summary()))
                        .forEach(family::add);
            }
            changes.addAll(adjusted(family));
        }
        return new SetChanges(List.copyOf(changes));
    }

    private static Change raw(Column column, Summary before, Summary after) {
        double[] old = before.measured(column);
        double[] now = after.measured(column);
        boolean testable = Differences.isTestable(old) && Differences.isTestable(now);
        double p = testable ? Differences.p(old, now) : Double.NaN;
        return new Change(column, before.system(), old, now, p);
    }

    private static List<Change> adjusted(List<Change> family) {
        double[] p =
                family.stream()
                        .mapToDouble(Change::adjusted)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        double[] holm = Differences.holm(p);
        List<Change> adjusted = new ArrayList<>();
        int tested = 0;
        for (Change change : family) {
            boolean none = Double.isNaN(change.adjusted());
            adjusted.add(
                    none
                            ? change
                            : new Change(
                                    change.column(),
                                    change.system(),
                                    change.before(),
                                    change.after(),
                                    holm[tested++]));
        }
        return adjusted;
    }

    /// The systems that were compared.
    public List<String> systems() {
        return changes.stream().map(Change::system).distinct().toList();
    }

    /// The comparison of one system in one column.
    public Change of(Column column, String system) {
        return changes.stream()
                .filter(c -> c.column() == column && c.system().equals(system))
                .findFirst()
                .orElseThrow();
    }

    /// How many comparisons found a difference.
    public long found() {
        return changes.stream()
                .map(Change::verdict)
                .filter(v -> Arrays.asList(Verdict.MORE, Verdict.LESS).contains(v))
                .count();
    }
}
