//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import etl.result.Statistics;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// A logarithmic axis for MiB, with few round ticks.
final class LogScale extends LogAxis {

    /// An axis spans at least this factor: closer, and mere noise would look like a difference.
    static final double LEAST_SPAN = 3;

    private static final int MOST_TICKS = 6;

    private static final double[][] LADDERS = {
        {1, 1.5, 2, 3, 4, 5, 6, 8}, {1, 2, 3, 5, 7}, {1, 2, 5}, {1, 3}, {1}
    };

    LogScale(double low, double high) {
        setRange(low, high);
        style(this);
        setTickMarksVisible(false);
        setAxisLineVisible(false);
    }

    /// An axis of a given length with room at both ends, for text beside the outermost dots.
    static LogScale withRoom(double[] values, double length, double room) {
        double[] range = around(Statistics.min(values), Statistics.max(values));
        double factor = Math.pow(range[1] / range[0], room / (length - 2 * room));
        return new LogScale(range[0] / factor, range[1] * factor);
    }

    /// The values widened so that the span is not below the least, with air around them.
    static double[] around(double min, double max) {
        double low = min / 1.25;
        double high = max * 1.15;
        double missing = Math.sqrt(Math.max(1, LEAST_SPAN / (high / low)));
        return new double[] {low / missing, high * missing};
    }

    /// The round numbers in the range: the finest ladder that does not crowd the axis.
    static double[] ticks(double low, double high) {
        double[] ticks = {};
        for (double[] ladder : LADDERS) {
            ticks =
                    DoubleStream.iterate(1e-3, d -> d <= 1e7, d -> d * 10)
                            .flatMap(d -> Arrays.stream(ladder).map(step -> step * d))
                            .filter(v -> v >= low && v <= high)
                            .toArray();
            if (ticks.length <= MOST_TICKS) {
                break;
            }
        }
        return ticks;
    }

    /// A tick's number: no decimals that say nothing.
    static String label(double value) {
        String text = String.format(Locale.ROOT, "%,.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /// Our type and ink on any axis.
    static void style(ValueAxis axis) {
        axis.setTickLabelFont(Fonts.plain(16));
        axis.setTickLabelPaint(Look.MUTED);
        axis.setTickMarkPaint(Look.MUTED);
        axis.setAxisLinePaint(Look.MUTED);
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor =
                RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        return Arrays.stream(ticks(getRange().getLowerBound(), getRange().getUpperBound()))
                .mapToObj(v -> new NumberTick(v, label(v), anchor, anchor, 0))
                .toList();
    }
}
