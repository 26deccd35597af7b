package etl.show;

import static j2html.TagCreator.tag;

import j2html.tags.ContainerTag;

import java.util.Locale;

/// The few shapes that the charts of a page are made of. Horizontal positions are per cent,
/// vertical ones pixels: a chart is as wide as its place, and its text keeps its size. Colours come
/// from the style sheet by class.
final class Svg {

    private Svg() {}

    /// A drawing that a screen reader passes over: what it shows stands beside it in words.
    static ContainerTag<?> drawing(String classes, double height) {
        return tag("svg")
                .withClass(classes)
                .attr("width", "100%")
                .attr("height", number(height))
                .attr("aria-hidden", "true")
                .attr("focusable", "false");
    }

    /// @param from per cent
    /// @param to per cent
    static ContainerTag<?> bar(String classes, double from, double to, double y, double height) {
        return tag("rect")
                .withClass(classes)
                .attr("x", percent(from))
                .attr("width", percent(Math.max(0, to - from)))
                .attr("y", number(y))
                .attr("height", number(height));
    }

    static ContainerTag<?> line(String classes, double x1, double y1, double x2, double y2) {
        return tag("line")
                .withClass(classes)
                .attr("x1", percent(x1))
                .attr("x2", percent(x2))
                .attr("y1", number(y1))
                .attr("y2", number(y2));
    }

    static ContainerTag<?> dot(String classes, double x, double y, double radius) {
        return tag("circle")
                .withClass(classes)
                .attr("cx", percent(x))
                .attr("cy", number(y))
                .attr("r", number(radius));
    }

    /// @param anchor `start`, `middle` or `end`
    static ContainerTag<?> text(String classes, String text, double x, double y, String anchor) {
        return tag("text")
                .withClass(classes)
                .attr("x", percent(x))
                .attr("y", number(y))
                .attr("text-anchor", anchor)
                .withText(text);
    }

    static String percent(double value) {
        return number(value) + "%";
    }

    /// At most two decimals, none that say nothing.
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
    }
}
