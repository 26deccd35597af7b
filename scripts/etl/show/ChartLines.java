//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.stream.DoubleStream;

/// The lines of a [LineChart], as JFreeChart takes them.
record ChartLines(List<ChartLine> lines) {

    DefaultXYDataset data() {
        DefaultXYDataset data = new DefaultXYDataset();
        for (int i = 0; i < lines.size(); i++) {
            data.addSeries(i, new double[][] {lines.get(i).x(), lines.get(i).y()});
        }
        return data;
    }

    XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        // else every segment is stroked alone: no round joins
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < lines.size(); i++) {
            ChartLine line = lines.get(i);
            renderer.setSeriesPaint(i, line.style().line());
            renderer.setSeriesStroke(i, line.style().stroke(line.width()));
            renderer.setSeriesShapesVisible(i, line.hasDots());
            renderer.setSeriesShape(i, new Ellipse2D.Double(-5, -5, 10, 10));
        }
        return renderer;
    }

    /// All places on the x axis.
    double[] xs() {
        return lines.stream().flatMapToDouble(line -> DoubleStream.of(line.x())).toArray();
    }

    /// All values.
    double[] ys() {
        return lines.stream()
                .flatMapToDouble(line -> DoubleStream.of(line.y()))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
