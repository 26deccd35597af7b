package etl.show;

import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;

import etl.result.Capture;
import etl.result.Column;
import etl.result.Fire;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;

import j2html.tags.DomContent;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Memory over time: one panel per system with every run and every fire.
final class MemorySection {

    private static final double HEIGHT = 150;

    /// Points that all lines together may have, so that the page stays small: from there on a point
    /// stands for more than a second.
    private static final double MOST_POINTS = 60_000;

    private final List<MeasuredSystem> systems;
    private final double lengthS;
    private final int perPointS;
    private final MeasuredSet set;

    MemorySection(MeasuredSet set) {
        this.set = set;
        this.systems =
                set.systems().stream()
                        .filter(s -> s.row().value(Column.PEAK_RAM_MIB) > 0)
                        .sorted(Comparator.comparingDouble(s -> s.row().value(Column.PEAK_RAM_MIB)))
                        .toList();
        this.lengthS =
                systems.stream()
                        .flatMap(s -> s.captures().stream())
                        .mapToDouble(c -> c.timeline().lengthS())
                        .max()
                        .orElse(0);
        double all =
                2
                        * systems.stream()
                                .flatMap(s -> s.captures().stream())
                                .mapToDouble(c -> c.timeline().lengthS())
                                .sum();
        this.perPointS = (int) Math.max(1, Math.ceil(all / MOST_POINTS));
    }

    DomContent html() {
        if (systems.isEmpty() || lengthS <= 0) {
            return section(
                            h2("Memory over time"),
                            p("No capture has two complete instants: nothing can be drawn."))
                    .withId("memory");
        }
        return section(
                        h2("Memory over time"),
                        p(use()).withClass("needs-script").attr("hidden", "hidden"),
                        MemoryControls.html(runs()),
                        systems.size() > 1
                                ? new MemoryOverview(systems, lengthS, perPointS).html()
                                : join(),
                        div(each(systems, this::panel)).withClass("panels"),
                        p(note()).withClass("note"),
                        new MemoryTable(systems, lengthS).html())
                .withId("memory");
    }

    private String use() {
        return (systems.size() > 1 ? "All systems on one log scale, then each on its own. " : "")
                + "Drag over a chart to zoom; point at a line, or focus a chart and use the arrow"
                + " keys, to read its values.";
    }

    private List<Integer> runs() {
        return systems.stream()
                .flatMap(s -> MemoryLine.of(s.captures()).stream())
                .map(MemoryLine::run)
                .distinct()
                .sorted()
                .toList();
    }

    private String note() {
        String second = perPointS == 1 ? "second" : perPointS + " seconds";
        return "Sum over all containers of the scheduler, MiB. The lines are the lowest and the"
                + " highest reading of each "
                + second
                + ", so that a spike of a single reading stays. Upright bands: the job, from its"
                + " start to its end; in the first chart, the minute at which it was due."
                + (runs().size() > 1
                        ? " Thick: the run with the median average; thin: the other runs."
                        : "");
    }

    private DomContent panel(MeasuredSystem system) {
        List<MemoryLine> lines = MemoryLine.of(system.captures());
        double most =
                lines.stream()
                        .flatMapToDouble(l -> Arrays.stream(l.mib()))
                        .filter(v -> !Double.isNaN(v))
                        .max()
                        .orElse(1);
        TimePlot plot = new TimePlot(PlotScale.linear(0, most, 3), lengthS, HEIGHT);
        for (int i = 0; i < lines.size(); i++) {
            addFires(plot, system.captures().get(i), lines.get(i));
        }
        lines.stream()
                .sorted(Comparator.comparing(MemoryLine::isTypical))
                .forEach(
                        line ->
                                plot.line(
                                        line.isTypical() ? "typical" : "other",
                                        lines.size() > 1 ? "run " + line.run() : "",
                                        thin(line, perPointS)));
        Shown peak = new Shown(Column.PEAK_RAM_MIB, "", "MiB", 1);
        return figure(
                        figcaption(
                                b(SystemName.label(system.row())),
                                span("peak " + peak.text(system.row()) + " MiB")),
                        plot.html(label(system), "panel"))
                .withClass("panel");
    }

    /// Its own number of slices: a run may be shorter than others.
    static MemoryLine thin(MemoryLine line, int perPointS) {
        double length = line.seconds()[line.seconds().length - 1];
        return line.thinned((int) Math.max(1, Math.ceil(length / perPointS)));
    }

    private static void addFires(TimePlot plot, Capture capture, MemoryLine line) {
        Instant start = capture.timeline().instants().getFirst().timestamp();
        if (start == null || capture.fires() == null) {
            return;
        }
        String which = line.isTypical() ? "typical" : "other";
        for (Fire fire : capture.fires()) {
            if (fire.isMissed()) {
                double due = seconds(start, fire.scheduled());
                plot.fire(which + " missed", line.run(), due, due);
            } else {
                double from = seconds(start, fire.started());
                double to = fire.ended() == null ? from : seconds(start, fire.ended());
                plot.fire(which, line.run(), from, to);
            }
        }
    }

    private static double seconds(Instant start, Instant time) {
        return Duration.between(start, time).toMillis() / 1000.0;
    }

    private static String label(MeasuredSystem system) {
        Shown low = new Shown(Column.IDLE_RAM_MIB, "", "MiB", 1);
        Shown peak = new Shown(Column.PEAK_RAM_MIB, "", "MiB", 1);
        return "Memory of %s over time, from %s to %s MiB; jobs fired: %s"
                .formatted(
                        SystemName.of(system.row()),
                        low.text(system.row()),
                        peak.text(system.row()),
                        new Shown(Column.JOBS_FIRED, "", "", 0).text(system.row()));
    }
}
