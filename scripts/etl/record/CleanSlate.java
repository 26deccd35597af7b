package etl.record;

import etl.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The clean slate of a run: nothing of an earlier suite is left, and nothing that somebody else
/// made is touched.
///
/// @param label on everything that this suite creates
/// @param folder where the overrides are written that put it there
public record CleanSlate(RunLabel label, Path folder) {

    /// Removes what suites left behind that were killed.
    ///
    /// @param say is told what is removed
    /// @throws Failure when it belongs to a suite that still runs, or cannot be removed
    public static void sweep(Consumer<String> say) {
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
        List<String> there = stack.leftovers();
        if (!there.isEmpty()) {
            throw new Failure(
                    "%s is there already (%s) and was not made by a suite; it is left alone, take it down with: docker compose -p %s down -v"
                            .formatted(stack.name(), there.getFirst(), stack.name()));
        }
        PublishedPorts.requireFree(engine, stack);
        return stack.labelled(label, folder);
    }
}
