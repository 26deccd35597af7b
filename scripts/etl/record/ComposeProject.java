//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1

package etl.record;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One system's stack, started and taken down by the benchmark itself through `docker compose`.
///
/// @param name of the Compose project
/// @param files the system's compose files
public record ComposeProject(String name, List<Path> files) {

    /// Arguments of `docker compose` that start a stack.
    public static final String[] UP = {"up", "--detach", "--no-build"};

    /// Arguments that take a stack down, with its volumes and networks; images stay. Services of a
    /// profile are taken down only where the profile is named.
    public static final String[] DOWN = {"--profile", "*", "down", "--volumes", "--timeout", "10"};

    /// Arguments that print what the containers logged.
    public static final String[] LOGS = {"logs", "--no-color", "--timestamps"};

    private static final Duration UP_LIMIT = Duration.ofMinutes(5);
    private static final Duration DOWN_LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(30);

    public static ComposeProject of(Systems systems, String system) {
        return new ComposeProject(Systems.project(system), systems.files(system));
    }

    /// The same stack with a label on everything that it creates.
    ///
    /// @param folder where the override is written; it has to stay until the stack is down
    public ComposeProject labelled(RunLabel label, Path folder) {
        return new ComposeProject(
                name,
                Stream.concat(files.stream(), Stream.of(label.override(folder, this))).toList());
    }

    /// Containers, volumes and networks that carry the project's label, by whomever they were made.
    public List<String> leftovers() {
        List<String> found = new ArrayList<>();
        String filter = "label=" + Engine.PROJECT + "=" + name;
        for (String kind : List.of("container", "volume", "network")) {
            List<String> command =
                    new ArrayList<>(List.of("docker", kind, "ls", "--filter", filter));
            if (kind.equals("container")) {
                command.add("--all");
            }
            command.addAll(
                    List.of("--format", kind.equals("container") ? "{{.Names}}" : "{{.Name}}"));
            Shell.check(LOOK_LIMIT, Map.of(), command)
                    .lines()
                    .map(line -> kind + " " + line)
                    .forEach(found::add);
        }
        return found;
    }

    /// The files as Compose understands them, all together.
    ///
    /// @throws Failure with Compose's own message when it refuses them
    JsonNode config() {
        try {
            return new ObjectMapper().readTree(compose(LOOK_LIMIT, "config", "--format", "json"));
        } catch (JacksonException e) {
            throw new Failure(files.getFirst() + ": Compose's answer is no JSON: " + e, e);
        }
    }

    /// Gets every image: the published one where a registry answers, else it is built where the
    /// folder says how.
    ///
    /// @throws Failure that names the image that can neither be pulled nor built
    public void getImages() {
        new StackImages(this).get();
    }

    /// The commands that [#getImages] stands for.
    public List<List<String>> imageCommands() {
        return new StackImages(this).commands();
    }

    /// Starts the stack. Whether it gets healthy is for [Passage] to see.
    ///
    /// @throws Failure when a container cannot be started
    public void up() {
        compose(UP_LIMIT, UP);
    }

    /// Takes the stack down, with its volumes and networks. Images stay.
    public void down() {
        compose(DOWN_LIMIT, DOWN);
    }

    /// Saves what the containers wrote to their logs.
    public void saveLogs(Path file) {
        String logs = compose(DOWN_LIMIT, LOGS);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, logs);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e, e);
        }
    }

    /// The command line that a person would type.
    public List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        files.forEach(file -> command.addAll(List.of("-f", file.toString())));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private String compose(Duration limit, String... arguments) {
        return Shell.check(limit, Map.of(), command(arguments));
    }
}
