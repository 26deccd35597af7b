package etl.show;

import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.SmallServer;
import etl.result.SummaryCsv.Row;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The 960 MiB of a 1 GB server as a bar per system, made of the parts that take them.
///
/// @param systems those that have a value, in their order
record AnswerChart(MeasuredSet set, List<MeasuredSystem> systems) {

    private static final double BAR = 20;

    DomContent keys() {
        return ul(
                        key(
                                "os",
                                "operating system, "
                                        + AnswerSection.whole(set.osShareMib())
                                        + " MiB stated"),
                        key("engine", "container engine"),
                        key("peak", "the scheduler at its peak"),
                        key("left", "left for the job"),
                        systems.stream().anyMatch(s -> s.row().runs() > 1)
                                ? li(span().withClass("whisker"), text("range of the runs"))
                                : join(),
                        systems.stream().anyMatch(s -> AnswerSection.left(s) < 0)
                                ? key("over", "more than there is")
                                : join())
                .withClass("keys")
                .attr("aria-hidden", "true");
    }

    private static DomContent key(String classes, String text) {
        return li(span().withClass("swatch " + classes), text(text));
    }

    /// One bar per system, in the order in which the server loses its parts.
    DomContent rows() {
        double most = systems.stream().mapToDouble(AnswerChart::most).max().orElse(0);
        double end = Math.max(SmallServer.ONE_GB_MIB, most);
        PlotScale scale = new PlotScale(0, end * 1.005, false, ticks(end));
        RowChart chart = new RowChart(scale, "MiB");
        for (MeasuredSystem system : systems) {
            chart.row(
                    SystemName.label(system.row()),
                    bar(scale, system),
                    value(system),
                    "left",
                    Svg.number(AnswerSection.left(system)));
        }
        return chart.html("What is left of 960 MiB, by system, most first", "answer");
    }

    /// What the server loses in the worst run.
    private static double most(MeasuredSystem system) {
        double worst = system.row().lows().get(Column.LEFT_OF_1GB_MIB);
        return SmallServer.ONE_GB_MIB - (Double.isNaN(worst) ? AnswerSection.left(system) : worst);
    }

    private static List<Double> ticks(double end) {
        List<Double> ticks = new ArrayList<>(List.of(0.0, 240.0, 480.0, 720.0, 960.0));
        for (double tick = 1200; tick <= end; tick += 240) {
            ticks.add(tick);
        }
        return ticks;
    }

    /// The parts in the order in which the server loses them.
    private List<DomContent> bar(PlotScale scale, MeasuredSystem system) {
        double all = SmallServer.ONE_GB_MIB;
        double os = set.osShareMib();
        double engine = os + system.engineMib();
        double peak = engine + system.row().value(Column.PEAK_RAM_MIB);
        List<DomContent> parts = new ArrayList<>();
        part(parts, scale, "os", 0, os);
        part(parts, scale, "engine", os, engine);
        part(parts, scale, "peak", engine, Math.min(peak, all));
        part(parts, scale, "left", peak, all);
        part(parts, scale, "over", Math.max(all, engine), peak);
        spread(parts, scale, system.row());
        double limit = scale.percent(all);
        parts.add(Svg.line("limit", limit, 0, limit, 2 * RowChart.middle()));
        return parts;
    }

    /// What is left, from its worst run to its best.
    private static void spread(List<DomContent> parts, PlotScale scale, Row row) {
        if (row.hasRange(Column.LEFT_OF_1GB_MIB)) {
            double worst =
                    scale.percent(SmallServer.ONE_GB_MIB - row.lows().get(Column.LEFT_OF_1GB_MIB));
            double best =
                    scale.percent(SmallServer.ONE_GB_MIB - row.highs().get(Column.LEFT_OF_1GB_MIB));
            double y = RowChart.middle();
            parts.add(Svg.line("whisker over-bar", best, y, worst, y));
        }
    }

    private static void part(
            List<DomContent> parts, PlotScale scale, String classes, double from, double to) {
        if (to > from) {
            parts.add(
                    Svg.bar(
                            "part " + classes,
                            scale.percent(from),
                            scale.percent(to),
                            RowChart.middle() - BAR / 2,
                            BAR));
        }
    }

    private DomContent value(MeasuredSystem system) {
        double left = AnswerSection.left(system);
        return left > 0
                ? RowChart.value(AnswerSection.signed(left), "MiB left")
                : RowChart.bad(AnswerSection.signed(left), "MiB, not enough");
    }

    private static String range(Row row) {
        return new Shown(Column.LEFT_OF_1GB_MIB, "", "MiB", 0).range(row).replace('-', '−');
    }

    DomContent data() {
        DataTable table =
                new DataTable(
                        "System",
                        "Operating system, stated",
                        "Engine",
                        "Scheduler’s peak",
                        "Left",
                        "Range of left");
        for (MeasuredSystem system : systems) {
            table.row(
                    SystemName.marked(system.row()),
                    AnswerSection.whole(set.osShareMib()),
                    AnswerSection.whole(system.engineMib()),
                    String.format(Locale.ROOT, "%,.1f", system.row().value(Column.PEAK_RAM_MIB)),
                    AnswerSection.signed(AnswerSection.left(system)),
                    range(system.row()));
        }
        return table.html("The numbers of this chart, MiB");
    }
}
