import etl.record.Shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What suites have left behind on this machine.
final class SuiteRemains {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private SuiteRemains() {}

    /// Containers and networks by their ids, volumes by their names, that carry a suite's label.
    static List<String> labelled() {
        List<String> found = new ArrayList<>();
        for (String kind : List.of("container", "network", "volume")) {
            List<String> command = new ArrayList<>(List.of("docker", kind, "ls", "--quiet"));
            if (kind.equals("container")) {
                command.add("--all");
            }
            command.addAll(List.of("--filter", "label=etlbench.run"));
            Shell.check(LIMIT, Map.of(), command).lines().forEach(found::add);
        }
        return found;
    }

    /// Temporary folders of suites.
    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(f -> f.getFileName().toString().matches("etlbench-\\d{8}-.*"))
                    .toList();
        }
    }
}
