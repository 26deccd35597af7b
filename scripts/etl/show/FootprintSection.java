package etl.show;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;

/// What each system keeps while nothing happens, and what it takes at its peak.
final class FootprintSection {

    private final List<Row> rows;
    private final Column idle;

    FootprintSection(MeasuredSet set) {
        this.rows =
                Wording.byPeak(set.rows()).stream()
                        .filter(r -> r.value(Column.PEAK_RAM_MIB) > 0)
                        .toList();
        this.idle = Shown.idle(set.rows());
    }

    DomContent html() {
        if (rows.isEmpty()) {
            return section(h2("Idle and peak"), p("No system has a peak: nothing can be drawn."))
                    .withId("idle-peak");
        }
        double[] all = FootprintAxis.values(rows, idle);
        PlotScale scale = PlotScale.log(Statistics.min(all), Statistics.max(all));
        RowChart chart = new RowChart(scale, "MiB");
        rows.forEach(row -> chart.row(SystemName.label(row), marks(scale, row), value(row)));
        return section(
                        h2("Idle and peak"),
                        p(Wording.efficiencyTitle(rows) + ".").withClass("lead"),
                        ul(
                                        li(span().withClass("ring"), text("idle")),
                                        li(span().withClass("disc"), text("peak")),
                                        repeated()
                                                ? li(
                                                        span().withClass("whisker"),
                                                        text("range of the peaks"))
                                                : join())
                                .withClass("keys")
                                .attr("aria-hidden", "true"),
                        chart.html("Idle and peak memory, by system, lightest first", "ranges"),
                        p("Sum over all containers of the scheduler, on a log scale: equal"
                                        + " distances are equal ratios. "
                                        + Wording.idle(rows)
                                        + RepeatNotes.medians(rows))
                                .withClass("note"),
                        data())
                .withId("idle-peak");
    }

    private boolean repeated() {
        return rows.stream().anyMatch(r -> r.runs() > 1);
    }

    private List<DomContent> marks(PlotScale scale, Row row) {
        double y = RowChart.middle();
        double peak = scale.percent(row.value(Column.PEAK_RAM_MIB));
        List<DomContent> marks = new ArrayList<>();
        if (row.hasRange(Column.PEAK_RAM_MIB)) {
            double low = scale.percent(row.lows().get(Column.PEAK_RAM_MIB));
            double high = scale.percent(row.highs().get(Column.PEAK_RAM_MIB));
            marks.add(Svg.line("whisker", low, y, high, y));
            marks.add(Svg.line("whisker", low, y - 7, low, y + 7));
            marks.add(Svg.line("whisker", high, y - 7, high, y + 7));
        }
        if (row.value(idle) > 0) {
            double rest = scale.percent(row.value(idle));
            marks.add(Svg.line("span", rest, y, peak, y));
            marks.add(Svg.dot("ring", rest, y, 5));
        }
        marks.add(Svg.dot("disc", peak, y, 6));
        return marks;
    }

    private DomContent value(Row row) {
        Shown shown = new Shown(idle, "", "MiB", 1);
        Shown peak = new Shown(Column.PEAK_RAM_MIB, "", "MiB", 1);
        return RowChart.value(peak.text(row), "MiB, idle " + shown.text(row));
    }

    private DomContent data() {
        Shown rest = new Shown(idle, "", "MiB", 1);
        Shown peak = new Shown(Column.PEAK_RAM_MIB, "", "MiB", 1);
        Shown kernel = new Shown(Column.KERNEL_PEAK_MIB, "", "MiB", 1);
        DataTable table =
                new DataTable(
                        "System", "Idle", "Range", "Peak", "Range", "Kernel’s high-water mark");
        for (Row row : rows) {
            table.row(
                    SystemName.marked(row),
                    rest.text(row),
                    rest.range(row),
                    peak.text(row),
                    peak.range(row),
                    kernel.text(row));
        }
        return table.html("The numbers of this chart, MiB");
    }
}
