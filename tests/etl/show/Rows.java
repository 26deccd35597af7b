package etl.show;

import etl.result.Column;
import etl.result.SummaryCsv.Row;

import java.util.EnumMap;
import java.util.Map;

/// Rows of a summary in which only what a test names is measured.
final class Rows {

    private Rows() {}

    static Row row(String system, Map<Column, Double> measured) {
        return row(system, 1, measured, Map.of(), Map.of());
    }

    static Row row(
            String system,
            int runs,
            Map<Column, Double> medians,
            Map<Column, Double> lows,
            Map<Column, Double> highs) {
        return new Row(
                system,
                system,
                "",
                "",
                "",
                runs,
                all(medians),
                all(lows),
                all(highs),
                Map.of(),
                Map.of());
    }

    /// The same row with letters.
    static Row grouped(Row row, Map<Column, String> groups) {
        return new Row(
                row.system(),
                row.title(),
                row.version(),
                row.source(),
                row.verified(),
                row.runs(),
                row.values(),
                row.lows(),
                row.highs(),
                row.intervals(),
                groups);
    }

    private static Map<Column, Double> all(Map<Column, Double> measured) {
        Map<Column, Double> values = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            values.put(column, measured.getOrDefault(column, Double.NaN));
        }
        return values;
    }
}
