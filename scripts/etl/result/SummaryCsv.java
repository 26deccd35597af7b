package etl.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The summary table as a file, `final_summary_report.csv`: one row per system, lowest peak first
/// as in the original, each value the median of the system's runs. With repeats the smallest and
/// largest value of every column follow (`_min`, `_max`), and where they exist the interval of the
/// median (`_ci_low`, `_ci_high`, see [MedianInterval]) and the letters of the groups (`_group`,
/// see [Groups]).
public final class SummaryCsv {

    /// Name of the file in a result set.
    public static final String NAME = "final_summary_report.csv";

    static final String SYSTEM = "Orchestrator";
    static final String RUNS = "Runs";
    static final String TITLE = "Title";
    static final String VERSION = "Version";
    static final String SOURCE = "Source";
    static final String VERIFIED = "Verified";
    static final String MIN = "_min";
    static final String MAX = "_max";
    static final String CI_LOW = "_ci_low";
    static final String CI_HIGH = "_ci_high";
    static final String GROUP = "_group";

    private SummaryCsv() {}

    /// Writes the table; it is derived, so an older one is replaced. What no row has beyond medians
    /// and texts gets no columns.
    public static void write(Path file, List<Row> rows) {
        SummaryWriter.write(file, rows);
    }

    /// Reads the table back; columns that an older or the original's file lacks are missing values.
    ///
    /// @throws etl.Failure naming file and line for what is not a summary
    public static List<Row> read(Path file) {
        return SummaryReader.read(file);
    }

    /// One system of a summary file.
    ///
    /// @param values the medians; `NaN` where not measured
    /// @param lows smallest value of the repeats; `NaN` where fewer than two have one
    /// @param highs largest value of the repeats; `NaN` where fewer than two have one
    /// @param intervals 95 % intervals of the medians; only those that exist
    /// @param groups letters of the systems that cannot be told apart; only where there are any
    public record Row(
            String system,
            String title,
            String version,
            String source,
            String verified,
            int runs,
            Map<Column, Double> values,
            Map<Column, Double> lows,
            Map<Column, Double> highs,
            Map<Column, MedianInterval> intervals,
            Map<Column, String> groups) {

        public double value(Column column) {
            return values.get(column);
        }

        /// Whether the runs gave more than one value.
        public boolean hasRange(Column column) {
            return !Double.isNaN(lows.get(column));
        }

        /// Its letters in this column; empty where it was not compared.
        public String group(Column column) {
            return groups.getOrDefault(column, "");
        }
    }
}
