package etl.record;

import etl.Failure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What a suite will take, for the person who is about to wait: time and disk.
///
/// @param window length of each
public record SuiteForecast(Systems systems, SuiteSet set, SuitePlan plan, Duration window) {

    /// Of a raw file, about.
    private static final double BYTES_PER_ROW = 100;

    /// How many runs are still to be measured, and about how long that takes.
    public String time() {
        long runs = plan.steps().stream().filter(step -> !set.isComplete(step)).count();
        Duration all = plan.preparation().plus(SuitePlan.estimate(runs, window));
        return "%d runs into %s, about %d minutes"
                .formatted(runs, set.folder(), all.toMinutes() + 1);
    }

    /// What is free, what a capture takes, and whether images come on top.
    ///
    /// @param freeMib free where the engine keeps its images; NaN where it cannot be asked
    public String disk(Engine engine, double freeMib) {
        return String.format(
                Locale.ROOT,
                "disk: %.0f MiB free; each container of a run takes about %.1f MiB%s",
                freeMib,
                captureMib(),
                images(engine));
    }

    /// What the raw file of a capture takes per container: a row each 100 ms.
    private double captureMib() {
        return window.toMillis() / 100.0 * BYTES_PER_ROW / (1 << 20);
    }

    /// The images that take disk, too; how much is known only when they are there.
    private String images(Engine engine) {
        List<String> without =
                plan.systems().stream().filter(name -> lacksImages(name, engine)).toList();
        return without.isEmpty()
                ? ", the images are there"
                : ", and the images of these are still to be got: " + String.join(", ", without);
    }

    private boolean lacksImages(String name, Engine engine) {
        try {
            return !ComposeProject.of(systems, name).hasImages(engine);
        } catch (Failure e) {
            return false; // Compose refuses its file, which is told when its turn comes
        }
    }
}
