package etl.show;

import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;

/// The numbers of a chart as a plain table that opens below it: what a screen reader reads, and
/// what is copied.
final class DataTable {

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param head the first column names the row
    DataTable(String... head) {
        this(List.of(head));
    }

    DataTable(List<String> head) {
        this.head = head;
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    DomContent html(String title) {
        return details(
                        summary(title),
                        ScrollBox.of(
                                table(
                                        thead(tr(each(head, h -> th(h).attr("scope", "col")))),
                                        tbody(each(rows, DataTable::cells))),
                                title))
                .withClass("data");
    }

    private static DomContent cells(List<String> cells) {
        return tr(
                th(cells.getFirst()).attr("scope", "row"),
                each(cells.subList(1, cells.size()), cell -> td(cell)));
    }
}
