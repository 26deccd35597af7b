package etl.show;

import etl.result.Column;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The summary as a picture for an article: lightest first, digits below each other, a bar for the
/// peak, and only those columns that at least one system has.
public final class TableImage {

    private static final int TOP = 156;
    private static final int GAP = 30;
    private static final int BAR_HEIGHT = 16;
    private static final int LEAST_BAR = 90;
    private static final Font NAMES = Fonts.bold(18);
    private static final Font SMALL = Fonts.plain(13);

    private final List<Row> rows;
    private final List<TableColumn> columns;
    private final Map<String, Palette.Style> styles;
    private final String caption;
    private final double names;
    private final double bar;
    private final double width;
    private final int rowHeight;

    private TableImage(List<Row> unsorted, String source, Graphics2D g) {
        rows = Wording.byPeak(unsorted);
        columns = Shown.of(rows).stream().map(shown -> new TableColumn(g, shown, rows)).toList();
        styles = Palette.of(rows.stream().map(Row::system).toList());
        caption = source + Wording.tableNote(rows);
        names = rows.stream().mapToDouble(r -> nameWidth(g, r)).max().orElseThrow();
        double taken = names + columns.stream().mapToDouble(c -> c.width() + GAP).sum();
        bar = Math.max(LEAST_BAR, Look.WIDTH - 2 * Look.MARGIN - taken - 16);
        width = 2 * Look.MARGIN + taken + bar + 16;
        boolean tall = rows.stream().anyMatch(r -> r.runs() > 1 || !Provenance.brief(r).isEmpty());
        rowHeight = tall ? 58 : 46;
    }

    /// @param source see [Caption]
    public static void write(Path png, List<Row> rows, String source) {
        TableImage table = new TableImage(rows, source, Look.measure());
        double foot = 20 + Frame.room(Look.measure(), table.caption, table.width);
        double height = TOP + table.rowHeight * rows.size() + foot;
        Look.save(png, table.width, height, g -> table.paint(g, height));
    }

    private void paint(Graphics2D g, double height) {
        Frame.header(
                g, "What each scheduler takes", "All containers of the stack, lightest peak first");
        Frame.caption(g, caption, width, height);
        rule(g, TOP, Look.INK);
        for (int i = 0; i < rows.size(); i++) {
            double y = TOP + rowHeight * (i + 0.5);
            paintName(g, rows.get(i), y);
            rule(g, TOP + rowHeight * (i + 1), Look.GRID);
        }
        double x = Look.MARGIN + names;
        for (TableColumn column : columns) {
            x += GAP + column.width();
            column.paint(g, x, TOP, rowHeight);
            if (column.shown().column() == Column.PEAK_RAM_MIB) {
                paintBars(g, x + 16);
                x += 16 + bar;
            }
        }
    }

    private void paintName(Graphics2D g, Row row, double y) {
        Color color = styles.get(row.system()).text();
        String below = Provenance.brief(row);
        double baseline = y + Look.middle(g, NAMES) - (below.isEmpty() ? 0 : 9);
        Look.text(g, Wording.name(row), NAMES, color, Look.MARGIN, baseline, 0);
        Look.text(g, below, SMALL, Look.MUTED, Look.MARGIN, baseline + 19, 0);
    }

    private void paintBars(Graphics2D g, double left) {
        double most = Statistics.max(Wording.peaks(rows));
        for (int i = 0; i < rows.size(); i++) {
            double share = rows.get(i).value(Column.PEAK_RAM_MIB) / most;
            if (!Double.isNaN(share)) {
                g.setColor(styles.get(rows.get(i).system()).line());
                double y = TOP + rowHeight * (i + 0.5) - BAR_HEIGHT / 2.0;
                g.fill(new Rectangle2D.Double(left, y, Math.max(1, bar * share), BAR_HEIGHT));
            }
        }
    }

    private void rule(Graphics2D g, double y, Color color) {
        g.setColor(color);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(Look.MARGIN, y, width - Look.MARGIN, y));
    }

    private static double nameWidth(Graphics2D g, Row row) {
        return Math.max(
                Look.width(g, Wording.name(row), NAMES),
                Look.width(g, Provenance.brief(row), SMALL));
    }
}
