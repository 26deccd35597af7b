import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import etl.record.Shell;
import etl.record.TestStack;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Things on the engine that are not a suite's: a stack of another project, images that nobody
/// uses, and a system's stack that a person started by hand.
final class ForeignThings implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String FOREIGN =
            """
            services:
              owner:
                image: IMAGE
                init: true
                command: ["sleep", "3600"]
                ports: ["127.0.0.1:PORT:80"]
                volumes: ["first:/first", "second:/second"]
              runs:
                image: IMAGE
                init: true
                command: ["sleep", "3600"]
              stopped:
                image: IMAGE
                init: true
                command: ["sleep", "3600"]
            volumes:
              first:
              second:
            """;

    private static final List<String> IMAGES = List.of("etltest-foreign:1", "etltest-foreign:2");

    private final TestStack stack;
    private final int port;
    private final Path byHand;

    private ForeignThings(TestStack stack, int port, Path byHand) {
        this.stack = stack;
        this.port = port;
        this.byHand = byHand;
    }

    /// Makes them.
    ///
    /// @param folder where files for them are written
    /// @param byHand compose file of the system `by-hand`
    static ForeignThings make(Path folder, Path byHand) throws IOException {
        int port = freePort();
        TestStack stack = TestStack.up(folder, FOREIGN.replace("PORT", "" + port));
        stack.compose("stop", "stopped");
        Path tar = folder.resolve("foreign.tar");
        Shell.check(LIMIT, "tar", "cf", tar.toString(), "-C", folder.toString(), "compose.yml");
        for (String image : IMAGES) {
            Shell.check(LIMIT, "docker", "import", tar.toString(), image);
        }
        Shell.check(LIMIT, "docker", "compose", "-f", byHand.toString(), "up", "-d");
        return new ForeignThings(stack, port, byHand);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /// A port of this machine that is taken.
    int port() {
        return port;
    }

    /// Name of the container that has it.
    String portsOwner() {
        return stack.container("owner");
    }

    /// Name of another container.
    String container() {
        return stack.container("runs");
    }

    /// Everything that the engine says about them.
    List<String> inspected() {
        String label = "label=com.docker.compose.project=" + stack.project();
        List<String> things = new ArrayList<>();
        for (String kind : List.of("container", "volume", "network")) {
            String all = kind.equals("container") ? "--all" : "--no-trunc";
            List<String> names =
                    kind.equals("volume")
                            ? lines("docker", "volume", "ls", "--quiet", "--filter", label)
                            : lines("docker", kind, "ls", "--quiet", all, "--filter", label);
            names.stream().sorted().forEach(n -> things.addAll(inspect(kind, n)));
        }
        IMAGES.forEach(image -> things.addAll(inspect("image", image)));
        things.addAll(inspect("container", "etlbench-by-hand-scheduler-1"));
        things.addAll(inspect("volume", "etlbench-by-hand_runs"));
        things.addAll(inspect("network", "etlbench-by-hand_default"));
        return things;
    }

    private static List<String> inspect(String kind, String name) {
        try {
            JsonNode thing =
                    new ObjectMapper()
                            .readTree(Shell.check(LIMIT, "docker", kind, "inspect", name));
            if (thing.get(0).get("Mounts") instanceof ArrayNode mounts) {
                // the engine shuffles these, anew each time; everything else is compared as it
                // stands
                List<JsonNode> sorted = new ArrayList<>();
                mounts.forEach(sorted::add);
                sorted.sort(Comparator.comparing(m -> m.path("Destination").asText()));
                mounts.removeAll().addAll(sorted);
            }
            return thing.toPrettyString().lines().toList();
        } catch (JacksonException e) {
            throw new AssertionError(kind + " " + name, e);
        }
    }

    private static List<String> lines(String... command) {
        return Shell.check(LIMIT, command).lines().toList();
    }

    @Override
    public void close() {
        Shell.check(LIMIT, "docker", "compose", "-f", byHand.toString(), "down", "--volumes");
        IMAGES.forEach(image -> Shell.check(LIMIT, "docker", "image", "rm", image));
        stack.close();
    }
}
