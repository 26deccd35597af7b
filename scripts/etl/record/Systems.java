//DEPS org.apache.commons:commons-text:1.15.0

package etl.record;

import etl.Failure;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The systems under test: the folders of `compose/`. There is no other list of them.
///
/// @param root the repository, which holds `compose/` and `jbangw`
public record Systems(Path root) {

    private static final String TUNED = "-tuned";

    /// Looks for the repository: where `jbangw` says it is, else from the given folder upward.
    public static Optional<Systems> find(Path start) {
        Path told = Optional.ofNullable(System.getenv("JBANGW_ROOT")).map(Path::of).orElse(null);
        return Stream.concat(
                        Stream.ofNullable(told),
                        Stream.iterate(
                                start.toAbsolutePath().normalize(),
                                Objects::nonNull,
                                Path::getParent))
                .filter(folder -> Files.isDirectory(folder.resolve("compose")))
                .findFirst()
                .map(Systems::new);
    }

    /// The repository that the command was started in.
    ///
    /// @throws Failure when it was not
    public static Systems here() {
        return find(Path.of(""))
                .orElseThrow(
                        () ->
                                new Failure(
                                        "no compose/ folder here or above; start this in the"
                                                + " repository"));
    }

    /// Names of all systems, tuned entries included, in alphabetical order.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root.resolve("compose"))) {
            for (Path folder : folders.sorted().toList()) {
                String name = folder.getFileName().toString();
                Stream.of(name, name + TUNED).filter(this::has).forEach(names::add);
            }
        } catch (IOException e) {
            throw new Failure(root + "/compose: cannot be listed: " + e.getMessage(), e);
        }
        return names;
    }

    /// Whether there is a system of this name.
    public boolean has(String system) {
        return files(system).stream().allMatch(Files::exists);
    }

    /// The systems that were asked for, each once; all where none was named.
    ///
    /// @throws Failure that names the nearest ones when there is no such system
    public List<String> chosen(List<String> wanted) {
        for (String name : wanted) {
            if (!has(name)) {
                throw new Failure(
                        "no system %s in compose/; did you mean %s?"
                                .formatted(name, String.join(", ", nearest(name))));
            }
        }
        return wanted.isEmpty() ? names() : wanted.stream().distinct().toList();
    }

    /// The three systems whose names are most like the given one.
    private List<String> nearest(String name) {
        JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
        return names().stream()
                .sorted(Comparator.comparingDouble(known -> -likeness.apply(name, known)))
                .limit(3)
                .toList();
    }

    /// Its compose files; for `<system>-tuned` the override comes last.
    public List<Path> files(String system) {
        Path folder = root.resolve("compose").resolve(folder(system));
        return system.endsWith(TUNED)
                ? List.of(folder.resolve("compose.yml"), folder.resolve("compose.tuned.yml"))
                : List.of(folder.resolve("compose.yml"));
    }

    /// Name of its folder, which it may share with a tuned entry.
    static String folder(String system) {
        return system.endsWith(TUNED)
                ? system.substring(0, system.length() - TUNED.length())
                : system;
    }

    /// Its Compose project.
    public static String project(String system) {
        return "etlbench-" + system;
    }
}
