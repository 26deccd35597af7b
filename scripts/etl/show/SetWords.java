package etl.show;

import etl.result.Capture;
import etl.result.Column;
import etl.result.Differences;
import etl.result.SummaryCsv.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a result set holds, and what nobody can read out of it because it was not measured.
final class SetWords {

    /// The growth is a slope over idle minutes; two points always lie on a line.
    private static final double WINDOW_TO_GROW_S = 180;

    private final NotebookSet set;

    private SetWords(NotebookSet set) {
        this.set = set;
    }

    static String of(NotebookSet set) {
        SetWords words = new SetWords(set);
        StringBuilder text = new StringBuilder(words.holds());
        list(text, "What this set cannot say", words.missing());
        list(text, "What its reader should know", set.warnings());
        return text.toString();
    }

    private static void list(StringBuilder text, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n\n").append(head).append(":\n");
            lines.forEach(line -> text.append("\n- ").append(escaped(line)));
        }
    }

    private String holds() {
        return "**%s** holds %s (%s), %s each, windows of %s s. %s"
                .formatted(
                        escaped(set.folder().toAbsolutePath().normalize().getFileName() + ""),
                        count(set.systems().size(), "system"),
                        escaped(names(capture -> true)),
                        range(runs(), count(most(runs()), "run")),
                        range(windows(), Integer.toString(most(windows()))),
                        escaped(set.source()));
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        int least = runs().stream().mapToInt(Integer::intValue).min().orElseThrow();
        if (least == 1) {
            missing.add(
                    "With a single run of a system nothing shows how much a second one would"
                            + " differ: a difference of a few MiB means nothing.");
        } else if (least < Differences.LEAST_RUNS) {
            missing.add("With two runs there is a range, but no test of a difference.");
        }
        add(
                missing,
                Capture::isOriginalFormat,
                "in the original's format, a reading every few seconds, rounded, without a date:"
                        + " no CPU time, no anonymous memory, no idle seconds");
        add(
                missing,
                capture -> capture.fires() == null,
                "without a jobs CSV: nothing proves that the job ran, and there is no latency");
        if (least(windows()) < WINDOW_TO_GROW_S) {
            missing.add("A window below three minutes is too short to see memory grow.");
        }
        return missing;
    }

    private void add(List<String> missing, Predicate<Capture> which, String what) {
        String names = names(which);
        if (!names.isEmpty()) {
            missing.add(names + ": " + what + ".");
        }
    }

    private String names(Predicate<Capture> which) {
        return set.systems().entrySet().stream()
                .filter(system -> system.getValue().stream().anyMatch(which))
                .map(system -> set.title(system.getKey()))
                .collect(Collectors.joining("; "));
    }

    private List<Integer> runs() {
        return set.rows().stream().map(Row::runs).toList();
    }

    private List<Integer> windows() {
        return set.rows().stream()
                .map(row -> (int) Math.round(row.value(Column.WINDOW_S)))
                .toList();
    }

    private static int least(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    private static int most(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /// `3 to 5 runs`, or only the larger where all are the same.
    private static String range(List<Integer> values, String largest) {
        return least(values) == most(values) ? largest : least(values) + " to " + largest;
    }

    private static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /// A name may hold anything; what Markdown or HTML would read as a mark is shown as it is.
    private static String escaped(String text) {
        return SummaryHtml.escape(text).replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1");
    }
}
