package etl.show;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/// Names lines at their right ends, in one column beside the plot: moved apart where they would
/// overlap, each tied to its end by a thin leader.
final class EndLabels {

    private static final int SIZE = 17;
    private static final double GAP = 24;
    private static final double LEADER = 30;

    /// The end of a line, in points of the canvas.
    record End(String name, double value, Palette.Style style, double x, double y) {}

    private EndLabels() {}

    /// Room that the labels need at the right of the plot, margin included.
    static double room(Graphics2D g, List<String> names) {
        double widest =
                names.stream().mapToDouble(n -> Look.width(g, n, Fonts.bold(SIZE))).max().orElse(0);
        return LEADER + widest + 7 + Look.width(g, "1,446", Fonts.plain(SIZE)) + Look.MARGIN;
    }

    static void draw(Graphics2D g, List<End> ends, Rectangle2D plot) {
        List<End> sorted = ends.stream().sorted(Comparator.comparingDouble(End::y)).toList();
        double[] wanted = sorted.stream().mapToDouble(End::y).toArray();
        double[] ys = spread(wanted, GAP, plot.getMinY(), plot.getMaxY());
        double x = plot.getMaxX() + LEADER;
        for (int i = 0; i < ys.length; i++) {
            End end = sorted.get(i);
            g.setColor(end.style().line());
            g.fill(new Ellipse2D.Double(end.x() - 4, end.y() - 4, 8, 8));
            g.setStroke(new BasicStroke(1));
            Path2D leader = new Path2D.Double();
            leader.moveTo(end.x() + 8, end.y());
            leader.lineTo(x - 18, end.y());
            leader.lineTo(x - 6, ys[i]);
            g.draw(leader);
            double baseline = ys[i] + Look.middle(g, Fonts.bold(SIZE));
            double right =
                    Look.text(g, end.name(), Fonts.bold(SIZE), end.style().text(), x, baseline, 0);
            String value = Look.number(end.value());
            Look.text(g, value, Fonts.plain(SIZE), Look.INK, right + 7, baseline, 0);
        }
    }

    /// Moves ascending positions as little as possible (least squares, by pooling neighbours that
    /// collide: isotonic regression) so that they keep the gap and lie inside [min, max]. Where
    /// there is not room for all, they start at min and run over max.
    static double[] spread(double[] wanted, double gap, double min, double max) {
        int n = wanted.length;
        int blocks = 0;
        double[] mean = new double[n];
        int[] size = new int[n];
        for (int i = 0; i < n; i++) {
            mean[blocks] = wanted[i] - i * gap;
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                blocks--;
                int both = size[blocks - 1] + size[blocks];
                mean[blocks - 1] =
                        (mean[blocks - 1] * size[blocks - 1] + mean[blocks] * size[blocks]) / both;
                size[blocks - 1] = both;
            }
        }
        double[] moved = new double[n];
        double last = Math.max(min, max - (n - 1) * gap);
        for (int block = 0, i = 0; block < blocks; block++) {
            for (int k = 0; k < size[block]; k++, i++) {
                moved[i] = Math.clamp(mean[block], min, last) + i * gap;
            }
        }
        return moved;
    }
}
