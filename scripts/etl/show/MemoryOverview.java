package etl.show;

import static j2html.TagCreator.div;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.tag;

import etl.result.Capture;
import etl.result.Fire;
import etl.result.MeasuredSystem;
import etl.result.Statistics;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// All systems in one chart on a log scale, each named at the end of its line.
final class MemoryOverview {

    private static final double HEIGHT = 420;
    private static final double GAP = 17;
    private static final int LONGEST = 20;
    private static final double LEADER = 26;

    private final List<MeasuredSystem> systems;
    private final double lengthS;
    private final int perPointS;
    private final Map<String, Palette.Style> styles;

    MemoryOverview(List<MeasuredSystem> systems, double lengthS, int perPointS) {
        this.systems = systems;
        this.lengthS = lengthS;
        this.perPointS = perPointS;
        this.styles = Palette.of(systems.stream().map(MeasuredSystem::system).toList());
    }

    /// The end of the typical line of a system, in pixels from the top.
    private record End(MeasuredSystem system, double mib, double y) {}

    DomContent html() {
        List<MemoryLine> lines = lines();
        TimePlot plot = new TimePlot(scale(lines), lengthS, HEIGHT);
        due().forEach(second -> plot.fire("due", 0, second, second));
        lines.forEach(line -> draw(line, plot));
        return figure(
                        figcaption("All systems, MiB, log scale"),
                        div(
                                        plot.html(
                                                "Memory of all systems over time on a log scale;"
                                                        + " the values are in the table below the"
                                                        + " charts",
                                                "of-all"),
                                        labels(ends(lines, plot)))
                                .withClass("with-ends"),
                        SystemName.note(systems.stream().map(MeasuredSystem::row).toList()))
                .withClass("of-all");
    }

    /// Thin runs first, because what is drawn later lies on top.
    private List<MemoryLine> lines() {
        return systems.stream()
                .flatMap(s -> MemoryLine.of(s.captures()).stream())
                .map(MemoryLine::drawable)
                .filter(line -> line.last() >= 0)
                .sorted(Comparator.comparing(MemoryLine::isTypical))
                .toList();
    }

    private static PlotScale scale(List<MemoryLine> lines) {
        double[] all =
                lines.stream()
                        .flatMapToDouble(l -> Arrays.stream(l.mib()))
                        .filter(v -> v > 0)
                        .toArray();
        return PlotScale.log(Statistics.min(all), Statistics.max(all));
    }

    private void draw(MemoryLine line, TimePlot plot) {
        plot.line(
                (line.isTypical() ? "typical " : "other ") + styles.get(line.system()).classes(),
                SystemName.marked(system(line).row()),
                MemorySection.thin(line, perPointS));
    }

    /// The minutes at which the job was due, in seconds of the window, where they are the same in
    /// all runs; empty where they are not.
    private List<Double> due() {
        List<List<Double>> all =
                systems.stream()
                        .flatMap(s -> s.captures().stream())
                        .map(MemoryOverview::due)
                        .distinct()
                        .toList();
        return all.size() == 1 ? all.getFirst() : List.of();
    }

    private static List<Double> due(Capture capture) {
        Instant start = capture.timeline().instants().getFirst().timestamp();
        return start == null || capture.fires() == null
                ? List.of()
                : capture.fires().stream()
                        .map(Fire::scheduled)
                        .distinct()
                        .map(time -> Duration.between(start, time).toMillis() / 1000.0)
                        .map(second -> Math.round(second * 2) / 2.0)
                        .sorted()
                        .toList();
    }

    /// Where the typical lines end, from the top down.
    private List<End> ends(List<MemoryLine> lines, TimePlot plot) {
        return lines.stream()
                .filter(MemoryLine::isTypical)
                .map(line -> end(line, plot))
                .sorted(Comparator.comparingDouble(End::y))
                .toList();
    }

    private End end(MemoryLine line, TimePlot plot) {
        double mib = line.mib()[line.last()];
        return new End(system(line), mib, plot.pixel(mib));
    }

    private MeasuredSystem system(MemoryLine line) {
        return systems.stream()
                .filter(s -> s.system().equals(line.system()))
                .findFirst()
                .orElseThrow();
    }

    /// What fits beside the chart on a narrow screen.
    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }

    private DomContent labels(List<End> ends) {
        double[] ys =
                EndLabels.spread(ends.stream().mapToDouble(End::y).toArray(), GAP, 6, HEIGHT - 6);
        ContainerTag<?> drawing = Svg.drawing("labels", HEIGHT);
        for (int i = 0; i < ys.length; i++) {
            End end = ends.get(i);
            Palette.Style style = styles.get(end.system().system());
            String name = SystemName.marked(end.system().row());
            drawing.with(
                    tag("path")
                            .withClass("leader " + style.classes())
                            .attr(
                                    "d",
                                    "M0,%s H8 L%s,%s"
                                            .formatted(
                                                    Svg.number(end.y()),
                                                    Svg.number(LEADER - 4),
                                                    Svg.number(ys[i]))),
                    tag("text")
                            .withClass("end " + style.classes())
                            .attr("data-name", name)
                            .attr("x", Svg.number(LEADER))
                            .attr("y", Svg.number(ys[i] + 4))
                            .with(
                                    tag("tspan").withText(shortened(name)),
                                    tag("tspan")
                                            .withClass("end-value")
                                            .withText(" " + Look.number(end.mib()))));
        }
        return drawing;
    }
}
