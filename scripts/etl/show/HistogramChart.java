//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import etl.result.Statistics;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// How many values lie where: one row of bars per set of values, all on one axis, and below each
/// the interval from one quantile to another.
public final class HistogramChart {

    private static final int ROW = 136;
    private static final int BARS = 90;
    private static final int NAME_WIDTH = 280;
    private static final double MOST = 88;
    private static final Color BAR = new Color(0x0072B2);
    private static final Font NAMES = Fonts.bold(18);
    private static final Font SMALL = Fonts.plain(16);

    private final String title;
    private final String subtitle;
    private final String unit;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, double[] values, double low, double high) {}

    /// @param unit of the values
    public HistogramChart(String title, String subtitle, String unit) {
        this.title = title;
        this.subtitle = subtitle;
        this.unit = unit;
    }

    /// A row below the ones before; one without values says so.
    ///
    /// @param low beginning of the interval that is marked
    /// @param high its end
    public HistogramChart row(String name, double[] values, double low, double high) {
        rows.add(new Row(name, values, low, high));
        return this;
    }

    /// @param note the line below: where the numbers come from, what cannot be seen
    /// @return where nothing was measured, a picture that says so
    public Picture picture(String note) {
        if (rows.stream().allMatch(row -> row.values().length == 0)) {
            return Frame.nothing(title, subtitle, note);
        }
        double foot = 50 + Frame.room(Look.measure(), note, Look.WIDTH);
        double height = Look.HEADER + ROW * rows.size() + foot;
        return Look.picture(
                title + ". " + subtitle, Look.WIDTH, height, g -> paint(g, note, height));
    }

    private void paint(Graphics2D g, String note, double height) {
        Frame.header(g, title, subtitle);
        Frame.caption(g, note, Look.WIDTH, height);
        double[] all = rows.stream().flatMapToDouble(r -> DoubleStream.of(r.values())).toArray();
        NumberAxis axis = Plots.withZero(all, unit);
        double left = Look.MARGIN + NAME_WIDTH;
        double right = Look.WIDTH - Look.MARGIN - 40;
        Rectangle2D place =
                new Rectangle2D.Double(left, Look.HEADER, right - left, ROW * rows.size() + 40);
        Rectangle2D area = Plots.rows(g, axis, place);
        for (int i = 0; i < rows.size(); i++) {
            paint(g, rows.get(i), area, axis, Look.HEADER + ROW * (i + 1) - 34);
        }
    }

    /// @param base the line that the bars stand on
    private void paint(Graphics2D g, Row row, Rectangle2D area, NumberAxis axis, double base) {
        Look.text(g, row.name(), NAMES, Look.INK, Look.MARGIN, base - 44, 0);
        boolean none = row.values().length == 0;
        String median = none ? "too few values" : "median " + text(Statistics.median(row.values()));
        Look.text(g, median, SMALL, Look.MUTED, Look.MARGIN, base - 20, 0);
        if (!none) {
            String interval = text(row.low()) + " to " + text(row.high());
            Look.text(g, interval, SMALL, Look.MUTED, Look.MARGIN, base + 2, 0);
            paintBars(g, row, area, axis, base);
        }
    }

    private void paintBars(Graphics2D g, Row row, Rectangle2D area, NumberAxis axis, double base) {
        int[] counts = counts(row.values(), axis);
        double most = Arrays.stream(counts).max().orElseThrow();
        double width = area.getWidth() / BARS;
        g.setColor(BAR);
        for (int i = 0; i < BARS; i++) {
            double height = MOST * counts[i] / most;
            double left = area.getMinX() + i * width;
            g.fill(new Rectangle2D.Double(left, base - height, width - 1, height));
        }
        double left = axis.valueToJava2D(row.low(), area, RectangleEdge.BOTTOM);
        double right = axis.valueToJava2D(row.high(), area, RectangleEdge.BOTTOM);
        g.setColor(Look.INK);
        g.setStroke(new BasicStroke(3));
        g.draw(new Line2D.Double(left, base + 10, Math.max(right, left + 1), base + 10));
    }

    private String text(double value) {
        return Look.number(value) + " " + unit;
    }

    private static int[] counts(double[] values, NumberAxis axis) {
        int[] counts = new int[BARS];
        double length = axis.getUpperBound() - axis.getLowerBound();
        for (double value : values) {
            int bar = (int) (BARS * (value - axis.getLowerBound()) / length);
            counts[Math.clamp(bar, 0, BARS - 1)]++;
        }
        return counts;
    }
}
