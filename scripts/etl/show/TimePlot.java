package etl.show;

import static j2html.TagCreator.div;
import static j2html.TagCreator.tag;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;

/// Memory over time as a drawing whose lines are kept in the units of the data: the page's script
/// zooms by changing the window on them, and reads values out of the same lines that are drawn.
///
/// Horizontally a unit is 0.1 s. Vertically it is what `data-unit` says, in MiB, or on a log axis
/// 0.001 of the decimal logarithm of the MiB; upward is negative, as SVG has it.
final class TimePlot {

    private static final double PER_SECOND = 10;
    private static final double LOG = 1000;

    /// Beyond every window that the script can choose, so that a band always fills the height.
    private static final double FAR = 1e6;

    private static final int[] STEPS_S = {
        1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400
    };

    private final PlotScale scale;
    private final double lengthS;
    private final double height;
    private final double unit;
    private final List<DomContent> shapes = new ArrayList<>();

    /// @param scale of the memory, MiB
    /// @param lengthS of the time axis
    /// @param height in pixels
    TimePlot(PlotScale scale, double lengthS, double height) {
        this.scale = scale;
        this.lengthS = lengthS;
        this.height = height;
        this.unit = scale.high() < 100 ? 0.01 : 0.1;
    }

    /// @param classes how it looks
    /// @param name is shown when its values are read
    TimePlot line(String classes, String name, MemoryLine line) {
        shapes.add(
                tag("path")
                        .withClass("line " + classes)
                        .attr("data-name", name)
                        .attr("data-run", Integer.toString(line.run()))
                        .attr("d", path(line.seconds(), line.mib())));
        return this;
    }

    /// A fire from its start to its end; of one without an end only the start shows.
    TimePlot fire(String classes, int run, double fromS, double toS) {
        double high = y(scale.high()) - FAR;
        shapes.add(
                tag("path")
                        .withClass("fire " + classes)
                        .attr("data-run", Integer.toString(run))
                        .attr(
                                "d",
                                "M%s,%s V%s H%s V%s"
                                        .formatted(
                                                Svg.number(fromS * PER_SECOND),
                                                Svg.number(high),
                                                Svg.number(high + 2 * FAR),
                                                Svg.number(Math.max(fromS, toS) * PER_SECOND),
                                                Svg.number(high))));
        return this;
    }

    /// @param label what it shows, for a screen reader
    /// @param classes of the whole
    ContainerTag<?> html(String label, String classes) {
        double top = y(scale.high());
        ContainerTag<?> data =
                tag("svg")
                        .withClass("lines")
                        .attr(
                                "viewBox",
                                "0 %s %s %s"
                                        .formatted(
                                                Svg.number(top),
                                                Svg.number(lengthS * PER_SECOND),
                                                Svg.number(y(scale.low()) - top)))
                        .attr("preserveAspectRatio", "none")
                        .attr("width", "100%")
                        .attr("height", Svg.number(height))
                        .attr("aria-hidden", "true")
                        .with(shapes);
        return div(grid(), data)
                .withClass("tplot " + classes)
                .attr("data-length", Svg.number(lengthS))
                .attr("data-unit", scale.log() ? "log" : Svg.number(unit))
                .attr("role", "img")
                .attr("aria-label", label)
                .attr("tabindex", "0");
    }

    /// Where a value lies, in pixels from the top.
    double pixel(double mib) {
        return height * (1 - scale.percent(mib) / 100);
    }

    private DomContent grid() {
        ContainerTag<?> grid = Svg.drawing("frame", height);
        for (double tick : scale.ticks()) {
            double y = pixel(tick);
            grid.with(
                    Svg.line("grid", 0, y, 100, y),
                    tag("text")
                            .withClass("tick")
                            .attr("x", "-8")
                            .attr("y", Svg.number(y + 4))
                            .attr("text-anchor", "end")
                            .withText(PlotScale.text(tick)));
        }
        int step = stepS();
        for (int second = 0; second <= lengthS; second += step) {
            double x = 100 * second / lengthS;
            boolean last = second + step > lengthS;
            grid.with(
                    Svg.line("grid up", x, height, x, height + 5),
                    Svg.text(
                            "tick",
                            PlotScale.text(second) + (last ? " s" : ""),
                            x,
                            height + 18,
                            second == 0 ? "start" : x > 97 ? "end" : "middle"));
        }
        return grid;
    }

    private int stepS() {
        for (int step : STEPS_S) {
            if (lengthS / step <= 6) {
                return step;
            }
        }
        return STEPS_S[STEPS_S.length - 1];
    }

    private double y(double mib) {
        return scale.log() ? -LOG * Math.log10(mib) : -mib / unit;
    }

    /// An instant without a sum breaks the line.
    private String path(double[] seconds, double[] mib) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < mib.length; i++) {
            boolean drawn = !Double.isNaN(mib[i]) && (mib[i] > 0 || !scale.log());
            if (drawn) {
                path.append(pen ? ' ' : 'M')
                        .append(Math.round(seconds[i] * PER_SECOND))
                        .append(',')
                        .append(Math.round(y(mib[i])));
            }
            pen = drawn;
        }
        return path.toString();
    }
}
