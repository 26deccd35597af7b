package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A stack of containers that do next to nothing, for the recorder to look at. It runs on the image
/// of `compose/cron`.
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
                command: [sleep, infinity]
                deploy: { replicas: COUNT }
            """;

    private final ComposeProject stack;

    private SpeedStack(ComposeProject stack) {
        this.stack = stack;
    }

    /// @param folder where its compose file goes
    /// @throws Failure when the image cannot be had, or somebody uses the name
    public static SpeedStack up(Systems systems, Path folder, int containers) {
        ComposeProject cron = ComposeProject.of(systems, "cron");
        cron.getImages();
        String image = cron.config().path("services").path("cron").path("image").asText();
        ComposeProject stack =
                new ComposeProject(PROJECT, List.of(folder.resolve("speed.compose.yml")));
        new ProjectRemains(PROJECT).requireGone();
        try {
            Files.writeString(
                    stack.files().getFirst(),
                    STACK.replace("IMAGE", image).replace("COUNT", "" + containers));
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
