package etl.record;

import etl.Failure;
import etl.result.LimitSearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The compose file that is laid over a system's own, so that its containers run in one group and
/// know their limit: a runtime such as a JVM sizes itself by the limit of its own container.
final class LimitOverride {

    /// The one that is taken where one CPU is tried: a share of two would not be the same.
    private static final String FIRST_CPU = "0";

    private LimitOverride() {}

    /// The same stack under a limit.
    ///
    /// @param parent of all its containers' groups
    /// @param folder where the file goes; it has to stay until the stack is down
    static ComposeProject over(
            ComposeProject stack, String parent, LimitSearch.Step step, Path folder) {
        StringBuilder yaml = new StringBuilder("# written by vps.java\nservices:\n");
        for (var service : stack.config().path("services").properties()) {
            yaml.append("  %s:\n    cgroup_parent: \"%s\"\n".formatted(service.getKey(), parent));
            if (step.limitMib() != null) {
                // the two are equal: no swap
                String limit = String.format(Locale.ROOT, "%.0fm", step.limitMib());
                yaml.append("    mem_limit: %s\n    memswap_limit: %1$s\n".formatted(limit));
            }
            if (step.cpus() != null) {
                yaml.append("    cpuset: \"%s\"\n".formatted(FIRST_CPU));
            }
        }
        Path file = folder.resolve(stack.name() + ".limit.yml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
        return stack.with(file);
    }
}
