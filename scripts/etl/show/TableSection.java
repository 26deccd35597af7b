package etl.show;

import static j2html.TagCreator.b;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.span;
import static j2html.TagCreator.sup;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.MedianInterval;
import etl.result.SummaryCsv.Row;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All systems with all that was measured of them. The script of the page makes the headings sort.
final class TableSection {

    private static final List<Shown> COLUMNS =
            List.of(
                    new Shown(Column.PEAK_RAM_MIB, "Peak", "MiB", 1),
                    new Shown(Column.ANON_RAM_MIB, "Idle, anony\u00admous", "MiB", 1),
                    new Shown(Column.GROWTH_MIB, "Growth", "MiB", 1),
                    new Shown(Column.LEFT_OF_1GB_MIB, "Left of 1 GB", "MiB", 0),
                    new Shown(Column.CPU_S, "CPU", "s", 2),
                    new Shown(Column.CPU_S_PER_JOB, "CPU per job", "s", 2),
                    new Shown(Column.IDLE_CPU_PERCENT, "CPU, idle", "%", 2),
                    new Shown(Column.JOBS_FIRED, "Jobs fired", "of due", 0),
                    new Shown(Column.LATENCY_P50_MS, "Delay, median", "ms", 0),
                    new Shown(Column.LATENCY_MAX_MS, "Delay, longest", "ms", 0),
                    new Shown(Column.READY_S, "Ready after", "s", 1),
                    new Shown(Column.FIRST_FIRE_S, "First fire", "s", 1),
                    new Shown(Column.IMAGE_MIB, "Images", "MiB", 0),
                    new Shown(Column.CONTAINERS, "Contai\u00adners", "", 0));

    private final MeasuredSet set;
    private final List<Row> rows;
    private final List<Shown> columns;

    TableSection(MeasuredSet set) {
        this.set = set;
        this.rows = Wording.byPeak(set.rows());
        this.columns =
                Stream.concat(
                                Stream.of(new Shown(Shown.idle(rows), "Idle", "MiB", 1)),
                                COLUMNS.stream())
                        .filter(
                                c ->
                                        rows.stream()
                                                .anyMatch(r -> !Double.isNaN(r.value(c.column()))))
                        .toList();
    }

    DomContent html() {
        return section(
                        h2("All numbers"),
                        p("Lowest peak first; a heading sorts."),
                        ScrollBox.of(
                                table(
                                        thead(tr(each(head(), h -> h))),
                                        tbody(each(rows, this::row)),
                                        tbody(
                                                each(
                                                        List.copyOf(set.absent().entrySet()),
                                                        this::absent))),
                                "Table of all numbers"),
                        each(notes(), note -> p(note).withClass("note")),
                        SystemName.note(rows))
                .withId("table");
    }

    private List<DomContent> head() {
        List<DomContent> head = new ArrayList<>();
        head.add(heading("System", "", false));
        columns.forEach(
                c -> head.add(heading(c.head(), c.unit(), c.column() == Column.PEAK_RAM_MIB)));
        return head;
    }

    private static DomContent heading(String head, String unit, boolean sorted) {
        return th(button(span(head), unit.isEmpty() ? join() : small(unit)).withType("button"))
                .attr("scope", "col")
                .attr("aria-sort", sorted ? "ascending" : "none");
    }

    private DomContent row(Row row) {
        String versions = Provenance.brief(row);
        String failed = failures(row);
        return tr(
                th(
                                text(SystemName.of(row)),
                                versions.isEmpty()
                                        ? join()
                                        : small(versions.replace("-", "\u2011")),
                                failed.isEmpty() ? join() : small(failed).withClass("bad"))
                        .attr("scope", "row"),
                each(columns, column -> cell(column, row)));
    }

    private String failures(Row row) {
        MeasuredSystem system =
                set.systems().stream()
                        .filter(s -> s.system().equals(row.system()))
                        .findFirst()
                        .orElseThrow();
        int failed = system.failures().size();
        long cut = system.captures().stream().filter(c -> !c.isWhole()).count();
        String planned =
                set.suite() != null && set.suite().repeats() > row.runs()
                        ? "%d of %d runs".formatted(row.runs(), set.suite().repeats())
                        : "";
        return Stream.of(
                        planned,
                        failed == 0 ? "" : failed + " failed",
                        cut == 0 ? "" : cut + " did not end normally")
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static DomContent cell(Shown column, Row row) {
        double value = row.value(column.column());
        if (Double.isNaN(value)) {
            return td(Shown.NOT_MEASURED).withClass("none").attr("data-v", "");
        }
        ContainerTag<?> cell =
                td(column.text(row).replace('-', '−')).attr("data-v", Svg.number(value));
        if (!column.group(row).isEmpty()) {
            cell.with(sup(column.group(row)).withClass("group"));
        }
        String range = column.range(row) + interval(column, row);
        return range.isEmpty() ? cell : cell.with(small(range.replace('-', '−')));
    }

    private static String interval(Shown column, Row row) {
        MedianInterval interval = row.intervals().get(column.column());
        if (interval == null || MedianInterval.isRange(row.runs())) {
            return "";
        }
        return " [%s–%s]".formatted(column.number(interval.low()), column.number(interval.high()));
    }

    private DomContent absent(Map.Entry<String, String> system) {
        return tr(
                        th(SystemName.ofFolder(system.getKey())).attr("scope", "row"),
                        td(div(b("not measured here"), text(" – " + system.getValue())))
                                .attr("colspan", Integer.toString(columns.size()))
                                .withClass("reason"))
                .withClass("absent");
    }

    private List<String> notes() {
        List<Column> shown = columns.stream().map(Shown::column).toList();
        return Stream.of(
                        Wording.idle(rows)
                                + " Anonymous: the part of it behind which no file stands. Growth:"
                                + " how much the idle memory moved in one window. CPU: of all"
                                + " containers in the window. Delay: first line of the job − the"
                                + " minute that it was due."
                                + RepeatNotes.medians(rows)
                                + (RepeatNotes.medians(rows).isEmpty()
                                        ? " One run of each system: there is no spread, and a small"
                                                + " difference means nothing."
                                        : " Below each value its range."),
                        RepeatNotes.groups(rows, shown),
                        RepeatNotes.intervals(rows))
                .filter(note -> !note.isEmpty())
                .toList();
    }
}
