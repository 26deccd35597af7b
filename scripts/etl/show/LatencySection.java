package etl.show;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import etl.result.Capture;
import etl.result.Column;
import etl.result.Jobs;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How long after its minute each job began: one point per fire of every run.
final class LatencySection {

    private final MeasuredSet set;
    private final List<MeasuredSystem> systems;

    LatencySection(MeasuredSet set) {
        this.set = set;
        this.systems =
                set.systems().stream()
                        .filter(s -> latencies(s).length > 0)
                        .sorted(Comparator.comparingDouble(s -> Statistics.median(latencies(s))))
                        .toList();
    }

    private static double[] latencies(MeasuredSystem system) {
        return system.captures().stream()
                .map(Capture::fires)
                .filter(fires -> fires != null)
                .flatMapToDouble(fires -> Arrays.stream(Jobs.latenciesMs(fires)))
                .toArray();
    }

    DomContent html() {
        if (systems.isEmpty()) {
            return section(
                            h2("How late the jobs begin"),
                            p(
                                    set.systems().stream().allMatch(s -> jobs(s).isEmpty())
                                            ? "Not measured: no capture of this set has a ledger of"
                                                    + " fires."
                                            : finding()))
                    .withId("latency");
        }
        double[] all = systems.stream().flatMapToDouble(s -> Arrays.stream(latencies(s))).toArray();
        PlotScale scale = PlotScale.linear(Statistics.min(all), Statistics.max(all), 5);
        RowChart chart = new RowChart(scale, "ms");
        for (MeasuredSystem system : systems) {
            chart.row(SystemName.label(system.row()), marks(scale, system), value(system));
        }
        return section(
                        h2("How late the jobs begin"),
                        p(finding()).withClass("lead"),
                        chart.html("Delay of each job, by system, shortest first", "points"),
                        p("One point is one fire: the job’s first line minus the minute that it was"
                              + " due. The stroke is the median of all of them; the table at the"
                              + " top has the median of the runs’ medians. Left of 0 a job began"
                              + " before its minute."
                                        + missing())
                                .withClass("note"),
                        data())
                .withId("latency");
    }

    /// Of all systems: one without a single fire has no row, and counts here.
    private String finding() {
        List<Jobs> all = set.systems().stream().flatMap(s -> jobs(s).stream()).toList();
        int missed = all.stream().mapToInt(Jobs::missed).sum();
        int expected = all.stream().mapToInt(Jobs::expected).sum();
        return missed == 0
                ? "All %d jobs that were due were fired.".formatted(expected)
                : "%d of %d jobs that were due did not fire.".formatted(missed, expected);
    }

    /// Of each run that has a ledger.
    private static List<Jobs> jobs(MeasuredSystem system) {
        return system.captures().stream()
                .map(Capture::fires)
                .filter(fires -> fires != null)
                .map(Jobs::of)
                .toList();
    }

    private static List<DomContent> marks(PlotScale scale, MeasuredSystem system) {
        double y = RowChart.middle();
        double[] values = latencies(system);
        List<DomContent> marks = new ArrayList<>();
        for (double value : values) {
            marks.add(Svg.dot("point", scale.percent(value), y, 4.5));
        }
        double median = scale.percent(Statistics.median(values));
        marks.add(Svg.line("median", median, y - 11, median, y + 11));
        return marks;
    }

    private DomContent value(MeasuredSystem system) {
        double[] values = latencies(system);
        List<Jobs> jobs = jobs(system);
        List<String> trouble = new ArrayList<>();
        add(trouble, jobs.stream().mapToInt(Jobs::missed).sum(), "missed");
        add(trouble, jobs.stream().mapToInt(Jobs::failed).sum(), "failed");
        add(trouble, jobs.stream().mapToInt(Jobs::duplicate).sum(), "started twice");
        String words = "ms, at most " + ms(Statistics.max(values));
        String median = ms(Statistics.median(values));
        return trouble.isEmpty()
                ? RowChart.value(median, words)
                : RowChart.bad(median, words + "; " + String.join(", ", trouble));
    }

    private static void add(List<String> trouble, int count, String what) {
        if (count > 0) {
            trouble.add(count + " " + what);
        }
    }

    private String missing() {
        String names =
                set.systems().stream()
                        .filter(s -> !systems.contains(s))
                        .map(s -> SystemName.of(s.row()))
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Without a single recorded fire: " + names + ".";
    }

    private DomContent data() {
        DataTable table =
                new DataTable("System", "Fired", "Median", "95 %", "Longest", "Every fire, by run");
        for (MeasuredSystem system : systems) {
            Row row = system.row();
            double p95 = row.value(Column.LATENCY_P95_MS);
            table.row(
                    SystemName.marked(row),
                    new Shown(Column.JOBS_FIRED, "", "", 0).text(row),
                    ms(Statistics.median(latencies(system))),
                    Double.isNaN(p95) ? "from 20 fires on" : ms(p95),
                    ms(Statistics.max(latencies(system))),
                    system.captures().stream()
                            .map(LatencySection::list)
                            .collect(Collectors.joining("; ")));
        }
        return table.html("The numbers of this chart, ms");
    }

    private static String list(Capture capture) {
        return capture.fires() == null
                ? "no ledger"
                : capture.fires().stream()
                        .map(f -> f.isMissed() ? "missed" : ms(f.latencyMs()))
                        .collect(Collectors.joining(", "));
    }

    private static String ms(double value) {
        return String.format(Locale.ROOT, "%,.0f", value).replace('-', '−');
    }
}
