package etl.show;

import etl.result.Column;
import etl.result.MedianInterval;
import etl.result.SummaryCsv.Row;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The sentences below a table or a picture that say what repeats made of its values. Where the
/// runs are too few for a statement there is none.
final class RepeatNotes {

    private RepeatNotes() {}

    /// Says so where values are medians of repeats.
    static String medians(List<Row> rows) {
        int least = rows.stream().mapToInt(Row::runs).min().orElse(1);
        int most = rows.stream().mapToInt(Row::runs).max().orElse(1);
        if (most == 1) {
            return "";
        }
        return " Medians of " + (least == most ? most : least + " to " + most) + " runs.";
    }

    /// What the letters behind the values mean; empty where there are none.
    ///
    /// @param columns those that are shown
    static String groups(List<Row> rows, List<Column> columns) {
        List<Column> compared =
                columns.stream()
                        .filter(c -> rows.stream().anyMatch(r -> !r.group(c).isEmpty()))
                        .toList();
        if (compared.isEmpty()) {
            return "";
        }
        boolean all =
                rows.stream().allMatch(r -> compared.stream().noneMatch(c -> r.group(c).isEmpty()));
        return "Schedulers that share a letter in a column cannot be told apart there (Welch's"
                + " t-test on the logarithms, Holm's correction, 5 %)"
                + (all ? "." : "; those without one could not be compared.");
    }

    /// Where the interval of the median stands, and its exact coverage; empty where there is none.
    static String intervals(List<Row> rows) {
        String coverages =
                rows.stream()
                        .filter(r -> !r.intervals().isEmpty())
                        .map(Row::runs)
                        .distinct()
                        .sorted()
                        .map(RepeatNotes::coverage)
                        .collect(Collectors.joining(", "));
        return coverages.isEmpty()
                ? ""
                : "95 % interval of the median by order statistics, where all runs have the value: "
                        + coverages
                        + ".";
    }

    private static String coverage(int runs) {
        return String.format(
                Locale.ROOT,
                "%s with %d runs (exact coverage %.1f %%)",
                MedianInterval.isRange(runs) ? "the range" : "in square brackets",
                runs,
                100 * MedianInterval.coverage(runs));
    }
}
