package etl.record;

import com.fasterxml.jackson.databind.JsonNode;

import etl.Failure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Gets the images of a stack before it is started. The published image is taken as it is wherever
/// a registry has it; only where none answers, and the folder says how, it is built. What was built
/// in this way carries a label and is no reason not to pull the next time. An image that nobody
/// publishes (`pull_policy: never`) is always built, which costs next to nothing the second time.
final class StackImages {

    private static final Duration LIMIT = Duration.ofMinutes(20);

    private static final Pattern FULL =
            Pattern.compile("no space left on device", Pattern.CASE_INSENSITIVE);

    /// Where a name was looked for: an address of the user's network, and none of the set's
    /// business.
    private static final Pattern RESOLVER =
            Pattern.compile("(?<=: lookup \\S{1,255}) on \\S+:\\d+(?=: )");

    private static final List<String> PULL = List.of("pull", "--ignore-pull-failures");
    private static final List<String> BUILD = List.of("build");

    private final ComposeProject stack;

    StackImages(ComposeProject stack) {
        this.stack = stack;
    }

    /// @throws Failure that names the image that can neither be pulled nor built
    void get() {
        JsonNode services = stack.config().path("services");
        List<String> toPull = names(services, service -> needsPull(service, services));
        String reason =
                toPull.isEmpty()
                        ? "nobody publishes it"
                        : withoutResolver(run(with(PULL, toPull)).lastLine());
        List<String> toBuild = names(services, StackImages::needsBuild);
        if (!toBuild.isEmpty()) {
            Shell.Result built = run(with(BUILD, toBuild));
            if (!built.ok()) {
                throw new Failure(
                        "image %s cannot be built here: %s"
                                .formatted(
                                        services.path(toBuild.getFirst()).path("image").asText(),
                                        withoutResolver(built.lastLine())));
            }
        }
        for (JsonNode service : services) {
            String image = service.path("image").asText();
            if (label(image) == null) {
                throw new Failure(
                        "image %s can neither be pulled nor built here: %s"
                                .formatted(image, reason));
            }
        }
    }

    /// The engine's reason goes into `suite.json`, which is published.
    static String withoutResolver(String reason) {
        return RESOLVER.matcher(reason).replaceAll("");
    }

    /// What fails for want of disk ends with a line that does not say so.
    private Shell.Result run(List<String> command) {
        Shell.Result result = Shell.run(LIMIT, Map.of(), command);
        if (!result.ok() && FULL.matcher(result.stderr() + result.stdout()).find()) {
            throw new Failure(
                    stack.name()
                            + ": no space left on the disk of the engine's images; see: docker"
                            + " system df");
        }
        return result;
    }

    /// What a person would type; which services they are turns out when they are looked at.
    List<List<String>> commands() {
        return List.of(
                with(PULL, List.of("<services without a published image>")),
                with(BUILD, List.of("<services still without one>")));
    }

    private List<String> with(List<String> command, List<String> services) {
        return stack.command(
                Stream.concat(command.stream(), services.stream()).toArray(String[]::new));
    }

    private static List<String> names(JsonNode services, Predicate<JsonNode> wanted) {
        return services.properties().stream()
                .filter(service -> wanted.test(service.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether the image has to be looked for in a registry: it is not here, or what is here is a
    /// stand-in that one of the services built.
    private static boolean needsPull(JsonNode service, JsonNode services) {
        String image = service.path("image").asText();
        String label = label(image);
        boolean canBeBuilt =
                services.valueStream()
                        .filter(other -> other.has("build"))
                        .anyMatch(other -> other.path("image").asText().equals(image));
        return !isOurs(service) && (label == null || !label.isEmpty() && canBeBuilt);
    }

    private static boolean isOurs(JsonNode service) {
        return service.path("pull_policy").asText().equals("never");
    }

    private static boolean needsBuild(JsonNode service) {
        String label = label(service.path("image").asText());
        // one that was built here is built again, because its recipe may have changed
        return service.has("build") && (isOurs(service) || label == null || !label.isEmpty());
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
