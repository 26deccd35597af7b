package etl.record;

import java.time.Duration;

/// How long a suite has been at its runs, and how long it still needs.
final class Pace {

    private final Duration window;
    private final long first = System.nanoTime();
    private long began = first;
    private Duration taken = Duration.ZERO;
    private int made;

    /// @param window of each run
    Pace(Duration window) {
        this.window = window;
    }

    /// A run begins.
    void begin() {
        began = System.nanoTime();
    }

    /// That run was made; one that fails says nothing about the others.
    void made() {
        made(Duration.ofNanos(System.nanoTime() - began));
    }

    void made(Duration time) {
        taken = taken.plus(time);
        made++;
    }

    /// For the person who waits.
    ///
    /// @param runs that are still to be made
    String text(long runs) {
        return "%d minutes gone, about %d left"
                .formatted(
                        Duration.ofNanos(System.nanoTime() - first).toMinutes(),
                        left(runs).toMinutes() + 1);
    }

    /// At the pace so far; before the first run is made, as the plan guesses.
    Duration left(long runs) {
        return made == 0
                ? SuitePlan.estimate(runs, window)
                : taken.dividedBy(made).multipliedBy(runs);
    }
}
