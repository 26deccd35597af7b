package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A stack of containers for the recorder to look at: they do next to nothing, or take much memory
/// for a moment. It runs on the image of `compose/cron`.
public final class SpeedStack implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final String PROJECT = "etlbench-speed";

    private static final String STACK =
            """
            name: etlbench-speed
            services:
              sleeper:
                image: IMAGE
                pull_policy: never
                init: true
                command: COMMAND
                deploy: { replicas: COUNT }
            """;

    private static final String SLEEP = "[sleep, infinity]";

    /// Every page is written to: only then it is resident.
    private static final String SPIKES =
            """

            - python3
            - -c
            - |
              import time
              while True:
                  time.sleep(4.8)
                  block = b"x" * (100 << 20)
                  time.sleep(0.2)
                  del block
            """
                    .indent(6);

    private final ComposeProject stack;

    private SpeedStack(ComposeProject stack) {
        this.stack = stack;
    }

    /// @param folder where its compose file goes
    /// @throws Failure when the image cannot be had, or somebody uses the name
    public static SpeedStack up(Systems systems, Path folder, int containers) {
        return up(systems, folder, containers, SLEEP);
    }

    /// One container that takes 100 MiB more for 200 ms, every five seconds.
    ///
    /// @param folder where its compose file goes
    /// @throws Failure as above
    public static SpeedStack spikes(Systems systems, Path folder) {
        return up(systems, folder, 1, SPIKES);
    }

    private static SpeedStack up(Systems systems, Path folder, int containers, String command) {
        ComposeProject cron = ComposeProject.of(systems, "cron");
        cron.getImages();
        String image = cron.config().path("services").path("cron").path("image").asText();
        ComposeProject stack =
                new ComposeProject(PROJECT, List.of(folder.resolve("speed.compose.yml")));
        new ProjectRemains(PROJECT).requireGone();
        try {
            Files.writeString(
                    stack.files().getFirst(),
                    STACK.replace("IMAGE", image)
                            .replace("COMMAND", command)
                            .replace("COUNT", "" + containers));
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e, e);
        }
        SpeedStack up = new SpeedStack(stack);
        try {
            stack.up(LIMIT);
            return up;
        } catch (Failure e) {
            try {
                up.close();
            } catch (Failure second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /// The name of its Compose project.
    public String project() {
        return PROJECT;
    }

    /// Ids of its containers.
    List<String> ids() {
        return Shell.check(LIMIT, Map.of(), stack.command("ps", "--quiet")).lines().toList();
    }

    @Override
    public void close() {
        stack.down();
    }
}
