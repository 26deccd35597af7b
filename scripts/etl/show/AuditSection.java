package etl.show;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import etl.result.AuditCsv;
import etl.result.AuditRecord;
import etl.result.AuditRecord.By;
import etl.result.AuditRecord.Condition;
import etl.result.AuditRecord.Look;
import etl.result.MeasuredSet;
import etl.result.Run;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The 3 AM test: where the log of the run that failed ten runs ago is, and what it takes to get
/// there.
final class AuditSection {

    private final List<AuditRecord> tests;

    AuditSection(MeasuredSet set) {
        this.tests =
                AuditCsv.tests(set.folder()).stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (AuditRecord test) -> test.keptIn().orElse(-1))
                                        .reversed()
                                        .thenComparing(AuditRecord::system))
                        .toList();
    }

    /// Nothing where the set has no such tests.
    DomContent html() {
        return tests.isEmpty()
                ? join()
                : section(
                                h2("The 3 AM test"),
                                p(finding()).withClass("lead"),
                                ScrollBox.of(
                                        table(head(), tbody(each(tests, this::row))),
                                        "Who finds the log of the failed run, and when"),
                                note(),
                                SystemName.note(tests.stream().map(t -> Run.source(t.images()))))
                        .withId("log");
    }

    private String finding() {
        int[] kept =
                tests.stream().map(AuditRecord::keptIn).flatMapToInt(OptionalInt::stream).toArray();
        long all = Arrays.stream(kept).filter(n -> n == Condition.values().length).count();
        if (kept.length == 0) {
            return "Not everything is known of any of them.";
        }
        return "%d of %d still have the log of the failed run after a restart, a crash, and down and up."
                        .formatted(all, kept.length)
                + (kept.length < tests.size()
                        ? " Of %d more not everything is known."
                                .formatted(tests.size() - kept.length)
                        : "");
    }

    private static DomContent head() {
        List<DomContent> cells = new ArrayList<>();
        cells.add(heading("System"));
        for (Condition condition : Condition.values()) {
            cells.add(heading(capital(condition.text())));
        }
        cells.add(heading("By hand"));
        cells.add(heading("By machine"));
        cells.add(heading("Exit code"));
        cells.add(heading("Start and end"));
        cells.add(heading("stderr apart"));
        cells.add(heading("Kept, as documented"));
        return thead(tr(each(cells, cell -> cell)));
    }

    private static DomContent heading(String text) {
        return th(text).attr("scope", "col");
    }

    private DomContent row(AuditRecord test) {
        List<DomContent> cells = new ArrayList<>();
        cells.add(
                th(SystemName.marked(test.system(), test.title(), Run.source(test.images())))
                        .attr("scope", "row"));
        for (Condition condition : Condition.values()) {
            cells.add(td(verdicts(test, condition)));
        }
        cells.add(td(hand(test)));
        cells.add(td(machine(test)));
        cells.add(td(known(test.exitCodeKnown())));
        cells.add(td(known(test.timesKnown())));
        cells.add(td(test.stderrApart() ? "yes" : "no"));
        cells.add(td(test.kept() == null ? Shown.NOT_MEASURED : test.kept()));
        return tr(each(cells, cell -> cell));
    }

    /// One word where both ways came to the same, and a link to what shows it for each.
    private static DomContent verdicts(AuditRecord test, Condition condition) {
        String hand = said(test, condition, By.HAND);
        String machine = said(test, condition, By.MACHINE);
        DomContent byHand = who(test, condition, By.HAND);
        DomContent byMachine = who(test, condition, By.MACHINE);
        return hand.equals(machine)
                ? each(text(hand), small(each(byHand, text(", "), byMachine)))
                : each(text(hand), small(byHand), text(machine), small(byMachine));
    }

    private static String said(AuditRecord test, Condition condition, By by) {
        return test.found(condition, by)
                .map(found -> found ? "found" : "lost")
                .orElse(Shown.NOT_MEASURED);
    }

    /// With a link to the picture or output that shows it.
    private static DomContent who(AuditRecord test, Condition condition, By by) {
        String who = by == By.HAND ? "hand" : "machine";
        return test.look(condition, by)
                .filter(l -> !l.evidence().isEmpty())
                .map(l -> (DomContent) a(who).withHref(Address.of(l.evidence().getLast())))
                .orElse(text(who));
    }

    private static DomContent hand(AuditRecord test) {
        Optional<Look> look = test.look(Condition.FRESH, By.HAND).filter(Look::found);
        if (look.isEmpty()) {
            return text(Shown.NOT_MEASURED);
        }
        Look l = look.get();
        String way =
                l.pages() == 0
                        ? "%d %s typed".formatted(l.typed(), l.typed() == 1 ? "line" : "lines")
                        : "%d\u00a0clicks, %d\u00a0pages, %d\u00a0typed"
                                .formatted(l.clicks(), l.pages(), l.typed());
        return join(
                text(way),
                small(String.format(Locale.ROOT, " %.1f s", l.seconds())),
                l.pages() == 0 ? join() : small(text(" step by step:"), each(steps(l), s -> s)));
    }

    /// The pictures of the walk, a link each.
    private static List<DomContent> steps(Look look) {
        List<DomContent> steps = new ArrayList<>();
        for (int i = 0; i < look.evidence().size(); i++) {
            String address = Address.of(look.evidence().get(i));
            steps.add(each(text(" "), a(Integer.toString(i + 1)).withHref(address)));
        }
        return steps;
    }

    private static DomContent machine(AuditRecord test) {
        return test.look(Condition.FRESH, By.MACHINE)
                .filter(Look::found)
                .map(
                        l ->
                                (DomContent)
                                        join(
                                                text(
                                                        l.typed()
                                                                + (l.typed() == 1
                                                                        ? " call"
                                                                        : " calls")),
                                                small(
                                                        String.format(
                                                                Locale.ROOT,
                                                                " %.1f s",
                                                                l.seconds()))))
                .orElse(text(Shown.NOT_MEASURED));
    }

    private static String known(boolean known) {
        return known ? "known" : "unknown";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private DomContent note() {
        return p("The job failed once, at least ten more runs went by, and then the exact text that"
                        + " it had written to stderr was looked for, on one stack, one condition"
                        + " after the other. By hand: in a browser, from the start page, or by the"
                        + " commands that a person types where there are no pages. By machine: by"
                        + " documented commands or calls. Seconds are the page’s and the program’s"
                        + " own, not a person’s. The links lead to the pictures and outputs. "
                        + TriedOn.note(
                                tests.stream().map(t -> new TriedOn(t.began(), t.machine()))))
                .withClass("note");
    }
}
