package etl.show;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.SummaryCsv.Row;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// CPU time that a system takes for each fire of the job, everything that it does meanwhile
/// included.
final class CpuSection {

    private static final double BAR = 14;
    private static final Shown PER_JOB = new Shown(Column.CPU_S_PER_JOB, "", "s", 2);
    private static final Shown IDLE = new Shown(Column.IDLE_CPU_PERCENT, "", "%", 2);
    private static final Shown WINDOW = new Shown(Column.CPU_S, "", "s", 2);

    private final List<Row> all;
    private final List<Row> rows;

    CpuSection(MeasuredSet set) {
        this.all = set.rows();
        this.rows =
                all.stream()
                        .filter(r -> !Double.isNaN(r.value(Column.CPU_S_PER_JOB)))
                        .sorted(Comparator.comparingDouble(r -> r.value(Column.CPU_S_PER_JOB)))
                        .toList();
    }

    DomContent html() {
        if (rows.isEmpty()) {
            return section(
                            h2("CPU per job"),
                            p(
                                    "Not measured: no capture of this set has both a CPU counter"
                                            + " and fires."))
                    .withId("cpu");
        }
        double most =
                rows.stream()
                        .mapToDouble(r -> Math.max(r.value(Column.CPU_S_PER_JOB), high(r)))
                        .max()
                        .orElseThrow();
        PlotScale scale = PlotScale.linear(0, most, 5);
        RowChart chart = new RowChart(scale, "s");
        rows.forEach(
                row ->
                        chart.row(
                                SystemName.label(row),
                                marks(scale, row),
                                RowChart.value(PER_JOB.text(row), "s per job")));
        return section(
                        h2("CPU per job"),
                        p(finding()).withClass("lead"),
                        chart.html("CPU seconds per job, by system, least first", "bars"),
                        p("CPU time of all containers in the window ÷ jobs that fired: what the"
                                        + " scheduler does between the jobs is in it."
                                        + RepeatNotes.medians(rows)
                                        + missing())
                                .withClass("note"),
                        data())
                .withId("cpu");
    }

    private String finding() {
        Row least = rows.getFirst();
        Row most = rows.getLast();
        return rows.size() < 2
                ? "%s takes %s s for each job."
                        .formatted(SystemName.marked(least), PER_JOB.text(least))
                : "From %s s for each job with %s to %s s with %s."
                        .formatted(
                                PER_JOB.text(least),
                                SystemName.marked(least),
                                PER_JOB.text(most),
                                SystemName.marked(most));
    }

    private static double high(Row row) {
        return row.hasRange(Column.CPU_S_PER_JOB) ? row.highs().get(Column.CPU_S_PER_JOB) : 0;
    }

    private static List<DomContent> marks(PlotScale scale, Row row) {
        double y = RowChart.middle();
        List<DomContent> marks = new ArrayList<>();
        double value = scale.percent(row.value(Column.CPU_S_PER_JOB));
        marks.add(Svg.bar("part peak", 0, value, y - BAR / 2, BAR));
        if (row.hasRange(Column.CPU_S_PER_JOB)) {
            double low = scale.percent(row.lows().get(Column.CPU_S_PER_JOB));
            double high = scale.percent(row.highs().get(Column.CPU_S_PER_JOB));
            marks.add(Svg.line("whisker over-bar", low, y, high, y));
        }
        return marks;
    }

    private String missing() {
        String names =
                all.stream()
                        .filter(r -> !rows.contains(r))
                        .map(SystemName::of)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Not measured: " + names + ".";
    }

    private DomContent data() {
        DataTable table =
                new DataTable(
                        "System",
                        "CPU per job, s",
                        "Range",
                        "CPU in the window, s",
                        "Between the jobs, % of one core");
        for (Row row : rows) {
            table.row(
                    SystemName.marked(row),
                    PER_JOB.text(row),
                    PER_JOB.range(row),
                    WINDOW.text(row),
                    IDLE.text(row));
        }
        return table.html("The numbers of this chart");
    }
}
