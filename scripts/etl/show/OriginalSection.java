package etl.show;

import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import etl.result.Capture;
import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;
import etl.result.Timeline.Point;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The numbers that the project's predecessor published beside ours, by the same three formulas,
/// and what explains each difference. What is said of its captures is in the README beside them or
/// follows from them.
final class OriginalSection {

    private static final List<Column> COLUMNS =
            List.of(Column.IDLE_RAM_MIB, Column.PEAK_RAM_MIB, Column.AVG_RAM_MIB);

    private final MeasuredSet set;
    private final Map<String, MeasuredSystem> originals;
    private final List<MeasuredSystem> both;

    OriginalSection(MeasuredSet set, MeasuredSet original) {
        this.set = set;
        this.originals =
                original == null
                        ? Map.of()
                        : original.systems().stream()
                                .collect(
                                        Collectors.toMap(
                                                MeasuredSystem::system, Function.identity()));
        this.both =
                set.systems().stream()
                        .filter(s -> originals.containsKey(s.system()))
                        .filter(s -> !s.captures().getFirst().isOriginalFormat())
                        .toList();
    }

    /// Nothing where the two have no system in common.
    DomContent html() {
        return both.isEmpty()
                ? join()
                : section(
                                h2("Beside the original’s numbers"),
                                p(
                                        "This benchmark began with five captures that were"
                                                + " published in January 2026. By the same formulas"
                                                + " they say:"),
                                div(table(
                                                thead(
                                                        tr(
                                                                th("System"),
                                                                th("Lowest, original"),
                                                                th("Lowest, ours"),
                                                                th("Highest, original"),
                                                                th("Highest, ours"),
                                                                th("Mean, original"),
                                                                th("Mean, ours"))),
                                                tbody(each(both, this::row))))
                                        .withClass("scroll")
                                        .attr("tabindex", "0"),
                                h3("What explains the differences"),
                                ul(each(
                                                both,
                                                s ->
                                                        li(
                                                                b(SystemName.marked(s.row())),
                                                                text(": " + why(s)))))
                                        .withClass("prose"),
                                ul(each(general(), g -> li(g))).withClass("prose"),
                                p(text(
                                                "The captures and all that is known of them stand"
                                                    + " in results/original of this project. MiB,"
                                                    + " sum over the containers."))
                                        .withClass("note"))
                        .withId("original");
    }

    private DomContent row(MeasuredSystem ours) {
        Row then = originals.get(ours.system()).row();
        List<String> cells = new ArrayList<>();
        for (Column column : COLUMNS) {
            cells.add(mib(then.value(column)));
            cells.add(mib(ours.row().value(column)));
        }
        return tr(
                th(SystemName.label(ours.row())).attr("scope", "row"),
                each(cells, cell -> td(cell)));
    }

    private List<String> general() {
        List<Capture> captures =
                both.stream().map(s -> originals.get(s.system()).captures().getFirst()).toList();
        double shortest =
                captures.stream().mapToDouble(c -> c.measures().lengthS()).min().orElse(0);
        double longest = captures.stream().mapToDouble(c -> c.measures().lengthS()).max().orElse(0);
        return List.of(
                "All: the original’s machine was not recorded (its files only show a limit of 7.654"
                        + " GiB), nor were the versions; of each system there is one run.",
                "All: its “five minutes” last %.0f to %.0f s, and nothing in its files shows that a job ran."
                        .formatted(shortest, longest));
    }

    private String why(MeasuredSystem ours) {
        Capture then = originals.get(ours.system()).captures().getFirst();
        List<String> reasons = new ArrayList<>();
        double ratio =
                ours.row().value(Column.PEAK_RAM_MIB)
                        / originals.get(ours.system()).row().value(Column.PEAK_RAM_MIB);
        reasons.add("our highest reading is %s of the original’s".formatted(percent(ratio)));
        if (!ours.row().version().isEmpty()) {
            reasons.add("ours is version " + ours.row().version() + ", the original’s is unknown");
        }
        int containers = ours.captures().getLast().timeline().containers().size();
        int before = then.timeline().containers().size();
        if (containers != before) {
            reasons.add("%d containers here, %d there".formatted(containers, before));
        }
        double everyS = then.measures().lengthS() / Math.max(1, then.measures().instants() - 1);
        reasons.add(seldom(ours.captures().getLast(), everyS));
        return String.join("; ", reasons) + ".";
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    }

    /// Our own run, read as rarely as the original was, from every possible beginning.
    private static String seldom(Capture capture, double everyS) {
        List<Point> points = capture.timeline().instants();
        double end = points.getLast().elapsedS();
        double[] peaks =
                points.stream()
                        .mapToDouble(Point::elapsedS)
                        .filter(first -> first < everyS && first < end)
                        .map(first -> peak(points, first, everyS))
                        .filter(v -> !Double.isNaN(v))
                        .toArray();
        return "read only each %.1f s as there, ours would show %s to %s MiB as its highest"
                .formatted(everyS, mib(Statistics.min(peaks)), mib(Statistics.max(peaks)));
    }

    private static double peak(List<Point> points, double first, double everyS) {
        double next = first;
        double peak = Double.NaN;
        for (Point point : points) {
            if (point.elapsedS() >= next) {
                next += everyS;
                if (point.isComplete()) {
                    peak =
                            Double.isNaN(peak)
                                    ? point.memoryMib()
                                    : Math.max(peak, point.memoryMib());
                }
            }
        }
        return peak;
    }

    private static String mib(double value) {
        return Double.isNaN(value)
                ? Shown.NOT_MEASURED
                : String.format(Locale.ROOT, "%,.1f", value);
    }
}
