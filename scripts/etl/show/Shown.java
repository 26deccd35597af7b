package etl.show;

import etl.result.Column;
import etl.result.SummaryCsv.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A column as people see it: a heading, a unit, and values that fit each other. What was not
/// measured is said in words.
///
/// @param column the column of the summary that stands behind it
/// @param head short name
/// @param unit empty for counts
/// @param decimals the same in all rows, so that the digits stand below each other
record Shown(Column column, String head, String unit, int decimals) {

    static final String NOT_MEASURED = "not measured";

    private static final List<Shown> ALL =
            List.of(
                    new Shown(Column.AVG_RAM_MIB, "Average", "MiB", 1),
                    new Shown(Column.PEAK_RAM_MIB, "Peak", "MiB", 1),
                    new Shown(Column.RAM_PER_JOB, "Peak per job", "MiB", 1),
                    new Shown(Column.CPU_S_PER_JOB, "CPU per job", "s", 2),
                    new Shown(Column.JOBS_FIRED, "Jobs fired", "of expected", 0),
                    new Shown(Column.LATENCY_P50_MS, "Delay, median", "ms", 0),
                    new Shown(Column.LATENCY_MAX_MS, "Delay, longest", "ms", 0));

    /// Those columns that at least one row has.
    static List<Shown> of(List<Row> rows) {
        List<Shown> columns = new ArrayList<>();
        columns.add(new Shown(idle(rows), "Idle", "MiB", 1));
        columns.addAll(ALL);
        columns.removeIf(c -> rows.stream().allMatch(r -> Double.isNaN(r.value(c.column()))));
        return columns;
    }

    /// What a picture calls idle: the median of the idle seconds where every system has it, else
    /// the lowest reading of all of them. One picture never mixes the two.
    static Column idle(List<Row> rows) {
        return rows.stream().anyMatch(r -> Double.isNaN(r.value(Column.STEADY_RAM_MIB)))
                ? Column.IDLE_RAM_MIB
                : Column.STEADY_RAM_MIB;
    }

    String text(Row row) {
        double value = row.value(column);
        if (Double.isNaN(value)) {
            return NOT_MEASURED;
        }
        double expected = row.value(Column.JOBS_EXPECTED);
        return column == Column.JOBS_FIRED && !Double.isNaN(expected)
                ? number(value) + " of " + number(expected)
                : number(value);
    }

    /// The value with its unit behind it, where there is no heading to carry it.
    String withUnit(Row row) {
        boolean missing = Double.isNaN(row.value(column));
        return text(row) + (missing || column == Column.JOBS_FIRED ? "" : " " + unit);
    }

    /// Smallest and largest of the repeats; empty where they do not differ or there are none.
    String range(Row row) {
        String low = number(row.lows().get(column));
        String high = number(row.highs().get(column));
        return row.runs() < 2 || low.equals(high) ? "" : between(low, high);
    }

    /// From one number to another; a dash beside the hyphen of a negative one could not be read.
    static String between(String low, String high) {
        return low + (low.startsWith("-") ? " to " : "–") + high;
    }

    /// The letters of the systems that it cannot be told apart from; empty where there are none.
    String group(Row row) {
        return row.group(column);
    }

    /// A number beside words; what is missing is said in them.
    static String number(Double value, int decimals) {
        return value == null
                ? NOT_MEASURED
                : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /// A value of the column with as many decimals as the others have.
    String number(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
