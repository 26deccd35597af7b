//DEPS org.snakeyaml:snakeyaml-engine:3.0.1

package etl.result;

import etl.Failure;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
public record SystemFacts(
        String title,
        String version,
        String versionService,
        List<String> versionCommand,
        String verified,
        int periodS,
        int readyLimitS) {

    /// The contract of the benchmark: every system fires once a minute.
    public static final int DEFAULT_PERIOD_S = 60;

    /// Enough for the slowest system on a small machine.
    public static final int DEFAULT_READY_LIMIT_S = 300;

    /// A stack that has no such block: any Compose project can be measured.
    public static final SystemFacts NONE =
            new SystemFacts(null, null, null, null, null, DEFAULT_PERIOD_S, DEFAULT_READY_LIMIT_S);

    /// Reads the block; [#NONE] when no file has one.
    ///
    /// @param composeFiles in Compose's order: what a later one says replaces what an earlier said
    /// @throws Failure when a file cannot be read or is no YAML
    public static SystemFacts read(List<Path> composeFiles) {
        Map<Object, Object> facts = new HashMap<>();
        for (Path file : composeFiles) {
            if (yaml(file).get("x-benchmark") instanceof Map<?, ?> block) {
                facts.putAll(block);
            }
        }
        if (facts.isEmpty()) {
            return NONE;
        }
        Map<?, ?> command = facts.get("version_command") instanceof Map<?, ?> map ? map : Map.of();
        return new SystemFacts(
                text(facts.get("title")),
                text(facts.get("version")),
                text(command.get("service")),
                command.get("command") instanceof List<?> words
                        ? words.stream().map(SystemFacts::text).toList()
                        : null,
                verified(facts.get("verified")),
                facts.get("period_s") instanceof Integer period ? period : DEFAULT_PERIOD_S,
                facts.get("ready_limit_s") instanceof Integer limit
                        ? limit
                        : DEFAULT_READY_LIMIT_S);
    }

    private static Map<?, ?> yaml(Path file) {
        try {
            Object document =
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return document instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        } catch (YamlEngineException e) {
            throw new Failure(
                    file + ": " + e.getMessage().lines().findFirst().orElse("no YAML"), e);
        }
    }

    private static String verified(Object value) {
        return value instanceof Map<?, ?> map
                ? "%s, %s: %s".formatted(map.get("version"), map.get("date"), map.get("how"))
                : text(value);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
