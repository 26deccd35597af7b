package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The clean slate of a run: nothing of an earlier suite is left, and nothing that somebody else
/// made is touched.
///
/// @param label on everything that this suite creates
/// @param folder its own, for the overrides that put it there
/// @param say is told what is removed
public record CleanSlate(RunLabel label, Path folder, Consumer<String> say)
        implements AutoCloseable {

    public static CleanSlate open(RunLabel label, Consumer<String> say) {
        try {
            String name = Orphans.PREFIX + label.id() + "-";
            return new CleanSlate(label, Files.createTempDirectory(name), say);
        } catch (IOException e) {
            throw new Failure("no temporary folder can be made: " + e, e);
        }
    }

    /// Ends and removes what suites left behind that were killed.
    ///
    /// @throws Failure when it belongs to a suite that still runs, or cannot be removed
    public void sweep() {
        Orphans.end(folder, say);
        List<RunLabel.Labelled> leftovers = RunLabel.leftovers();
        leftovers.stream()
                .filter(RunLabel.Labelled::isInUse)
                .findFirst()
                .ifPresent(
                        used -> {
                            throw new Failure(
                                    "%s %s belongs to suite %s, which still runs"
                                            .formatted(used.kind(), used.name(), used.run()));
                        });
        for (RunLabel.Labelled leftover : leftovers) {
            say.accept(
                    "removing %s %s, left behind by suite %s"
                            .formatted(leftover.kind(), leftover.name(), leftover.run()));
            leftover.remove();
        }
    }

    /// The system's stack, labelled, if nobody uses its name or its ports.
    ///
    /// @throws Failure that names whose they are, and the command that frees them
    public ComposeProject claim(Engine engine, Systems systems, String system) {
        ComposeProject stack = ComposeProject.of(systems, system);
        new ProjectRemains(stack.name()).requireGone();
        PublishedPorts.requireFree(engine, stack);
        return stack.labelled(label, folder);
    }

    /// The overrides go; by now every stack is down, or is to stay up.
    @Override
    public void close() {
        Orphans.delete(folder);
    }
}
