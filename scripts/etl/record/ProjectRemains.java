package etl.record;

import etl.Failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the engine has of a Compose project.
///
/// @param project its name
record ProjectRemains(String project) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// Containers, volumes and networks that carry the project's label, by whomever they were made.
    List<String> list() {
        List<String> found = new ArrayList<>();
        for (String kind : List.of("container", "volume", "network")) {
            boolean containers = kind.equals("container");
            List<String> command = new ArrayList<>(List.of("docker", kind, "ls"));
            command.addAll(List.of("--filter", "label=" + Engine.PROJECT + "=" + project));
            command.addAll(List.of("--format", containers ? "{{.Names}}" : "{{.Name}}"));
            if (containers) {
                command.addAll(List.of("--all", "--filter", "label=" + Engine.BY_COMPOSE));
            }
            Shell.check(LIMIT, Map.of(), command)
                    .lines()
                    .map(line -> kind + " " + line)
                    .forEach(found::add);
        }
        return found;
    }

    /// Looks whether nobody uses its name, and nothing of an earlier run is left.
    ///
    /// @throws Failure that names the first thing, and the command that takes it down
    void requireGone() {
        requireNone(list());
    }

    private void requireNone(List<String> there) {
        if (!there.isEmpty()) {
            throw new Failure(
                    "%s is there already (%s) and is left alone; take it down with: docker compose -p %s down -v"
                            .formatted(project, there.getFirst(), project));
        }
    }

    /// Looks whether it has no container.
    ///
    /// @throws Failure as above
    void requireStopped() {
        requireNone(list().stream().filter(thing -> thing.startsWith("container ")).toList());
    }

    /// Looks whether it was really taken down.
    ///
    /// @throws Failure that names what cannot be removed and who uses it
    void requireRemoved() {
        List<String> left = list();
        if (!left.isEmpty()) {
            throw new Failure(
                    "%s cannot be removed%s".formatted(left.getFirst(), users(left.getFirst())));
        }
    }

    private static String users(String thing) {
        String[] kindAndName = thing.split(" ", 2);
        if (kindAndName[0].equals("container")) {
            return "";
        }
        List<String> command = new ArrayList<>(List.of("docker", "ps", "--all"));
        command.addAll(List.of("--filter", kindAndName[0] + "=" + kindAndName[1]));
        command.addAll(List.of("--format", "{{.Names}}"));
        String users = Shell.check(LIMIT, Map.of(), command).strip().replace("\n", ", ");
        return users.isEmpty() ? "" : ", container " + users + " uses it";
    }
}
