package etl.show;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;

/// One row of the efficiency chart: a hollow dot, a bar, a full dot, and their values beside them.
///
/// @param idle value at the hollow dot; `NaN` where it was not measured
/// @param peak value at the full dot
/// @param low smallest peak of the repeats; `NaN` where there are none
/// @param high largest peak of the repeats
record RangeRow(double idle, double peak, double low, double high, Palette.Style style) {

    static final Font FONT = Fonts.plain(17);

    private static final double DOT = 14;

    /// Where a value lies on the axis, in points of the canvas.
    interface Scale {
        double x(double mib);
    }

    void draw(Graphics2D g, Scale scale, double y) {
        double baseline = y + Look.middle(g, FONT);
        double right = scale.x(peak);
        g.setColor(style.line());
        if (!Double.isNaN(low)) {
            drawRange(g, scale.x(low), scale.x(high), y);
            right = scale.x(high);
        }
        if (!Double.isNaN(idle)) {
            double left = scale.x(idle);
            g.setStroke(new BasicStroke(4));
            g.draw(new Line2D.Double(left, y, scale.x(peak), y));
            Shape hollow = dot(left, y, DOT - 3);
            g.setColor(Color.WHITE);
            g.fill(hollow);
            g.setColor(style.line());
            g.setStroke(new BasicStroke(3));
            g.draw(hollow);
            double end = Math.min(left, Double.isNaN(low) ? left : scale.x(low)) - DOT;
            Look.textOnWhite(g, Look.number(idle), FONT, Look.MUTED, end, baseline, 1);
        }
        // a white rim keeps the two dots apart where they touch
        g.setColor(Color.WHITE);
        g.fill(dot(scale.x(peak), y, DOT + 3));
        g.setColor(style.line());
        g.fill(dot(scale.x(peak), y, DOT));
        Look.textOnWhite(g, Look.number(peak), FONT, Look.INK, right + DOT, baseline, 0);
    }

    private void drawRange(Graphics2D g, double from, double to, double y) {
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Line2D.Double(from, y, to, y));
        g.draw(new Line2D.Double(from, y - 10, from, y + 10));
        g.draw(new Line2D.Double(to, y - 10, to, y + 10));
    }

    private static Shape dot(double x, double y, double size) {
        return new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    }
}
