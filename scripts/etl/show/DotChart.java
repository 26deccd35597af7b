//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import etl.result.Statistics;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// One row per system and one dot per measurement, with a stroke and a number at their median: so
/// few values need no box.
public final class DotChart {

    private static final int ROW = 44;
    private static final int AXIS = 46;
    private static final double DOT = 13;
    private static final Font NAMES = Fonts.bold(18);
    private static final Font VALUES = Fonts.plain(17);

    private final String title;
    private final String subtitle;
    private final String unit;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, Palette.Style style, double[] values) {}

    /// @param unit of the values
    public DotChart(String title, String subtitle, String unit) {
        this.title = title;
        this.subtitle = subtitle;
        this.unit = unit;
    }

    /// A row below the ones before. Values that are `NaN` are left out; a row without any says so.
    public DotChart row(String name, String system, double... values) {
        double[] measured = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        rows.add(new Row(name, Palette.of(List.of(system)).get(system), measured));
        return this;
    }

    /// @param note the line below: where the numbers come from, what cannot be seen
    /// @return where nothing was measured, a picture that says so
    public Picture picture(String note) {
        if (rows.stream().allMatch(row -> row.values().length == 0)) {
            return Frame.nothing(title, subtitle, note);
        }
        double foot = AXIS + Frame.room(Look.measure(), note, Look.WIDTH);
        double height = Look.HEADER + 10 + ROW * rows.size() + foot;
        return Look.picture(
                title + ". " + subtitle, Look.WIDTH, height, g -> paint(g, note, height));
    }

    private void paint(Graphics2D g, String note, double height) {
        Frame.header(g, title, subtitle);
        Frame.caption(g, note, Look.WIDTH, height);
        double names =
                rows.stream().mapToDouble(r -> Look.width(g, r.name(), NAMES)).max().orElse(0);
        double left = Look.MARGIN + names + 24;
        double right = Look.WIDTH - Look.MARGIN - 110;
        double top = Look.HEADER + 10;
        double[] all = rows.stream().flatMapToDouble(r -> DoubleStream.of(r.values())).toArray();
        NumberAxis axis = Plots.withZero(all, unit);
        Rectangle2D place =
                new Rectangle2D.Double(left, top, right - left, ROW * rows.size() + AXIS - 10);
        Rectangle2D area = Plots.rows(g, axis, place);
        for (int i = 0; i < rows.size(); i++) {
            paint(g, rows.get(i), area, axis, top + ROW * (i + 0.5));
        }
    }

    private void paint(Graphics2D g, Row row, Rectangle2D area, NumberAxis axis, double y) {
        double baseline = y + Look.middle(g, NAMES);
        Look.text(g, row.name(), NAMES, row.style().text(), Look.MARGIN, baseline, 0);
        double edge = Look.WIDTH - Look.MARGIN;
        if (row.values().length == 0) {
            Look.text(g, Shown.NOT_MEASURED, VALUES, Look.MUTED, edge, baseline, 1);
            return;
        }
        Color line = row.style().line();
        g.setColor(new Color(line.getRed(), line.getGreen(), line.getBlue(), 120));
        for (double value : row.values()) {
            double x = axis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
            g.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
        }
        double median = Statistics.median(row.values());
        double x = axis.valueToJava2D(median, area, RectangleEdge.BOTTOM);
        g.setColor(Look.INK);
        g.setStroke(new BasicStroke(2.5f));
        g.draw(new Line2D.Double(x, y - 13, x, y + 13));
        Look.text(g, Look.number(median) + " " + unit, VALUES, Look.INK, edge, baseline, 1);
    }
}
