//DEPS tech.tablesaw:tablesaw-core:0.44.4

package etl.show;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A Tablesaw table as HTML for a notebook: numbers at the right with as many decimals as their
/// column needs, texts at the left, and a dash for what was not measured.
public final class TableHtml {

    private static final int MOST_DECIMALS = 3;
    private static final String MISSING = "–";
    private static final String LEFT = " style=\"text-align:left\"";
    private static final String RIGHT = " style=\"text-align:right\"";

    private final StringBuilder html = new StringBuilder();
    private boolean anyMissing;

    private TableHtml() {}

    /// All rows.
    public static String of(Table table) {
        return of(table, Integer.MAX_VALUE);
    }

    /// The first rows, and how many more there are.
    public static String of(Table table, int most) {
        return new TableHtml().text(table, Math.min(most, table.rowCount()));
    }

    private String text(Table table, int rows) {
        html.append("<table>\n<thead><tr>");
        for (Column<?> column : table.columns()) {
            html.append("<th").append(align(column)).append('>');
            html.append(SummaryHtml.escape(column.name())).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        List<List<String>> cells = table.columns().stream().map(c -> cells(c, rows)).toList();
        for (int row = 0; row < rows; row++) {
            html.append("<tr>");
            for (int k = 0; k < cells.size(); k++) {
                html.append("<td").append(align(table.column(k))).append('>');
                html.append(SummaryHtml.escape(cells.get(k).get(row))).append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").append(note(table.rowCount(), rows)).toString();
    }

    private String note(int all, int shown) {
        List<String> notes = new ArrayList<>();
        if (all == 0) {
            notes.add("no row");
        } else if (all > shown) {
            int more = all - shown;
            notes.add(String.format(Locale.ROOT, "%,d more row%s", more, more == 1 ? "" : "s"));
        }
        if (anyMissing) {
            notes.add(MISSING + " not measured");
        }
        return notes.isEmpty() ? "" : "<p>" + String.join("; ", notes) + "</p>\n";
    }

    private static String align(Column<?> column) {
        return isNumber(column) ? RIGHT : LEFT;
    }

    private static boolean isNumber(Column<?> column) {
        return column instanceof NumericColumn;
    }

    private List<String> cells(Column<?> column, int rows) {
        int decimals = isNumber(column) ? decimals((NumericColumn<?>) column, rows) : 0;
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (column.isMissing(row)) {
                anyMissing = true;
                cells.add(MISSING);
            } else if (isNumber(column)) {
                double value = ((NumericColumn<?>) column).getDouble(row);
                cells.add(String.format(Locale.ROOT, "%." + decimals + "f", value));
            } else {
                cells.add(
                        column.type() == ColumnType.STRING
                                ? (String) column.get(row)
                                : column.getString(row));
            }
        }
        return cells;
    }

    /// The fewest that show every value of the column, three at most.
    private static int decimals(NumericColumn<?> column, int rows) {
        int decimals = 0;
        for (int row = 0; row < rows; row++) {
            double value = column.isMissing(row) ? 0 : column.getDouble(row);
            while (decimals < MOST_DECIMALS && !isWhole(value * Math.pow(10, decimals))) {
                decimals++;
            }
        }
        return decimals;
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-6;
    }
}
