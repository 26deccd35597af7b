package etl.show;

import etl.result.Column;
import etl.result.MedianInterval;
import etl.result.SummaryCsv.Row;

import java.util.ArrayList;
import java.util.List;

/// One column of the Markdown table: the values aligned at the decimal point, and behind each what
/// there is: the letters of its groups, the range of the repeats in parentheses, and the interval
/// of the median in square brackets where it is narrower than the range.
final class MarkdownColumn {

    private MarkdownColumn() {}

    /// The heading and one cell per row, all of the same length.
    static List<String> of(List<Row> rows, Column column) {
        List<String> values = new ArrayList<>(rows.stream().map(r -> value(r, column)).toList());
        int fraction = values.stream().mapToInt(MarkdownColumn::fraction).max().orElse(0);
        values.replaceAll(v -> v + " ".repeat(fraction - fraction(v)));
        List<String> groups = padded(rows.stream().map(r -> group(r, column)).toList());
        List<String> ranges = padded(rows.stream().map(r -> range(r, column)).toList());
        List<String> intervals = padded(rows.stream().map(r -> interval(r, column)).toList());
        List<String> cells = new ArrayList<>(List.of(column.header()));
        for (int i = 0; i < values.size(); i++) {
            cells.add(values.get(i) + groups.get(i) + ranges.get(i) + intervals.get(i));
        }
        pad(cells, true);
        return cells;
    }

    /// Fills up to the longest with spaces.
    ///
    /// @param right whether the texts go to the right
    static void pad(List<String> cells, boolean right) {
        int width = cells.stream().mapToInt(String::length).max().orElse(0);
        cells.replaceAll(
                c ->
                        right
                                ? " ".repeat(width - c.length()) + c
                                : c + " ".repeat(width - c.length()));
    }

    private static List<String> padded(List<String> cells) {
        List<String> padded = new ArrayList<>(cells);
        pad(padded, false);
        return padded;
    }

    private static String value(Row row, Column column) {
        double value = row.value(column);
        return Double.isNaN(value) ? "–" : column.text(value);
    }

    private static String group(Row row, Column column) {
        String letters = row.group(column);
        return letters.isEmpty() ? "" : " " + letters;
    }

    private static String range(Row row, Column column) {
        String span = span(column, row.lows().get(column), row.highs().get(column));
        return row.runs() < 2 || span.isEmpty() ? "" : " (" + span + ")";
    }

    private static String interval(Row row, Column column) {
        MedianInterval interval = row.intervals().get(column);
        if (interval == null) {
            return "";
        }
        String span = span(column, interval.low(), interval.high());
        return span.isEmpty() || range(row, column).equals(" (" + span + ")")
                ? ""
                : " [" + span + "]";
    }

    /// Empty where the two do not differ.
    private static String span(Column column, double from, double to) {
        String low = column.text(from);
        String high = column.text(to);
        return low.equals(high) ? "" : Shown.between(low, high);
    }

    private static int fraction(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point;
    }
}
