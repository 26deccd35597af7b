package etl.show;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.ul;

import etl.result.Column;
import etl.result.Differences;
import etl.result.Fire;
import etl.result.MeasuredSet;
import etl.result.Run;
import etl.result.SmallServer;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import j2html.tags.DomContent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/// How the numbers were made, what each one is, and what they cannot say.
final class MethodSection {

    private static final List<String> LIMITS =
            List.of(
                    "One machine, its kernel and its load: compare systems within this page, not"
                            + " with numbers from elsewhere.",
                    "What is left of 1 GB is computed, not tried on such a server. Runtimes that"
                        + " look at the size of their machine, such as the JVM, may take less on a"
                        + " smaller one.",
                    "Memory holds the page cache that is in use, and a kernel that reclaims it"
                        + " early shows less of it: where systems differ by a few MiB, compare the"
                        + " anonymous memory.",
                    "What is measured is the scheduler with a small job. What a heavy job adds is"
                            + " not in these numbers.",
                    "A window of minutes says nothing about weeks.");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final MeasuredSet set;
    private final List<Run> runs;

    MethodSection(MeasuredSet set) {
        this.set = set;
        this.runs = set.runs();
    }

    DomContent html() {
        return section(
                        h2("How it was measured"),
                        each(protocol(), sentence -> p(sentence)),
                        h3("What the numbers are"),
                        dl(definitions()).withClass("facts"),
                        h3("What they cannot say"),
                        ul(each(LIMITS, limit -> li(limit))).withClass("prose"))
                .withId("method");
    }

    private List<String> protocol() {
        if (runs.isEmpty()) {
            return List.of(
                    Caption.of(set.folder(), runs)
                            + " How these captures were made was not recorded: there is no run JSON"
                            + " beside them.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(windows());
        sentences.add(repeats());
        sentences.add(
                "Jobs are counted from the ledger that the job itself writes when it starts and"
                    + " when it ends. A number is measured or it is missing; nothing is assumed.");
        double[] durationsMs = durationsMs();
        if (durationsMs.length > 0) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "The job itself took %.1f s (median of %d fires).",
                            Statistics.median(durationsMs) / 1000,
                            durationsMs.length));
        }
        return sentences;
    }

    private String windows() {
        return "Each scheduler runs the same job every %s s. Windows of %s s were recorded, with a reading planned every %s ms, by %s."
                .formatted(
                        all(Run::periodS),
                        all(r -> r.window() == null ? null : whole(r.window().plannedS())),
                        all(r -> r.interval() == null ? null : whole(r.interval().plannedMs())),
                        samplers());
    }

    /// From the runs: a set may be made in several goes, and its suite tells of the last one.
    private String repeats() {
        int least = set.rows().stream().mapToInt(Row::runs).min().orElse(0);
        int most = set.rows().stream().mapToInt(Row::runs).max().orElse(0);
        List<Instant> starts =
                runs.stream()
                        .map(run -> run.window() == null ? null : run.window().start())
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        String when =
                starts.isEmpty()
                        ? ""
                        : "; the first window began %s, the last one %s"
                                .formatted(
                                        MINUTE.format(starts.getFirst()),
                                        MINUTE.format(starts.getLast()));
        return "%s%s of each scheduler%s%s.%s"
                .formatted(
                        least == most ? "" : least + " to ",
                        most == 1 ? "1 run" : most + " runs",
                        set.suite() == null ? "" : ", one at a time",
                        when,
                        set.isUnfinished() ? " The suite has not ended." : "");
    }

    /// Of the fires whose end was seen.
    private double[] durationsMs() {
        return set.systems().stream()
                .flatMap(s -> s.captures().stream())
                .filter(c -> c.fires() != null)
                .flatMap(c -> c.fires().stream())
                .mapToDouble(Fire::durationMs)
                .filter(ms -> !Double.isNaN(ms))
                .toArray();
    }

    private String samplers() {
        return all(Run::sampler)
                .replace("cgroup", "reading the kernel’s cgroup files")
                .replace("engine", "asking the container engine");
    }

    private DomContent definitions() {
        return each(
                definition(
                        "Memory",
                        "What docker stats shows: usage without the page cache that the kernel can"
                            + " drop at once, summed over the containers of the scheduler at each"
                            + " instant. An instant that lacks a container is not summed."),
                definition(
                        "Idle",
                        Shown.idle(set.rows()) == Column.STEADY_RAM_MIB
                                ? "The median of seconds 35 to 50 of each minute in which no job"
                                        + " ran for 10 s."
                                : "The lowest sum of the window."),
                definition("Peak", "The largest sum of one instant."),
                definition(
                        "Growth",
                        "Theil–Sen slope of the idle medians of the minutes, over the window; from"
                                + " three minutes on."),
                definition(
                        "CPU per job",
                        "CPU time by the kernel’s counters in the window ÷ jobs that fired."),
                definition("Delay", "The job’s first line minus the minute that it was due."),
                definition(
                        "Left of 1 GB",
                        "%.0f MiB − %.0f MiB stated for the operating system − engine, containerd and shims (proportional set size) − peak."
                                .formatted(SmallServer.ONE_GB_MIB, set.osShareMib())),
                definition(
                        "Ready after, first fire",
                        "Seconds from “up” to healthy, and to the first job."),
                definition(
                        "Letters",
                        "From %d runs on: Welch’s t-test on the logarithms, Holm’s correction over all pairs of a column, 5\u00a0%%, for idle, peak and CPU. Systems that share a letter cannot be told apart."
                                .formatted(Differences.LEAST_RUNS)));
    }

    private static DomContent definition(String name, String text) {
        return join(dt(name), dd(text));
    }

    /// The values that the runs have, each once.
    private String all(Function<Run, Object> fact) {
        String values = set.saidByRuns(fact);
        return values.isEmpty() ? "(not recorded)" : values;
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
