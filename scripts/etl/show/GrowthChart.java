//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import etl.result.Comparison;
import etl.result.Statistics;

import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// How a cost grows with the size of what is measured: one panel for each thing that is counted,
/// both axes logarithmic, so that what grows in proportion is a line at the same slope everywhere.
public final class GrowthChart {

    private static final int PANEL_HEADER = 66;
    private static final int PANEL_HEIGHT = 380;

    /// Panels beside each other: with more, their headings and names have no room.
    private static final int COLUMNS = 2;

    /// White between two panels, in points.
    static final double GAP = 26;

    /// From this size on all of a panel are told in thousands: their numbers are too long.
    private static final long THOUSANDS = 10_000;

    private static final int LABEL = 15;
    private static final Color OURS = new Color(0x0072B2);
    private static final Color PEER = new Color(0x5C6370);

    private final Map<String, List<Comparison>> panels = new LinkedHashMap<>();
    private final String caption;

    private GrowthChart(List<Comparison> comparisons, String caption) {
        this.caption = caption;
        for (Comparison c : comparisons) {
            if (c.size() != null) {
                String panel = "%s by number of %s".formatted(c.unit(), c.size().of());
                panels.computeIfAbsent(panel, k -> new ArrayList<>()).add(c);
            }
        }
        panels.values().removeIf(points -> points.size() < 2);
    }

    /// Writes the picture.
    ///
    /// @param caption below it
    /// @return false where there is nothing to show: no cost was measured at two sizes
    public static boolean write(Path png, List<Comparison> comparisons, String caption) {
        GrowthChart chart = new GrowthChart(comparisons, caption);
        if (!chart.panels.isEmpty()) {
            double height =
                    chart.panels.size() <= COLUMNS
                            ? Look.HEIGHT
                            : Look.HEADER
                                    + chart.lines() * PANEL_HEIGHT
                                    + Frame.room(Look.measure(), caption, Look.WIDTH);
            Look.save(png, Look.WIDTH, height, g -> chart.paint(g, height));
        }
        return !chart.panels.isEmpty();
    }

    private int columns() {
        return Math.min(panels.size(), COLUMNS);
    }

    private int lines() {
        return Math.ceilDiv(panels.size(), COLUMNS);
    }

    private void paint(Graphics2D g, double height) {
        Frame.header(
                g,
                "How the cost grows",
                "Medians of the turns; both axes logarithmic; the numbers are those of the largest"
                        + " size");
        Frame.caption(g, caption, Look.WIDTH, height);
        double across = (Look.WIDTH - 2.0 * Look.MARGIN + GAP) / columns();
        double down = (height - Look.HEADER - Frame.room(g, caption, Look.WIDTH)) / lines();
        int panel = 0;
        for (Map.Entry<String, List<Comparison>> entry : panels.entrySet()) {
            double x = Look.MARGIN + panel % columns() * across;
            double y = Look.HEADER + panel / columns() * down;
            Rectangle2D place = new Rectangle2D.Double(x, y, across - GAP, down);
            paint(g, entry.getKey(), entry.getValue(), place);
            panel++;
        }
    }

    private void paint(Graphics2D g, String title, List<Comparison> points, Rectangle2D place) {
        boolean large = points.stream().allMatch(c -> c.size().count() >= THOUSANDS);
        int unit = large ? 1000 : 1;
        String head = title + (large ? ", in thousands" : "");
        Look.text(g, head, Fonts.bold(18), Look.INK, place.getX(), place.getY() + 32, 0);
        double[] sizes = sizes(points, unit);
        double[] ours = points.stream().mapToDouble(c -> Statistics.median(c.ours())).toArray();
        // a peer that could not be measured, or of which nothing was seen, has no place here
        List<Comparison> known =
                points.stream()
                        .filter(c -> c.theirs().length > 0 && Statistics.min(c.theirs()) > 0)
                        .toList();
        double[] peerSizes = sizes(known, unit);
        double[] peers = known.stream().mapToDouble(c -> Statistics.median(c.theirs())).toArray();
        double[] all = DoubleStream.concat(DoubleStream.of(ours), DoubleStream.of(peers)).toArray();
        double[] range = LogScale.around(Statistics.min(all), Statistics.max(all));
        LogScale across = new LogScale(Statistics.min(sizes) / 1.5, Statistics.max(sizes) * 1.5);
        LogScale up = new LogScale(range[0], range[1]);
        up.setTickLabelInsets(new RectangleInsets(0, 0, 0, 4));

        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("ours", new double[][] {sizes, ours});
        data.addSeries("peer", new double[][] {peerSizes, peers});
        XYPlot plot = new XYPlot(data, across, up, renderer());
        plot.setInsets(new RectangleInsets(14, 0, 10, 12));
        Plots.draw(
                g,
                plot,
                new Rectangle2D.Double(
                        place.getX(),
                        place.getY() + PANEL_HEADER,
                        place.getWidth(),
                        place.getHeight() - PANEL_HEADER));
        double end = label(g, "ours", OURS, ours, place.getX(), place.getY());
        if (peers.length > 0) {
            label(g, known.getLast().peer(), PEER, peers, end + 18, place.getY());
        }
    }

    private static double[] sizes(List<Comparison> points, int unit) {
        return points.stream().mapToDouble(c -> c.size().count() / (double) unit).toArray();
    }

    /// The name, and the value of the last point, below the heading: beside the lines there is not
    /// always room for it.
    ///
    /// @return where it ends
    private static double label(
            Graphics2D g, String name, Color color, double[] ys, double x, double y) {
        String text = name + " " + Look.number(ys[ys.length - 1]);
        return Look.text(g, text, Fonts.bold(LABEL), color, x, y + 56, 0);
    }

    private static XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        for (int series = 0; series < 2; series++) {
            renderer.setSeriesPaint(series, series == 0 ? OURS : PEER);
            renderer.setSeriesShape(series, new Ellipse2D.Double(-4, -4, 8, 8));
            renderer.setSeriesStroke(series, new java.awt.BasicStroke(series == 0 ? 3 : 2));
        }
        return renderer;
    }
}
