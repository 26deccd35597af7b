package etl.record;

import com.github.dockerjava.api.model.Container;

import etl.Failure;

import java.nio.file.Path;
import java.util.TreeSet;

/// Which Compose project a result file means.
public final class Target {

    private Target() {}

    /// A file named after a system in `compose/` means `etlbench-<system>` and nothing else; any
    /// other name needs the project's.
    ///
    /// @param named what `--project` says; null when it says nothing
    /// @throws Failure with the running projects when neither helps
    public static String project(Path output, String named, Engine engine) {
        if (named != null) {
            return named;
        }
        String system = output.getFileName().toString().replaceFirst("\\.csv$", "");
        if (isSystem(system, Path.of(""))
                || isSystem(system, output.toAbsolutePath().getParent())) {
            return Systems.project(system);
        }
        throw new Failure(
                output
                        + ": no system "
                        + system
                        + " in compose/; name the project with --project; "
                        + running(engine));
    }

    private static boolean isSystem(String system, Path start) {
        return Systems.find(start).filter(systems -> systems.has(system)).isPresent();
    }

    /// A sentence with the Compose projects that run on the engine.
    static String running(Engine engine) {
        TreeSet<String> projects = new TreeSet<>();
        for (Container container : engine.running()) {
            String name = container.getLabels().get(Engine.PROJECT);
            if (name != null && container.getLabels().containsKey(Engine.BY_COMPOSE)) {
                projects.add(name);
            }
        }
        return projects.isEmpty()
                ? "no Compose project is running at " + engine.host()
                : "running projects: " + String.join(", ", projects);
    }
}
