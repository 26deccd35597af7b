package etl.record;

import com.fasterxml.jackson.databind.JsonNode;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mark on everything that a suite creates: containers, networks and volumes carry
/// `etlbench.run=<id>`, and only what carries it is ever removed.
///
/// @param id time and process of the suite, e.g. `20261124-220501-4711`
public record RunLabel(String id) {

    /// The label's key.
    public static final String KEY = "etlbench.run";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Pattern ID = Pattern.compile("(\\d{8}-\\d{6})-(\\d{1,10})");

    /// The start of a process is known to a second or two only.
    private static final Duration CLOCK = Duration.ofSeconds(5);

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// Something on the engine that carries the label.
    ///
    /// @param kind `container`, `network` or `volume`
    /// @param run id of the suite that made it
    public record Labelled(String kind, String name, String run) {

        /// Whether that suite still runs on this machine.
        public boolean isInUse() {
            return new RunLabel(run).isInUse();
        }

        /// Removes it from the engine.
        public void remove() {
            List<String> command = new ArrayList<>(List.of("docker", kind, "rm"));
            if (!kind.equals("network")) {
                command.add("--force");
            }
            if (kind.equals("container")) {
                command.add("--volumes");
            }
            command.add(name);
            Shell.check(LIMIT, Map.of(), command);
        }
    }

    /// The label of this process's suite.
    public static RunLabel now() {
        return new RunLabel(
                STAMP.format(LocalDateTime.now(ZoneOffset.UTC))
                        + "-"
                        + ProcessHandle.current().pid());
    }

    /// Whether that suite is another process than this one and still runs on this machine. A
    /// process that began after the suite only has got its number.
    boolean isInUse() {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return false;
        }
        Instant begun = LocalDateTime.parse(parts.group(1), STAMP).toInstant(ZoneOffset.UTC);
        return ProcessHandle.of(Long.parseLong(parts.group(2)))
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.pid() != ProcessHandle.current().pid())
                .flatMap(p -> p.info().startInstant())
                .filter(start -> start.isBefore(begun.plus(CLOCK)))
                .isPresent();
    }

    /// Everything that any suite left behind: containers first, so that the others are free.
    public static List<Labelled> leftovers() {
        List<Labelled> found = new ArrayList<>();
        for (String kind : List.of("container", "network", "volume")) {
            String name = kind.equals("container") ? "{{.Names}}" : "{{.Name}}";
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    "docker",
                                    kind,
                                    "ls",
                                    "--filter",
                                    "label=" + KEY,
                                    "--format",
                                    name + "\t{{.Label \"" + KEY + "\"}}"));
            if (kind.equals("container")) {
                command.add("--all");
            }
            Shell.check(LIMIT, Map.of(), command)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .forEach(part -> found.add(new Labelled(kind, part[0], part[1])));
        }
        return found;
    }

    /// Writes the override that puts the label on everything in a system's compose files.
    ///
    /// @param folder where the file goes
    Path override(Path folder, ComposeProject stack) {
        StringBuilder yaml = new StringBuilder("# marks what the benchmark creates\n");
        JsonNode config = stack.config();
        for (String section : List.of("services", "volumes", "networks")) {
            section(yaml, section, config.path(section));
        }
        try {
            return Files.writeString(folder.resolve(stack.name() + ".label.yml"), yaml);
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e, e);
        }
    }

    private void section(StringBuilder yaml, String name, JsonNode entries) {
        if (entries.isEmpty()) {
            return;
        }
        yaml.append(name).append(":\n");
        entries.fieldNames()
                .forEachRemaining(
                        entry ->
                                yaml.append(
                                        "  %s:\n    labels:\n      %s: \"%s\"\n"
                                                .formatted(entry, KEY, id)));
    }
}
