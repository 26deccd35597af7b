//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// JFreeChart in our look.
final class Plots {

    private static final int MOST_TICKS = 9;
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

    /// A time axis from 0, in whole minutes, or in seconds where it is short; the last tick names
    /// the unit.
    static NumberAxis time(double endS) {
        double step = step(endS);
        double last = Math.floor(endS / step) * step;
        NumberAxis axis = new NumberAxis();
        axis.setTickUnit(
                new NumberTickUnit(step) {
                    @Override
                    public String valueToString(double seconds) {
                        String unit = step < 60 ? " s" : " min";
                        String number = "%.0f".formatted(step < 60 ? seconds : seconds / 60);
                        return seconds == last ? number + unit : number;
                    }
                });
        axis.setRange(0, endS);
        LogScale.style(axis);
        axis.setTickMarkOutsideLength(6);
        axis.setTickLabelInsets(new RectangleInsets(6, 0, 0, 0));
        return axis;
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
