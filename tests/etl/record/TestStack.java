package etl.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A Compose project that a test starts and takes down again, volumes included. Its containers run
/// on the image of `compose/cron`, which has Python.
public final class TestStack implements AutoCloseable {

    /// Image of the test containers; made by [#up] where it is not there.
    public static final String IMAGE = "etlbench/cron:bookworm-1";

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String host;
    private final String project;
    private final Path file;

    private TestStack(String host, String project, Path file) {
        this.host = host;
        this.project = project;
        this.file = file;
    }

    /// Starts a project and waits until its containers run.
    ///
    /// @param folder where the compose file is written
    /// @param services the compose file, in which `IMAGE` stands for the image
    public static TestStack up(Path folder, String services) throws IOException {
        image();
        return up(null, folder, services);
    }

    /// The same on another engine, which has the image.
    ///
    /// @param host its address; null for the machine's own
    static TestStack up(String host, Path folder, String services) throws IOException {
        String project =
                "etltest-%d-%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        Path file =
                Files.writeString(folder.resolve("compose.yml"), services.replace("IMAGE", IMAGE));
        TestStack stack = new TestStack(host, project, file);
        stack.compose("up", "-d", "--wait");
        return stack;
    }

    /// Makes the image of the test containers where it is not there.
    public static synchronized void image() {
        if (!Shell.run(LIMIT, "docker", "image", "inspect", IMAGE).ok()) {
            BaseImage.ensure(line -> {});
            Path cron = repository().resolve("compose/cron/compose.yml");
            Shell.check(LIMIT, "docker", "compose", "-f", cron.toString(), "build");
        }
    }

    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jbang-catalog.json"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /// `docker compose` on this project.
    public String compose(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("docker", "compose", "-p", project, "-f", file.toString()));
        command.addAll(Arrays.asList(arguments));
        return Shell.check(LIMIT, host == null ? Map.of() : Map.of("DOCKER_HOST", host), command);
    }

    public String project() {
        return project;
    }

    /// Name of the one container of a service.
    public String container(String service) {
        return project + "-" + service + "-1";
    }

    @Override
    public void close() {
        // services of a profile are taken down only where the profile is named
        compose("--profile", "*", "down", "--volumes", "--timeout", "1");
    }
}
