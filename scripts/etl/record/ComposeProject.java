//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1

package etl.record;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import etl.Failure;
import etl.result.SystemFacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// Where a stack has the job.
    static final String JOB = "/app/etl_task.py";

    private static final Duration DOWN_LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(30);

    public static ComposeProject of(Systems systems, String system) {
        return new ComposeProject(Systems.project(system), systems.files(system));
    }

    /// The same stack with a label on everything that it creates.
    ///
    /// @param folder where the override is written; it has to stay until the stack is down
    public ComposeProject labelled(RunLabel label, Path folder) {
        return with(label.override(folder, this));
    }

    /// The same stack with one more file laid over it; one that was there already is the last now.
    ComposeProject with(Path override) {
        Stream<Path> others = files.stream().filter(file -> !file.equals(override));
        return new ComposeProject(name, Stream.concat(others, Stream.of(override)).toList());
    }

    /// Containers, volumes and networks that carry the project's label, by whomever they were made.
    public List<String> leftovers() {
        return new ProjectRemains(name).list();
    }

    /// What the system's folder says about itself.
    public SystemFacts facts() {
        return SystemFacts.read(files);
    }

    /// Services in which the job runs, or which start it: those that have it mounted.
    ///
    /// @return by name, as Compose understands them
    Map<String, JsonNode> jobServices() {
        Map<String, JsonNode> services = new LinkedHashMap<>();
        for (var service : config().path("services").properties()) {
            boolean mounted =
                    service.getValue()
                            .path("volumes")
                            .valueStream()
                            .anyMatch(volume -> volume.path("target").asText().equals(JOB));
            if (mounted) {
                services.put(service.getKey(), service.getValue());
            }
        }
        return services;
    }

    /// The files as Compose understands them, all together.
    ///
    /// @throws Failure with Compose's own message when it refuses them
    JsonNode config() {
        Shell.Result config =
                Shell.run(LOOK_LIMIT, Map.of(), command("config", "--format", "json"));
        if (!config.ok()) {
            throw new Failure(
                    "%s: Compose refuses it: %s".formatted(files.getLast(), config.lastLine()));
        }
        try {
            return new ObjectMapper().readTree(config.stdout());
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

    /// Whether the engine has the images of all its services.
    ///
    /// @throws Failure with Compose's own message when it refuses the files
    public boolean hasImages(Engine engine) {
        return config().path("services")
                .valueStream()
                .allMatch(service -> engine.image(service.path("image").asText()).isPresent());
    }

    /// Ids of its services' images, as far as the engine has them.
    Set<String> imageIds(Engine engine) {
        Set<String> ids = new HashSet<>();
        for (JsonNode service : config().path("services")) {
            engine.image(service.path("image").asText()).ifPresent(image -> ids.add(image.getId()));
        }
        return ids;
    }

    /// The commands that [#getImages] stands for.
    public List<List<String>> imageCommands() {
        return new StackImages(this).commands();
    }

    /// Starts the stack. Whether it gets healthy is for [Passage] to see.
    ///
    /// @param limit Compose waits here for the services that others depend on
    /// @throws Failure when a container cannot be started
    public void up(Duration limit) {
        compose(limit, UP);
    }

    /// Takes the stack down, with its volumes and networks. Images stay.
    ///
    /// @throws Failure that names what cannot be removed and who uses it: Compose itself is content
    ///   with a warning, and the next run would find the old history
    public void down() {
        compose(DOWN_LIMIT, DOWN);
        new ProjectRemains(name).requireRemoved();
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
