package etl.show;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import etl.result.Column;
import etl.result.LimitSearch;
import etl.result.MeasuredSet;
import etl.result.SummaryCsv.Row;
import etl.result.Trial;
import etl.result.VpsCsv;
import etl.result.VpsRecord;

import j2html.tags.DomContent;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The smallest memory at which each whole stack still kept its schedule, and what broke below it.
final class SmallestSection {

    private static final double BAR = 14;

    /// Servers as they are sold, MiB.
    private static final List<Integer> SERVERS = List.of(512, 1024, 2048);

    private final List<Row> rows;
    private final Map<String, VpsRecord> searches;

    SmallestSection(MeasuredSet set) {
        this.searches =
                VpsCsv.searches(set.folder()).stream()
                        .collect(Collectors.toMap(VpsRecord::system, Function.identity()));
        this.rows =
                set.rows().stream()
                        .filter(row -> searches.containsKey(row.system()))
                        .sorted(Comparator.comparingDouble(r -> r.value(Column.SMALLEST_MIB)))
                        .toList();
    }

    /// Nothing where the set has no searches.
    DomContent html() {
        List<Row> found =
                rows.stream().filter(r -> !Double.isNaN(r.value(Column.SMALLEST_MIB))).toList();
        return rows.isEmpty()
                ? join()
                : section(
                                h2("The smallest memory that works"),
                                found.isEmpty() ? join() : chart(found),
                                note(),
                                each(found.stream().flatMap(row -> caution(row).stream())),
                                table(),
                                SystemName.note(rows))
                        .withId("smallest");
    }

    private DomContent chart(List<Row> found) {
        double most = found.getLast().value(Column.SMALLEST_MIB);
        PlotScale scale = PlotScale.linear(0, most, 5);
        RowChart chart = new RowChart(scale, "MiB");
        for (Row row : found) {
            double smallest = row.value(Column.SMALLEST_MIB);
            List<DomContent> marks =
                    List.of(
                            Svg.bar(
                                    "part peak",
                                    0,
                                    scale.percent(smallest),
                                    RowChart.middle() - BAR / 2,
                                    BAR));
            chart.row(
                    SystemName.label(row),
                    marks,
                    RowChart.value(whole(smallest), "MiB, " + below(row)));
        }
        return each(
                p(finding(found)).withClass("lead"),
                chart.html("Smallest memory at which each stack works, least first", "bars"));
    }

    private static String finding(List<Row> found) {
        Row least = found.getFirst();
        Row most = found.getLast();
        return found.size() < 2
                ? "%s works from %s MiB on."
                        .formatted(
                                SystemName.marked(least), whole(least.value(Column.SMALLEST_MIB)))
                : "From %s MiB for %s to %s MiB for %s."
                        .formatted(
                                whole(least.value(Column.SMALLEST_MIB)),
                                SystemName.marked(least),
                                whole(most.value(Column.SMALLEST_MIB)),
                                SystemName.marked(most));
    }

    private String below(Row row) {
        return search(row)
                .below()
                .map(trial -> "below it " + trial.breaks())
                .orElse(
                        row.value(Column.SMALLEST_MIB) <= LimitSearch.SMALLEST_MIB
                                ? "the engine takes no smaller limit"
                                : "nothing smaller was tried");
    }

    private LimitSearch search(Row row) {
        return searches.get(row.system()).search();
    }

    private DomContent note() {
        return p(("All containers of a stack under one limit, without swap, and each told the same"
                      + " limit as its own. It works where the stack gets healthy in its time, no"
                      + " process is killed for want of memory, every fire comes within %.0f s of"
                      + " its minute and ends well, and at most %.0f page faults a second wait for"
                      + " the disk. The limit was halved between what worked and what did not, with"
                      + " two fires each, and the value that was found was confirmed over 300 s."
                      + " Every trial, with the kernel’s own line for each process that it killed,"
                      + " stands in the set’s folder vps. What is left on a server: the same share"
                      + " of its memory as 960 MiB are of 1 GB, less the operating system’s stated"
                      + " share, the engine, and the stack at its smallest. ")
                                .formatted(Trial.LATEST_MS / 1000, Trial.THRASHING_PER_S)
                        + TriedOn.note(
                                searches.values().stream()
                                        .map(s -> new TriedOn(s.started(), s.machine()))))
                .withClass("note");
    }

    /// Of a stack whose limit is that of five minutes and may not be that of a day.
    private Optional<DomContent> caution(Row row) {
        return search(row).shortLived().map(trial -> p(caution(row, trial)).withClass("note"));
    }

    private static String caution(Row row, Trial shortLived) {
        return ("%s: limits within which two fires came did not last for 300 s, up to %s MiB (%s)."
                        + " What it needs grows with time, or varies from start to start; over a"
                        + " day it may be more than what was found.")
                .formatted(
                        SystemName.marked(row), whole(shortLived.limitMib()), shortLived.breaks());
    }

    private DomContent table() {
        DataTable table =
                new DataTable(
                        "System",
                        "Smallest, MiB",
                        "Left of 512 MB",
                        "Left of 1 GB",
                        "Left of 2 GB",
                        "Without a limit, MiB",
                        "Breaks at, MiB",
                        "What breaks",
                        "CPU in 300 s at the smallest, s",
                        "Page faults from disk, per s",
                        "One CPU, 1 GB",
                        "Trials");
        for (Row row : rows) {
            VpsRecord record = searches.get(row.system());
            LimitSearch search = record.search();
            Trial free = search.free().orElse(null);
            Trial confirmed = search.confirmed().orElse(null);
            Trial broken = search.below().orElse(free != null && !free.works() ? free : null);
            table.row(
                    SystemName.marked(row),
                    smallest(record),
                    left(record, SERVERS.get(0)),
                    left(record, SERVERS.get(1)),
                    left(record, SERVERS.get(2)),
                    Shown.number(free == null ? null : free.peakMib(), 0),
                    broken == null || broken.limitMib() == null
                            ? "–"
                            : Shown.number(broken.limitMib(), 0),
                    broken == null ? "–" : broken.breaks(),
                    Shown.number(confirmed == null ? null : confirmed.cpuS(), 2),
                    Shown.number(confirmed == null ? null : confirmed.majorFaultsPerS(), 1),
                    search.oneCpu().map(t -> t.works() ? "works" : t.breaks()).orElse("not tried"),
                    Integer.toString(record.trials().size()));
        }
        return table.html("The numbers of this chart, and what broke");
    }

    private static String smallest(VpsRecord record) {
        Optional<Double> smallest = record.search().smallestMib();
        return smallest.isEmpty() && record.ended() == null
                ? "search not finished"
                : Shown.number(smallest.orElse(null), 0);
    }

    private static String left(VpsRecord record, int serverMib) {
        OptionalDouble left = record.leftMib(serverMib);
        return left.isEmpty()
                ? Shown.NOT_MEASURED
                : left.getAsDouble() < 0
                        ? "does not fit, " + whole(-left.getAsDouble()) + " MiB short"
                        : whole(left.getAsDouble()) + " MiB";
    }

    private static String whole(double value) {
        return AnswerSection.whole(value);
    }
}
