package etl.show;

import java.awt.Color;
import java.util.List;

/// A line of a [LineChart].
///
/// @param name at its right end; empty for one without
/// @param width in points
/// @param y `NaN` leaves a gap
record ChartLine(String name, Palette.Style style, double width, double[] x, double[] y) {

    /// So few points are single measurements, and are shown as such.
    private static final int FEW = 40;

    private static final int PALE = 140;

    /// In the colour of a system.
    static ChartLine of(String name, String system, double[] x, double[] y) {
        return new ChartLine(name, style(system), 3, x, y);
    }

    /// One of many, without a name.
    static ChartLine thin(String system, double[] x, double[] y) {
        Color color = style(system).line();
        Color pale = new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE);
        return new ChartLine("", new Palette.Style(pale, pale, 0), 2, x, y);
    }

    static ChartLine grey(String name, double[] x, double[] y) {
        return new ChartLine(name, new Palette.Style(Look.MUTED, Look.MUTED, 0), 2, x, y);
    }

    private static Palette.Style style(String system) {
        return Palette.of(List.of(system)).get(system);
    }

    boolean isNamed() {
        return !name.isEmpty();
    }

    boolean hasDots() {
        return y.length <= FEW;
    }

    /// Index of the last point that has a value; -1 where there is none.
    int last() {
        int i = y.length - 1;
        while (i >= 0 && Double.isNaN(y[i])) {
            i--;
        }
        return i;
    }
}
