//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import etl.result.Statistics;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Memory of all systems over time, from T = 0, on a log scale, each line named at its end. With
/// repeats a system's typical run is drawn thick and the others thin.
public final class MemoryChart {

    private static final int LABELS_THAT_FIT = 18;
    private static final int LABEL_HEIGHT = 24;

    private final List<MemoryLine> lines;
    private final List<MemoryLine> named;
    private final Map<String, Palette.Style> styles;

    private MemoryChart(List<MemoryLine> lines) {
        this.lines = lines;
        this.named = lines.stream().filter(MemoryLine::isTypical).toList();
        this.styles = Palette.of(named.stream().map(MemoryLine::system).toList());
    }

    /// @param source see [Caption]
    /// @throws Failure when no line has a reading
    public static void write(Path png, List<MemoryLine> lines, String source) {
        Look.save(png, picture(lines, source));
    }

    /// The same as a picture of a notebook.
    public static Picture picture(List<MemoryLine> lines, String source) {
        MemoryChart chart = new MemoryChart(MemoryLines.drawable(lines));
        String caption = source + " At the right: last reading." + Wording.memoryNote(lines);
        int height = Look.HEIGHT + LABEL_HEIGHT * Math.max(0, chart.named.size() - LABELS_THAT_FIT);
        String words = Wording.memoryTitle(chart.lines) + ". " + Wording.MEMORY_SUBTITLE;
        return Look.picture(words, Look.WIDTH, height, g -> chart.paint(g, caption, height));
    }

    private void paint(Graphics2D g, String caption, int height) {
        Frame.header(g, Wording.memoryTitle(lines), Wording.MEMORY_SUBTITLE);
        Frame.caption(g, caption, Look.WIDTH, height);
        NumberAxis time = Plots.time(lines.stream().mapToDouble(this::end).max().orElseThrow());
        LogScale mib = memoryAxis();
        XYPlot plot = new XYPlot(data(), time, mib, renderer());
        plot.setDomainGridlinesVisible(false);
        double right = EndLabels.room(g, named.stream().map(MemoryLine::name).toList());
        plot.setInsets(new RectangleInsets(16, Look.MARGIN, 14, right));
        double room = height - Look.HEADER - Frame.room(g, caption, Look.WIDTH);
        Rectangle2D area =
                Plots.draw(g, plot, new Rectangle2D.Double(0, Look.HEADER, Look.WIDTH, room));
        // after the chart, because the chart would clip its own annotations to the plot
        EndLabels.draw(g, named.stream().map(l -> label(l, time, mib, area)).toList(), area);
    }

    private double end(MemoryLine line) {
        return line.seconds()[line.seconds().length - 1];
    }

    private EndLabels.End label(MemoryLine line, NumberAxis time, LogScale mib, Rectangle2D area) {
        int last = line.last();
        return new EndLabels.End(
                line.name(),
                line.mib()[last],
                styles.get(line.system()),
                time.valueToJava2D(line.seconds()[last], area, RectangleEdge.BOTTOM),
                mib.valueToJava2D(line.mib()[last], area, RectangleEdge.LEFT));
    }

    private DefaultXYDataset data() {
        DefaultXYDataset data = new DefaultXYDataset();
        for (int i = 0; i < lines.size(); i++) {
            data.addSeries(i, new double[][] {lines.get(i).seconds(), lines.get(i).mib()});
        }
        return data;
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(
                true); // else every segment is stroked alone: no round joins
        for (int i = 0; i < lines.size(); i++) {
            Palette.Style style = styles.get(lines.get(i).system());
            boolean thick = lines.get(i).isTypical();
            Color line = style.line();
            Color pale = new Color(line.getRed(), line.getGreen(), line.getBlue(), 110);
            renderer.setSeriesPaint(i, thick ? line : pale);
            renderer.setSeriesStroke(i, style.stroke(thick ? 3 : 1.2));
        }
        return renderer;
    }

    private LogScale memoryAxis() {
        double[] all = MemoryLines.readings(lines);
        double[] range = LogScale.around(Statistics.min(all), Statistics.max(all));
        LogScale axis = new LogScale(range[0], range[1]);
        // on the left edge, "left" of the insets is the gap between label and plot
        axis.setTickLabelInsets(new RectangleInsets(0, 10, 0, 2));
        return axis;
    }
}
