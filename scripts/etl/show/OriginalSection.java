package etl.show;

import static j2html.TagCreator.b;
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
import etl.result.Timeline.Point;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The numbers that the project's predecessor published beside ours, by the same three formulas,
/// and what explains each difference. What is said of its captures is in the README beside them or
/// follows from them.
final class OriginalSection {

    private static final List<Column> COLUMNS =
            List.of(Column.IDLE_RAM_MIB, Column.PEAK_RAM_MIB, Column.AVG_RAM_MIB);
    private static final List<String> HEAD =
            List.of(
                    "System",
                    "Lowest, original",
                    "Lowest, ours",
                    "Highest, original",
                    "Highest, ours",
                    "Mean, original",
                    "Mean, ours");

    private final List<MeasuredSystem> originals;
    private final Map<String, MeasuredSystem> ours;
    private final Map<String, String> notes;

    /// @param original null where there is none to put beside
    OriginalSection(MeasuredSet set, MeasuredSet original) {
        this.originals = original == null ? List.of() : original.systems();
        this.notes = original == null ? Map.of() : OriginalNotes.read(original.folder());
        this.ours =
                set.systems().stream()
                        .filter(s -> !s.captures().getFirst().isOriginalFormat())
                        .collect(Collectors.toMap(MeasuredSystem::system, Function.identity()));
    }

    /// Nothing where the two have no system in common.
    DomContent html() {
        return originals.stream().noneMatch(then -> ours.containsKey(then.system()))
                ? join()
                : section(
                                h2("Beside the original’s numbers"),
                                p(
                                        "This benchmark began with five captures that were"
                                                + " published in January 2026. By the same formulas"
                                                + " they say:"),
                                ScrollBox.of(
                                        table(
                                                thead(tr(each(HEAD, OriginalSection::heading))),
                                                tbody(each(originals, this::row))),
                                        "The original’s numbers beside ours"),
                                h3("What explains the differences"),
                                ul(each(originals, this::explanation)).withClass("prose"),
                                ul(each(general(), g -> li(g))).withClass("prose"),
                                p(text(
                                                "The captures and all that is known of them stand"
                                                    + " in results/original of this project. MiB,"
                                                    + " sum over the containers."))
                                        .withClass("note"))
                        .withId("original");
    }

    private static DomContent heading(String text) {
        return th(text).attr("scope", "col");
    }

    private DomContent row(MeasuredSystem then) {
        Optional<MeasuredSystem> now = now(then);
        List<String> cells = new ArrayList<>();
        for (Column column : COLUMNS) {
            cells.add(mib(then.row().value(column)));
            cells.add(mib(now.map(s -> s.row().value(column)).orElse(Double.NaN)));
        }
        return tr(
                th(SystemName.label(now.orElse(then).row())).attr("scope", "row"),
                each(cells, cell -> td(cell)));
    }

    private Optional<MeasuredSystem> now(MeasuredSystem then) {
        return Optional.ofNullable(ours.get(then.system()));
    }

    private DomContent explanation(MeasuredSystem then) {
        List<String> reasons = new ArrayList<>();
        Optional.ofNullable(notes.get(then.system())).ifPresent(reasons::add);
        reasons.add(now(then).map(now -> why(then, now)).orElse("Ours is not measured here."));
        return li(
                b(SystemName.marked(now(then).orElse(then).row())),
                text(": " + String.join(" ", reasons)));
    }

    private List<String> general() {
        double[] lengths =
                originals.stream()
                        .mapToDouble(then -> then.captures().getFirst().measures().lengthS())
                        .toArray();
        return List.of(
                "All: the original’s machine was not recorded (its files only show a limit of 7.654"
                        + " GiB); of each system there is one run.",
                "All: its “five minutes” last %.0f to %.0f s, and nothing in its files shows that a job ran."
                        .formatted(Statistics.min(lengths), Statistics.max(lengths)));
    }

    private static String why(MeasuredSystem then, MeasuredSystem now) {
        Capture before = then.captures().getFirst();
        Capture after = now.captures().getLast();
        List<String> reasons = new ArrayList<>();
        double ratio = now.row().value(Column.PEAK_RAM_MIB) / then.row().value(Column.PEAK_RAM_MIB);
        if (!Double.isNaN(ratio)) {
            reasons.add("Our highest reading is %s of the original’s".formatted(percent(ratio)));
        }
        if (!now.row().version().isEmpty()) {
            reasons.add("ours is version " + now.row().version());
        }
        int containers = after.timeline().containers().size();
        int containersThen = before.timeline().containers().size();
        if (containers != containersThen) {
            reasons.add("%d containers here, %d there".formatted(containers, containersThen));
        }
        double everyS = before.measures().lengthS() / Math.max(1, before.measures().instants() - 1);
        reasons.add(seldom(after, everyS));
        reasons.removeIf(String::isEmpty);
        return reasons.isEmpty() ? "" : String.join("; ", reasons) + ".";
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    }

    /// Our last run, read as rarely as the original was, from every possible beginning; empty where
    /// it has no complete instant.
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
        return peaks.length == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "read only each %.1f s as there, our last run would show %s to %s MiB as"
                                + " its highest",
                        everyS,
                        mib(Statistics.min(peaks)),
                        mib(Statistics.max(peaks)));
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
