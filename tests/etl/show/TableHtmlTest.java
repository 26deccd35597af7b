//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableHtmlTest {

    private static Table table(double... values) {
        DoubleColumn numbers = DoubleColumn.create("mib", values);
        StringColumn names = StringColumn.create("system");
        for (int i = 0; i < values.length; i++) {
            names.append("s" + i);
        }
        return Table.create(names, numbers);
    }

    private static String cell(String text) {
        return "<td style=\"text-align:right\">" + text + "</td>";
    }

    @Test
    void theNumbersOfAColumnHaveTheDecimalsThatOneOfThemNeeds() {
        String html = TableHtml.of(table(1, 2.25, 1000));

        assertTrue(html.contains(cell("1.00")), html);
        assertTrue(html.contains(cell("2.25")), html);
        assertTrue(html.contains(cell("1000.00")), html);
        assertTrue(TableHtml.of(table(1, 1.0 / 3)).contains(cell("0.333")));
        assertTrue(TableHtml.of(table(-3, 2)).contains(cell("-3")));
    }

    @Test
    void whatWasNotMeasuredIsADashAndSaidInWords() {
        String html = TableHtml.of(table(1, Double.NaN));

        assertTrue(html.contains(cell("–")), html);
        assertTrue(html.contains("– not measured"), html);
        assertFalse(TableHtml.of(table(1, 2)).contains("not measured"));
    }

    @Test
    void whatIsNotShownIsCounted() {
        String html = TableHtml.of(table(1, 2, 3), 2);

        assertEquals(3, html.split("<tr>", -1).length - 1, html);
        assertTrue(html.contains("<p>1 more row</p>"), html);
        assertTrue(TableHtml.of(table(new double[1500]), 2).contains("1,498 more rows"));
        assertTrue(TableHtml.of(table()).contains("<p>no row</p>"));
    }

    @Test
    void markupInANameStaysText() {
        Table table =
                Table.create(
                        StringColumn.create("a<b", "<i>x</i> & \"y\""), IntColumn.create("n", 1));

        String html = TableHtml.of(table);

        assertTrue(html.contains("a&lt;b"), html);
        assertTrue(html.contains("&lt;i&gt;x&lt;/i&gt; &amp; &quot;y&quot;"), html);
    }
}
