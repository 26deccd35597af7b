package etl.record;

import com.fasterxml.jackson.databind.JsonNode;

import etl.Failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Gets the images of a stack before it is started. The published image is taken as it is wherever
/// a registry has it; only where none answers, and the folder says how, it is built. An image that
/// nobody publishes (`pull_policy: never`) is always built, which costs next to nothing the second
/// time.
final class StackImages {

    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final ComposeProject stack;

    StackImages(ComposeProject stack) {
        this.stack = stack;
    }

    /// @throws Failure that names the image that can neither be pulled nor built
    void get() {
        JsonNode services = stack.config().path("services");
        Shell.Result pulled =
                Shell.run(
                        LIMIT,
                        Map.of(),
                        stack.command("pull", "--ignore-pull-failures", "--policy", "missing"));
        List<String> toBuild = new ArrayList<>();
        for (Map.Entry<String, JsonNode> service : services.properties()) {
            if (needsBuild(service.getValue())) {
                toBuild.add(service.getKey());
            }
        }
        if (!toBuild.isEmpty()) {
            List<String> build = new ArrayList<>(stack.command("build"));
            build.addAll(toBuild);
            Shell.check(LIMIT, Map.of(), build);
        }
        for (JsonNode service : services) {
            String image = service.path("image").asText();
            if (label(image) == null) {
                throw new Failure(
                        "image %s can neither be pulled nor built here: %s"
                                .formatted(image, pulled.lastLine()));
            }
        }
    }

    /// What a person would type; which services are built turns out after the pull.
    List<List<String>> commands() {
        return List.of(
                stack.command("pull", "--ignore-pull-failures", "--policy", "missing"),
                stack.command("build", "<services without an image>"));
    }

    private static boolean needsBuild(JsonNode service) {
        if (service.path("build").isMissingNode()) {
            return false;
        }
        String label = label(service.path("image").asText());
        boolean nobodyPublishesIt = service.path("pull_policy").asText().equals("never");
        // one that was built here is built again, because its recipe may have changed
        return nobodyPublishesIt || label == null || !label.isEmpty();
    }

    /// Value of the label that the benchmark's own builds carry; empty for an image without it,
    /// null for one that the engine does not have.
    private static String label(String image) {
        Shell.Result found =
                Shell.run(
                        LIMIT,
                        "docker",
                        "image",
                        "inspect",
                        "--format",
                        "{{with .Config.Labels}}{{index . \"" + Images.BUILT + "\"}}{{end}}",
                        image);
        return found.ok() ? found.stdout().strip() : null;
    }
}
