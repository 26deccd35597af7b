package etl.show;

import static j2html.TagCreator.b;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.input;
import static j2html.TagCreator.join;
import static j2html.TagCreator.label;
import static j2html.TagCreator.output;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.SmallServer;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What the page is opened for: which system leaves how much of a 1 GB server to the job.
final class AnswerSection {

    private static final double HALF = SmallServer.ONE_GB_MIB / 2;

    private final MeasuredSet set;
    private final List<MeasuredSystem> systems;
    private final AnswerChart chart;

    AnswerSection(MeasuredSet set) {
        this.set = set;
        this.systems =
                set.systems().stream()
                        .filter(s -> !Double.isNaN(left(s)))
                        .sorted(Comparator.comparingDouble(AnswerSection::left).reversed())
                        .toList();
        this.chart = new AnswerChart(set, systems);
    }

    static double left(MeasuredSystem system) {
        return system.row().value(Column.LEFT_OF_1GB_MIB);
    }

    /// The finding in one line.
    String headline() {
        long fit = systems.stream().filter(s -> left(s) > 0).count();
        int all = systems.size();
        if (all == 0) {
            return Wording.efficiencyTitle(set.rows());
        }
        if (all == 1) {
            String name = SystemName.marked(systems.getFirst().row());
            return fit == 1
                    ? "%s leaves %s MiB of a 1 GB server to your job"
                            .formatted(name, whole(left(systems.getFirst())))
                    : name + " peaks above what a 1 GB server has";
        }
        return fit == all
                ? "All %d schedulers leave room for a job on a 1 GB server".formatted(all)
                : fit == 0
                        ? "All %d schedulers peak above what a 1 GB server has".formatted(all)
                        : "%d of %d schedulers leave room for a job on a 1 GB server"
                                .formatted(fit, all);
    }

    DomContent html() {
        if (systems.isEmpty()) {
            return section(
                            p(
                                    "What is left of a 1 GB server cannot be said: the engine’s own"
                                            + " memory was not measured in this set."),
                            missing())
                    .withId("answer");
        }
        return section(tiers(), budget(), chart.keys(), chart.rows(), note(), chart.data())
                .withId("answer")
                .attr("aria-label", "What is left of 1 GB");
    }

    /// The systems by what they leave, in words.
    private DomContent tiers() {
        return dl(
                        tier("More than half left, MiB", "fits", HALF, Double.MAX_VALUE),
                        tier("Less than half left, MiB", "some", 0, HALF),
                        tier("Peak above it, MiB short", "over", -Double.MAX_VALUE, 0))
                .withClass("tiers");
    }

    private DomContent tier(String head, String classes, double above, double upTo) {
        List<MeasuredSystem> in =
                systems.stream().filter(s -> left(s) > above && left(s) <= upTo).toList();
        if (in.isEmpty()) {
            return join();
        }
        List<DomContent> names = new ArrayList<>();
        for (MeasuredSystem system : in) {
            names.add(
                    span(
                                    b(SystemName.marked(system.row())),
                                    text(
                                            " "
                                                    + signed(left(system))
                                                            .replace("−", above < 0 ? "" : "−")))
                            .withClass("entry"));
        }
        return div(dt(head), dd(each(names, n -> join(n, " ")))).withClass(classes);
    }

    /// Moved by the page's script, and not there without it.
    private DomContent budget() {
        return div(
                        label("My job needs ").withFor("need"),
                        input().withType("range")
                                .withId("need")
                                .attr("min", "0")
                                .attr("max", "800")
                                .attr("step", "10")
                                .attr("value", "0"),
                        output("0 MiB").withId("need-mib").withFor("need"),
                        p().withId("need-answer").attr("aria-live", "polite"))
                .withClass("budget needs-script")
                .attr("hidden", "hidden");
    }

    private DomContent note() {
        return each(
                SystemName.note(systems.stream().map(MeasuredSystem::row).toList()),
                p("A “1 GB” server offers %s MiB. %s MiB of it are stated for the operating system. Measured are the engine with containerd and its shims, and the peak of all containers of the scheduler while the job ran%s.%s%s"
                                .formatted(
                                        whole(SmallServer.ONE_GB_MIB),
                                        whole(set.osShareMib()),
                                        machine(),
                                        RepeatNotes.medians(set.rows()),
                                        set.rows().stream().anyMatch(row -> row.runs() > 1)
                                                ? " Each part of a bar is a median of its own, so"
                                                        + " they need not add up exactly."
                                                : ""))
                        .withClass("note"),
                missing());
    }

    /// The machine is larger than the server that is asked about: that has to be said.
    private String machine() {
        String memory =
                set.runs().stream()
                        .map(run -> run.machine() == null ? null : run.machine().memoryMib())
                        .filter(Objects::nonNull)
                        .map(mib -> String.format(Locale.ROOT, "%.0f GiB", mib / 1024))
                        .distinct()
                        .collect(Collectors.joining(" or "));
        return memory.isEmpty() ? "" : ", on a machine with " + memory;
    }

    /// Which systems have no bar, and why.
    private DomContent missing() {
        String unknown =
                set.systems().stream()
                        .filter(s -> Double.isNaN(left(s)))
                        .map(s -> SystemName.of(s.row()))
                        .collect(Collectors.joining("; "));
        String absent =
                set.absent().keySet().stream()
                        .map(SystemName::ofFolder)
                        .collect(Collectors.joining("; "));
        return each(
                absent.isEmpty()
                        ? join()
                        : p("Not measured here: " + absent + ".").withClass("note"),
                unknown.isEmpty() || systems.isEmpty()
                        ? join()
                        : p("Not in this chart, because the engine’s memory or the peak"
                                        + " was not measured: "
                                        + unknown
                                        + ".")
                                .withClass("note"));
    }

    static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    static String signed(double value) {
        return whole(value).replace('-', '−');
    }
}
