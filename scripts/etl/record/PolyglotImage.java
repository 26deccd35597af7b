package etl.record;

import com.github.dockerjava.api.command.InspectImageResponse;

import etl.Failure;
import etl.result.Language;
import etl.result.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// An image of a system with the job in all languages in it, and what each of them takes.
final class PolyglotImage {

    private static final Duration LIMIT = Duration.ofMinutes(20);

    /// The published images stand on Debian or Alpine.
    private static final String NODE =
            """
            RUN : node; command -v node || if command -v apk; then \\
                    apk add --no-cache nodejs; \\
                else \\
                    apt-get update \\
                    && apt-get install -y --no-install-recommends nodejs \\
                    && apt-get clean \\
                    && rm -rf /var/lib/apt/lists/*; \\
                fi
            """;

    private PolyglotImage() {}

    /// Builds the job of one language, with the Dockerfile of its toolchain in `tasks/`; that costs
    /// next to nothing where nothing has changed.
    ///
    /// @throws Failure with the toolchain's last words
    static void buildTask(Path root, Language language) {
        Language toolchain = language == Language.WASM ? Language.GO : language;
        Path recipe = root.resolve("tasks").resolve(toolchain.key()).resolve("Dockerfile");
        build(task(language), "tasks", recipe, root, List.of("--target", language.key()));
    }

    /// The image that holds the job of one language and nothing else.
    static String task(Language language) {
        return "etlbench/tasks-%s:1".formatted(language.key());
    }

    /// Builds an image of a system with them.
    ///
    /// @param base the system's own
    /// @param folder for the recipe
    /// @param languages those whose jobs are built
    static void build(
            Engine engine,
            String tag,
            String system,
            String base,
            Path folder,
            Collection<Language> languages) {
        InspectImageResponse image =
                engine.image(base).orElseThrow(() -> new Failure("image " + base + " is gone"));
        String user = image.getConfig() == null ? null : image.getConfig().getUser();
        List<String> recipe = new ArrayList<>(List.of("FROM " + base, "USER root"));
        for (Language language : languages) {
            if (language == Language.NODE) {
                recipe.add(NODE.strip());
            }
            recipe.add(
                    "COPY --from=%s /tasks/%2$s /tasks/%2$s"
                            .formatted(task(language), language.key()));
        }
        recipe.add("RUN mkdir -p /runs && chmod 0777 /runs");
        if (user != null && !user.isEmpty()) {
            recipe.add("USER " + user);
        }
        Path file = folder.resolve(system + ".polyglot.Dockerfile");
        try {
            Files.write(file, recipe);
            Path empty = Files.createDirectories(folder.resolve("empty"));
            build(tag, system, file, empty, List.of());
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static void build(
            String tag, String system, Path recipe, Path context, List<String> options) {
        String base = System.getenv().getOrDefault("BASE_IMAGE", "debian:bookworm-slim");
        List<String> command = new ArrayList<>(List.of("docker", "build"));
        command.add("--force-rm"); // without it a step that fails leaves its container behind
        command.addAll(List.of("--file", recipe.toString()));
        command.addAll(List.of("--build-arg", "BASE_IMAGE=" + base));
        command.addAll(List.of("--label", Images.BUILT + "=" + system));
        command.addAll(List.of("--tag", tag));
        command.addAll(options);
        command.add(context.toString());
        Shell.Result built = Shell.run(LIMIT, Map.of(), command);
        if (!built.ok()) { // the command has folders of this machine in it
            throw new Failure(
                    "image %s cannot be built here: %s"
                            .formatted(tag, StackImages.withoutResolver(built.lastLine())));
        }
    }

    /// What each language takes of it, MiB: its own layers.
    static Map<Language, Double> sizesMib(String tag) {
        String history =
                Shell.check(
                        LIMIT,
                        "docker",
                        "image",
                        "history",
                        "--no-trunc",
                        "--human=false",
                        "--format",
                        "{{.Size}}\t{{.CreatedBy}}",
                        tag);
        Map<Language, Double> sizes = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            sizes.put(language, 0.0);
            history.lines()
                    .map(line -> line.split("\t", 2))
                    .filter(layer -> layer.length == 2 && isOf(language, layer[1]))
                    .forEach(
                            layer ->
                                    sizes.merge(
                                            language,
                                            Double.parseDouble(layer[0]) / Sample.MIB,
                                            Double::sum));
        }
        return sizes;
    }

    private static boolean isOf(Language language, String command) {
        return command.contains("/tasks/" + language.key())
                || command.contains(": " + language.key() + ";");
    }
}
