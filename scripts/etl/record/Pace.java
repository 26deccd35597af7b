package etl.record;

import java.time.Duration;

/// How long a suite has been at its runs, and how long it still needs.
final class Pace {

    private final Duration window;
    private final long began = System.nanoTime();
    private int made;

    /// @param window of each run
    Pace(Duration window) {
        this.window = window;
    }

    /// One more run was made.
    void made() {
        made++;
    }

    /// For the person who waits.
    ///
    /// @param runs that are still to be made
    String text(long runs) {
        Duration gone = Duration.ofNanos(System.nanoTime() - began);
        return "%d minutes gone, about %d left"
                .formatted(gone.toMinutes(), left(gone, runs).toMinutes() + 1);
    }

    /// At the pace so far; before the first run is made, as the plan guesses.
    Duration left(Duration gone, long runs) {
        return made == 0
                ? SuitePlan.estimate(runs, window)
                : gone.dividedBy(made).multipliedBy(runs);
    }
}
