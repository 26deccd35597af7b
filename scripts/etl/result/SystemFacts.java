package etl.result;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a system's compose file says about itself under `x-benchmark`. What it does not say is
/// null.
///
/// @param title name for people
/// @param version the version that the folder pins
/// @param versionService service that can say the installed version; null for none
/// @param versionCommand command whose output, run in that service, is the version
/// @param verified version, date and how the folder was run, or `never`
/// @param periodS seconds between two scheduled times
/// @param readyLimitS seconds that the stack may take to start and get healthy
/// @param job how the job is defined and observed
public record SystemFacts(
        String title,
        String version,
        String versionService,
        List<String> versionCommand,
        String verified,
        int periodS,
        int readyLimitS,
        JobFacts job) {

    /// The contract of the benchmark: every system fires once a minute.
    public static final int DEFAULT_PERIOD_S = 60;

    /// Enough for the slowest system on a small machine.
    public static final int DEFAULT_READY_LIMIT_S = 300;

    /// A stack that has no such block: any Compose project can be measured.
    public static final SystemFacts NONE =
            new SystemFacts(
                    null, null, null, null, null, DEFAULT_PERIOD_S, DEFAULT_READY_LIMIT_S, null);

    /// Reads the block; [#NONE] when no file has one.
    ///
    /// @param composeFiles in Compose's order: what a later one says replaces what an earlier said
    /// @throws etl.Failure when a file cannot be read or is no YAML
    public static SystemFacts read(List<Path> composeFiles) {
        Map<String, YamlNode> facts = new HashMap<>();
        for (Path file : composeFiles) {
            YamlNode.read(file)
                    .flatMap(document -> document.get("x-benchmark"))
                    .ifPresent(block -> facts.putAll(block.entries()));
        }
        if (facts.isEmpty()) {
            return NONE;
        }
        Optional<YamlNode> version = Optional.ofNullable(facts.get("version_command"));
        return new SystemFacts(
                text(facts.get("title")),
                text(facts.get("version")),
                version.flatMap(v -> v.text("service")).orElse(null),
                version.flatMap(v -> v.get("command"))
                        .map(words -> words.items().stream().map(SystemFacts::text).toList())
                        .orElse(null),
                verified(facts.get("verified")),
                number(facts.get("period_s"), DEFAULT_PERIOD_S),
                number(facts.get("ready_limit_s"), DEFAULT_READY_LIMIT_S),
                job(facts));
    }

    /// Null where the block says nothing of the job.
    private static JobFacts job(Map<String, YamlNode> facts) {
        Optional<YamlNode> log = Optional.ofNullable(facts.get("log_command"));
        JobFacts job =
                new JobFacts(
                        text(facts.get("homepage")),
                        text(facts.get("schedule")),
                        words(facts.get("observe")),
                        log.flatMap(l -> l.text("service")).orElse(null),
                        words(log.flatMap(l -> l.get("command")).orElse(null)));
        return job.equals(new JobFacts(null, null, null, null, null)) ? null : job;
    }

    private static List<String> words(YamlNode list) {
        return list == null || list.items().isEmpty()
                ? null
                : list.items().stream().map(SystemFacts::text).toList();
    }

    private static String verified(YamlNode value) {
        return value != null && value.isMapping()
                ? "%s, %s: %s"
                        .formatted(
                                text(value.entries().get("version")),
                                text(value.entries().get("date")),
                                text(value.entries().get("how")))
                : text(value);
    }

    private static String text(YamlNode value) {
        return value == null ? null : value.text().orElse(null);
    }

    private static int number(YamlNode value, int otherwise) {
        String text = text(value);
        return text != null && text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : otherwise;
    }
}
