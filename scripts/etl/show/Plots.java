//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import etl.result.Statistics;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.DoubleFunction;

/// JFreeChart in our look.
final class Plots {

    private static final int MOST_TICKS = 9;
    private static final int OVERHANG = 60;
    private static final int[] TIME_STEPS_S = {
        1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 86_400
    };

    private Plots() {}

    /// Draws the plot without frame or legend and returns where its data area lies.
    static Rectangle2D draw(Graphics2D g, XYPlot plot, Rectangle2D place) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null); // text may stand around the plot already
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setRenderingHints(g.getRenderingHints());
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(g, place, info);
        return info.getPlotInfo().getDataArea();
    }

    /// Draws a horizontal axis below the place of rows, its grid and a line at 0.
    ///
    /// @return where the rows lie
    static Rectangle2D rows(Graphics2D g, NumberAxis axis, Rectangle2D place) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        NumberAxis none = new NumberAxis();
        none.setVisible(false);
        XYPlot plot = new XYPlot(new DefaultXYDataset(), axis, none, new XYLineAndShapeRenderer());
        plot.setRangeGridlinesVisible(false);
        // a tick's label may reach over the plot, but JFreeChart clips at the edge of its place
        plot.setInsets(new RectangleInsets(0, OVERHANG, 0, OVERHANG));
        Rectangle2D area =
                draw(
                        g,
                        plot,
                        new Rectangle2D.Double(
                                place.getX() - OVERHANG,
                                place.getY(),
                                place.getWidth() + 2 * OVERHANG,
                                place.getHeight()));
        double zero = axis.valueToJava2D(0, area, RectangleEdge.BOTTOM);
        g.setColor(Look.MUTED);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(zero, area.getMinY(), zero, area.getMaxY()));
        return area;
    }

    /// An axis on which all values and 0 lie, with a little air.
    static NumberAxis withZero(double[] values, String unit) {
        double low = Math.min(0, Statistics.min(values));
        double high = Math.max(0, Statistics.max(values));
        double air = high > low ? 0.03 * (high - low) : 0.5;
        return number(low < 0 ? low - air : 0, high + air, unit);
    }

    /// A time axis from 0, in whole minutes, or in seconds where it is short; the last tick names
    /// the unit.
    static NumberAxis time(double endS) {
        double step = step(endS);
        return axis(
                0,
                endS,
                step,
                seconds -> "%.0f".formatted(step < 60 ? seconds : seconds / 60),
                step < 60 ? "s" : "min");
    }

    /// An axis with few round ticks, the last of which names the unit.
    static NumberAxis number(double low, double high, String unit) {
        double step = roundStep(high - low);
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        return axis(
                low,
                high,
                step,
                v -> String.format(Locale.ROOT, "%,." + decimals + "f", v == 0 ? 0 : v),
                unit);
    }

    private static NumberAxis axis(
            double low, double high, double step, DoubleFunction<String> text, String unit) {
        double last = Math.floor(high / step) * step;
        NumberAxis axis = new NumberAxis();
        axis.setTickUnit(
                new NumberTickUnit(step) {
                    @Override
                    public String valueToString(double value) {
                        boolean isLast = Math.abs(value - last) < step / 2;
                        return text.apply(value) + (isLast ? " " + unit : "");
                    }
                });
        axis.setRange(low, high);
        LogScale.style(axis);
        axis.setTickMarkOutsideLength(6);
        axis.setTickLabelInsets(new RectangleInsets(6, 0, 0, 0));
        return axis;
    }

    /// 1, 2 or 5 times a power of ten.
    private static double roundStep(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length / MOST_TICKS)));
        for (double factor : new double[] {1, 2, 5}) {
            if (length / (factor * power) <= MOST_TICKS) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static double step(double endS) {
        for (int step : TIME_STEPS_S) {
            if (endS / step <= MOST_TICKS) {
                return step;
            }
        }
        return Math.ceil(endS / MOST_TICKS);
    }
}
