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
        return shape(
                "rect", classes,
                "x", percent(from),
                "width", percent(Math.max(0, to - from)),
                "y", number(y),
                "height", number(height));
    }

    static ContainerTag<?> line(String classes, double x1, double y1, double x2, double y2) {
        return shape(
                "line", classes,
                "x1", percent(x1),
                "x2", percent(x2),
                "y1", number(y1),
                "y2", number(y2));
    }

    static ContainerTag<?> dot(String classes, double x, double y, double radius) {
        return shape(
                "circle", classes,
                "cx", percent(x),
                "cy", number(y),
                "r", number(radius));
    }

    /// @param anchor `start`, `middle` or `end`
    static ContainerTag<?> text(String classes, String text, double x, double y, String anchor) {
        return shape("text", classes, "x", percent(x), "y", number(y), "text-anchor", anchor)
                .withText(text);
    }

    /// @param attributes the name of one, its value, the next name …
    private static ContainerTag<?> shape(String name, String classes, String... attributes) {
        ContainerTag<?> shape = tag(name).withClass(classes);
        for (int i = 0; i < attributes.length; i += 2) {
            shape.attr(attributes[i], attributes[i + 1]);
        }
        return shape;
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
