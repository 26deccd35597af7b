//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import etl.result.Statistics;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines in our look for a question of one's own: each named at its end, or unnamed and thin where
/// many of a kind stand beside each other; moments marked, stretches shaded. The value axis begins
/// at 0 unless a value is below.
public final class LineChart {

    private static final int HEIGHT = 560;
    private static final Color SHADE = new Color(0xF0F2F5);

    private final String title;
    private final String subtitle;
    private final List<ChartLine> lines = new ArrayList<>();
    private final List<double[]> shaded = new ArrayList<>();
    private final List<Double> marks = new ArrayList<>();
    private String markName = "";
    private String xUnit = "s";
    private String yUnit = "MiB";

    /// @param title what is seen
    /// @param subtitle what is drawn, and in which unit
    public LineChart(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /// The units at the ends of the axes; seconds and MiB where nobody says.
    public LineChart units(String x, String y) {
        xUnit = x;
        yUnit = y;
        return this;
    }

    /// A line in the colour of a system, with its name at its end. What is `NaN` leaves a gap; a
    /// line without any value is left out.
    public LineChart line(String name, String system, double[] x, double[] y) {
        lines.add(ChartLine.of(name, system, x, y));
        return this;
    }

    /// A grey line with its name at its end.
    public LineChart grey(String name, double[] x, double[] y) {
        lines.add(ChartLine.grey(name, x, y));
        return this;
    }

    /// A thin line without a name.
    public LineChart thin(String system, double[] x, double[] y) {
        lines.add(ChartLine.thin(system, x, y));
        return this;
    }

    /// Moments on the x axis, `NaN` left out; the first one carries the name.
    public LineChart marks(String name, double... at) {
        markName = name;
        Arrays.stream(at).filter(x -> !Double.isNaN(x)).forEach(marks::add);
        return this;
    }

    /// Stretches of the x axis on a pale ground.
    ///
    /// @param where one for each x
    public LineChart shade(double[] x, boolean[] where) {
        int from = 0;
        for (int i = 1; i <= x.length; i++) {
            if (i == x.length || where[i] != where[from]) {
                if (where[from]) {
                    shaded.add(new double[] {x[from], x[i - 1]});
                }
                from = i;
            }
        }
        return this;
    }

    /// @param note the line below: where the numbers come from, what cannot be seen
    /// @return where nothing was measured, a picture that says so
    public Picture picture(String note) {
        lines.removeIf(line -> line.last() < 0);
        if (lines.isEmpty()) {
            return Frame.nothing(title, subtitle, note);
        }
        return Look.picture(title + ". " + subtitle, Look.WIDTH, HEIGHT, g -> paint(g, note));
    }

    private void paint(Graphics2D g, String note) {
        Frame.header(g, title, subtitle);
        Frame.caption(g, note, Look.WIDTH, HEIGHT);
        ChartLines drawn = new ChartLines(lines);
        NumberAxis x = xAxis(Statistics.min(drawn.xs()), Statistics.max(drawn.xs()));
        double[] ys = drawn.ys();
        double low = Math.min(0, Statistics.min(ys));
        double high = Math.max(0, Statistics.max(ys));
        NumberAxis y = Plots.number(low * 1.05, high > low ? high * 1.08 : 1, yUnit);
        y.setAxisLineVisible(false);
        y.setTickMarksVisible(false);
        y.setTickLabelInsets(new RectangleInsets(0, 10, 0, 2));
        XYPlot plot = new XYPlot(drawn.data(), x, y, drawn.renderer());
        plot.setDomainGridlinesVisible(false);
        List<String> names = lines.stream().map(ChartLine::name).filter(n -> !n.isEmpty()).toList();
        plot.setInsets(
                new RectangleInsets(
                        24, Look.MARGIN, 14, names.isEmpty() ? 80 : EndLabels.room(g, names)));
        double room = HEIGHT - Look.HEADER - Frame.room(g, note, Look.WIDTH);
        Rectangle2D place = new Rectangle2D.Double(0, Look.HEADER, Look.WIDTH, room);
        // twice: where the plot lies is known only when it was drawn, and the shades belong below
        Rectangle2D area = Plots.draw(Look.measure(), plot, place);
        shaded.forEach(s -> shade(g, x, area, s));
        Plots.draw(g, plot, place);
        zero(g, y, area);
        mark(g, x, area);
        EndLabels.draw(
                g,
                lines.stream().filter(ChartLine::isNamed).map(l -> end(l, x, y, area)).toList(),
                area);
    }

    private NumberAxis xAxis(double low, double last) {
        double high = last > low ? last : low + 1; // a single point has no length
        return xUnit.equals("s") && low >= 0 ? Plots.time(high) : Plots.number(low, high, xUnit);
    }

    private void shade(Graphics2D g, NumberAxis x, Rectangle2D area, double[] span) {
        double from = at(x, Math.max(span[0], x.getLowerBound()), area);
        double to = at(x, Math.min(span[1], x.getUpperBound()), area);
        g.setColor(SHADE);
        g.fill(new Rectangle2D.Double(from, area.getMinY(), to - from, area.getHeight()));
    }

    private static void zero(Graphics2D g, NumberAxis y, Rectangle2D area) {
        double zero = y.valueToJava2D(0, area, RectangleEdge.LEFT);
        g.setColor(Look.MUTED);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(area.getMinX(), zero, area.getMaxX(), zero));
    }

    private void mark(Graphics2D g, NumberAxis x, Rectangle2D area) {
        g.setColor(Look.MUTED);
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, 0, 10, new float[] {3, 4}, 0));
        for (double mark : marks) {
            double at = at(x, mark, area);
            g.draw(new Line2D.Double(at, area.getMinY(), at, area.getMaxY()));
        }
        if (!marks.isEmpty()) {
            double first = at(x, marks.getFirst(), area);
            Look.text(g, markName, Fonts.plain(15), Look.MUTED, first, area.getMinY() - 8, 0.5);
        }
    }

    private static double at(NumberAxis x, double value, Rectangle2D area) {
        return x.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    private EndLabels.End end(ChartLine line, NumberAxis x, NumberAxis y, Rectangle2D area) {
        int last = line.last();
        return new EndLabels.End(
                line.name(),
                line.y()[last],
                line.style(),
                at(x, line.x()[last], area),
                y.valueToJava2D(line.y()[last], area, RectangleEdge.LEFT));
    }
}
