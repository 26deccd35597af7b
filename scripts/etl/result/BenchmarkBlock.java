package etl.result;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is asked of the `x-benchmark:` block, which tells the tools and the reader about a system:
///
/// - `title`, `homepage`, `version`: its name for people, where it comes from, what is pinned;
/// - `version_command`: `service` and `command` that says the installed version, or null;
/// - `ui`: its web page on this machine, or null;
/// - `schedule`: where and how the job is defined;
/// - `observe`: commands with which a person sees the runs and their logs;
/// - `log_command`: `service` and `command` that prints the job's output; without `command` it is
///   the container's own log;
/// - `overlap`: what happens when a job is still running: `allow`, `skip` or `queue`;
/// - `period_s`: seconds between two scheduled times;
/// - `ready_limit_s`: seconds that the stack may take to get healthy; may be left out (300);
/// - `verified`: `version`, `date` and `how` the folder was run last, or `never`.
///
/// @param node the block
/// @param services names of the file's services
record BenchmarkBlock(YamlNode node, Set<String> services) {

    private static final List<String> KEYS =
            List.of(
                    "title",
                    "homepage",
                    "version",
                    "version_command",
                    "ui",
                    "schedule",
                    "observe",
                    "log_command",
                    "overlap",
                    "period_s",
                    "verified");
    private static final String READY_LIMIT = "ready_limit_s";
    private static final List<String> TEXTS = List.of("title", "version", "schedule");
    private static final Pattern DATE = Pattern.compile("20\\d\\d-[01]\\d-[0-3]\\d");

    void check(ComposeService.Report report) {
        Set<String> present = node.entries().keySet();
        KEYS.stream()
                .filter(key -> !present.contains(key))
                .forEach(key -> report.problem(node.line(), key + " is missing"));
        checkValues(report);
    }

    /// Only what is there: an override says what differs.
    void checkValues(ComposeService.Report report) {
        unknownKeys(report);
        TEXTS.forEach(key -> matches(key, ".+", "must be a text", report));
        matches("homepage", "https?://.+", "must be an address", report);
        matches("ui", "http://(127\\.0\\.0\\.1|localhost):\\d+.*", "must be local or null", report);
        matches("overlap", "allow|skip|queue", "must be allow, skip or queue", report);
        matches("period_s", "[1-9]\\d*", "must be a number of seconds", report);
        matches(READY_LIMIT, "[1-9]\\d*", "must be a number of seconds", report);
        node.get("observe")
                .filter(list -> list.items().isEmpty())
                .ifPresent(list -> report.problem(list.line(), "observe must list commands"));
        command("version_command", true, report);
        command("log_command", false, report);
        verified(report);
    }

    private void unknownKeys(ComposeService.Report report) {
        Set<String> unknown = new TreeSet<>(node.entries().keySet());
        KEYS.forEach(unknown::remove);
        unknown.remove(READY_LIMIT);
        unknown.forEach(
                key -> report.problem(node.entries().get(key).line(), key + " is not known"));
    }

    /// A value that is there and neither null nor of this form; only `ui` may be null.
    private void matches(String key, String form, String message, ComposeService.Report report) {
        node.get(key)
                .filter(value -> !(key.equals("ui") && value.isNull()))
                .filter(value -> !value.text().orElse("").matches(form))
                .ifPresent(value -> report.problem(value.line(), key + " " + message));
    }

    private void command(String key, boolean commandNeeded, ComposeService.Report report) {
        YamlNode value = node.get(key).filter(v -> !v.isNull()).orElse(null);
        if (value == null) {
            return;
        }
        if (!services.contains(value.text("service").orElse(""))) {
            report.problem(value.line(), key + " must name a service of this file");
        }
        boolean hasCommand = value.get("command").isPresent();
        boolean isList = value.get("command").map(c -> !c.items().isEmpty()).orElse(false);
        if (hasCommand != isList || commandNeeded && !hasCommand) {
            report.problem(value.line(), key + " needs command as a list of words");
        }
    }

    private void verified(ComposeService.Report report) {
        YamlNode value = node.get("verified").orElse(null);
        if (value == null || value.text().orElse("").equals("never")) {
            return;
        }
        boolean complete =
                Stream.of("version", "date", "how").allMatch(key -> value.text(key).isPresent());
        if (!complete || !DATE.matcher(value.text("date").orElse("")).matches()) {
            report.problem(value.line(), "verified must be never, or have version, date and how");
        }
    }
}
