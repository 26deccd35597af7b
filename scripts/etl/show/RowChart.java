package etl.show;

import static j2html.TagCreator.b;
import static j2html.TagCreator.each;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.span;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;

/// A chart with one row per system: its name, its marks on a common axis, and the number in words.
/// It is a list, so that it can be read aloud; on a narrow screen name and number stand above the
/// marks.
final class RowChart {

    private static final double HEIGHT = 40;
    private static final double AXIS = 24;

    private final PlotScale scale;
    private final String unit;
    private final List<DomContent> rows = new ArrayList<>();

    /// @param unit stands behind the last tick
    RowChart(PlotScale scale, String unit) {
        this.scale = scale;
        this.unit = unit;
    }

    /// Half the height of a row: where its marks have their middle.
    static double middle() {
        return HEIGHT / 2;
    }

    /// @param marks drawn over the grid
    RowChart row(DomContent name, List<? extends DomContent> marks, DomContent value) {
        return row(name, marks, value, "", "");
    }

    /// @param key of the row's data attribute, for the script of the page; empty for none
    RowChart row(
            DomContent name,
            List<? extends DomContent> marks,
            DomContent value,
            String key,
            String data) {
        ContainerTag<?> drawing = Svg.drawing("marks", HEIGHT);
        for (double tick : scale.ticks()) {
            double x = scale.percent(tick);
            drawing.with(Svg.line(tick == 0 && scale.low() < 0 ? "zero" : "grid", x, 0, x, HEIGHT));
        }
        drawing.with(each(marks, mark -> mark));
        ContainerTag<?> row =
                li(
                        span(name).withClass("name"),
                        span(drawing).withClass("plot"),
                        span(value).withClass("value"));
        if (!key.isEmpty()) {
            row.attr("data-" + key, data);
        }
        rows.add(row);
        return this;
    }

    /// A number and what it is, in two columns of their own, so that the digits stand below each
    /// other.
    static DomContent value(String number, String words) {
        return join(b(number).withClass("number"), span(words).withClass("words"));
    }

    /// The same for a number that is bad news.
    static DomContent bad(String number, String words) {
        return join(b(number).withClass("number bad"), span(words).withClass("words"));
    }

    /// @param label what the list is, for a screen reader
    DomContent html(String label, String classes) {
        return ol(axis(), each(rows, row -> row))
                .withClass("rows " + classes)
                .attr("aria-label", label);
    }

    private DomContent axis() {
        ContainerTag<?> drawing = Svg.drawing("marks", AXIS);
        List<Double> ticks = scale.ticks();
        for (int i = 0; i < ticks.size(); i++) {
            double x = scale.percent(ticks.get(i));
            String anchor = x < 3 ? "start" : x > 97 ? "end" : "middle";
            boolean last = i == ticks.size() - 1;
            String text = PlotScale.text(ticks.get(i)) + (last ? " " + unit : "");
            drawing.with(Svg.text("tick", text, x, AXIS - 8, anchor));
        }
        return li(span().withClass("name"), span(drawing).withClass("plot"), span())
                .withClass("axis")
                .attr("aria-hidden", "true");
    }
}
