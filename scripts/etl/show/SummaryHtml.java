package etl.show;

import etl.result.SummaryCsv.Row;

import java.util.List;
import java.util.Map;

/// The summary as an HTML table, and the names of the systems with their colours.
final class SummaryHtml {

    private static final List<String> BORDERS = List.of("solid", "dashed", "dotted", "double");

    private SummaryHtml() {}

    static String table(List<Row> unsorted) {
        List<Row> rows = Wording.byPeak(unsorted);
        List<Shown> columns = Shown.of(rows);
        StringBuilder html =
                new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr><th></th>");
        for (Shown column : columns) {
            html.append(
                    "<th%s>%s<small>%s</small></th>"
                            .formatted(room(column, rows), column.head(), column.unit()));
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (Row row : rows) {
            html.append("<tr><th>").append(escape(Wording.name(row)));
            html.append(small(Provenance.brief(row))).append("</th>");
            for (Shown column : columns) {
                html.append(cell(column, row, room(column, rows)));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>").toString();
    }

    /// The names in the order given, each with a piece of its line.
    static String legend(List<String> systems, List<String> names) {
        Map<String, Palette.Style> styles = Palette.of(systems);
        StringBuilder html = new StringBuilder("<ul class=\"legend\">\n");
        for (int i = 0; i < systems.size(); i++) {
            Palette.Style style = styles.get(systems.get(i));
            html.append(
                    """
                    <li style="color:%s"><span class="swatch" \
                    style="border-top:4px %s %s"></span>%s</li>
                    """
                            .formatted(
                                    style.textHtml(),
                                    BORDERS.get(style.dash()),
                                    style.html(),
                                    escape(names.get(i))));
        }
        return html.append("</ul>").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String cell(Shown column, Row row, String room) {
        String text = column.text(row);
        return text.equals(Shown.NOT_MEASURED)
                ? "<td class=\"none\"" + room + ">" + text + "</td>"
                : "<td"
                        + room
                        + ">"
                        + text
                        + group(column.group(row))
                        + small(column.range(row))
                        + "</td>";
    }

    /// The letters take no width, so that the digits stand below each other; they reach into the
    /// room that the column keeps for them at its right.
    private static String group(String letters) {
        return letters.isEmpty()
                ? ""
                : "<span class=\"group\">&nbsp;" + escape(letters) + "</span>";
    }

    private static String room(Shown column, List<Row> rows) {
        int letters = rows.stream().mapToInt(r -> column.group(r).length()).max().orElse(0);
        return letters == 0 ? "" : " style=\"padding-right:%dch\"".formatted(letters + 1);
    }

    private static String small(String text) {
        return text.isEmpty() ? "" : "<small>" + escape(text) + "</small>";
    }
}
