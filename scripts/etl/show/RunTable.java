package etl.show;

import etl.result.Capture;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.Run;

import j2html.tags.DomContent;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// What each run kept of its plan, and what the machine did meanwhile.
record RunTable(MeasuredSet set) {

    private static final String NONE = "not recorded";

    DomContent html() {
        DataTable table =
                new DataTable(
                        "Run",
                        "Ended",
                        "Window, s",
                        "Readings",
                        "Missed",
                        "95 % of gaps, ms",
                        "Sampler",
                        "Load before",
                        "Steal, s",
                        "Swapped in, MiB",
                        "Engine, MiB",
                        "Recorder’s CPU, s");
        for (MeasuredSystem system : set.systems()) {
            for (int i = 0; i < system.captures().size(); i++) {
                table.row(cells(RunsSection.name(set, system, i), system.captures().get(i)));
            }
        }
        return table.html("Every run: what was kept of the plan, and what the machine did");
    }

    private static List<String> cells(String name, Capture capture) {
        Run run = capture.run();
        if (run == null) {
            return Stream.concat(
                            Stream.of(
                                    name,
                                    NONE,
                                    number(capture.measures().lengthS(), 1),
                                    number((double) capture.measures().instants(), 0)),
                            Stream.generate(() -> NONE).limit(8))
                    .toList();
        }
        Run.Interval interval = run.interval();
        Run.HostLoad host = run.host();
        return List.of(
                name,
                Objects.requireNonNullElse(run.termination(), NONE),
                run.window() == null
                        ? NONE
                        : number(run.window().keptS(), 1)
                                + " of "
                                + number(run.window().plannedS(), 0),
                interval == null ? NONE : whole(interval.instants()),
                interval == null ? NONE : whole(interval.missed()),
                interval == null ? NONE : number(interval.p95Ms(), 1),
                Objects.requireNonNullElse(run.sampler(), NONE),
                host == null ? NONE : number(host.load1(), 2),
                host == null ? NONE : number(host.stealS(), 2),
                host == null ? NONE : number(host.swapInMib(), 1),
                run.engineCost() == null ? NONE : number(run.engineCost().pssMib(), 0),
                run.recorder() == null ? NONE : number(run.recorder().captureCpuS(), 2));
    }

    private static String whole(Integer value) {
        return value == null ? NONE : number(value.doubleValue(), 0);
    }

    private static String number(Double value, int decimals) {
        return value == null ? NONE : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
