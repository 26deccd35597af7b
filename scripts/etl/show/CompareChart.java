package etl.show;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.SetChanges;
import etl.result.SetChanges.Change;
import etl.result.SetChanges.Verdict;
import etl.result.Statistics;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// One column of two sets: after in per cent of before, by system.
///
/// @param after names the systems
/// @param head of the section
record CompareChart(MeasuredSet after, SetChanges changes, Column column, String head) {

    DomContent html() {
        double[] ratios =
                changes.systems().stream()
                        .map(s -> changes.of(column, s))
                        .flatMapToDouble(
                                c -> DoubleStream.concat(DoubleStream.of(1, c.ratio()), spread(c)))
                        .filter(r -> r > 0 && Double.isFinite(r))
                        .toArray();
        PlotScale scale = scale(Statistics.min(ratios), Statistics.max(ratios));
        RowChart chart = new RowChart(scale, "%");
        DataTable table =
                new DataTable(
                        "System",
                        "Before",
                        "Range",
                        "After",
                        "Range",
                        "Ratio",
                        "p, adjusted",
                        "Verdict");
        for (String system : changes.systems()) {
            Change change = changes.of(column, system);
            chart.row(text(title(system)), marks(scale, change), value(change));
            table.row(cells(title(system), change));
        }
        return section(
                        h2(head),
                        chart.html(head + ": after in per cent of before, by system", "changes"),
                        p("After in per cent of before, medians of the runs; points are the single"
                                        + " runs beside the median before. Full: changed beyond"
                                        + " noise (Welch’s t-test on the logarithms, Holm’s"
                                        + " correction, 5 %). Hollow: not, or not tested.")
                                .withClass("note"),
                        table.html("The numbers of this chart"))
                .withId(column.header());
    }

    /// Per cent, never narrower than 90 to 110: a change of nothing must look like nothing.
    private static PlotScale scale(double low, double high) {
        double from = Math.min(0.9, low) * 100;
        double to = Math.max(1.1, high) * 100;
        PlotScale all = PlotScale.linear(0, to - from, 5);
        List<Double> ticks = new ArrayList<>();
        double step = all.ticks().get(1) - all.ticks().get(0);
        for (double tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
            ticks.add(tick);
        }
        double room = (to - from) * 0.03;
        return new PlotScale(from - room, to + room, false, ticks);
    }

    private static DoubleStream spread(Change change) {
        double median = Statistics.median(change.before());
        return DoubleStream.of(change.after()).map(v -> v / median);
    }

    private String title(String system) {
        return after.systems().stream()
                .filter(s -> s.system().equals(system))
                .map(s -> SystemName.marked(s.row()))
                .findFirst()
                .orElseThrow();
    }

    private static List<DomContent> marks(PlotScale scale, Change change) {
        List<DomContent> marks = new ArrayList<>();
        double y = RowChart.middle();
        double same = scale.percent(100);
        marks.add(Svg.line("zero", same, 0, same, 2 * y));
        if (Double.isFinite(change.ratio())) {
            double x = scale.percent(100 * change.ratio());
            marks.add(Svg.line("span", same, y, x, y));
            spread(change)
                    .forEach(v -> marks.add(Svg.dot("point", scale.percent(100 * v), y, 3.5)));
            boolean found = change.verdict() == Verdict.MORE || change.verdict() == Verdict.LESS;
            marks.add(Svg.dot(found ? "disc" : "ring", x, y, 6));
        }
        return marks;
    }

    private static DomContent value(Change change) {
        if (!Double.isFinite(change.ratio())) {
            return RowChart.value("", Shown.NOT_MEASURED);
        }
        String percent = String.format(Locale.ROOT, "%.1f %%", 100 * change.ratio());
        return RowChart.value(percent, words(change.verdict()));
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case MORE -> "more than before";
            case LESS -> "less than before";
            case NOT_TOLD_APART -> "cannot be told apart";
            case TOO_FEW_RUNS -> "no verdict below three runs";
        };
    }

    private static List<String> cells(String name, Change change) {
        Column column = change.column();
        return List.of(
                name,
                median(column, change.before()),
                range(column, change.before()),
                median(column, change.after()),
                range(column, change.after()),
                Double.isFinite(change.ratio())
                        ? String.format(Locale.ROOT, "%.3f", change.ratio())
                        : Shown.NOT_MEASURED,
                Double.isNaN(change.adjusted())
                        ? "not tested"
                        : String.format(Locale.ROOT, "%.3g", change.adjusted()),
                words(change.verdict()));
    }

    private static String median(Column column, double[] values) {
        return values.length == 0 ? Shown.NOT_MEASURED : column.text(Statistics.median(values));
    }

    private static String range(Column column, double[] values) {
        return values.length < 2
                ? (values.length == 0 ? "no run" : "1 run")
                : column.text(Statistics.min(values)) + "–" + column.text(Statistics.max(values));
    }
}
