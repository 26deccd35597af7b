package etl.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// The ticks of a window: absolute deadlines on a monotonic clock. A late reading does not shift
/// the later ones, and a tick that could not be kept is counted, not made up for.
final class Deadlines {

    private static final double NANOS = 1e9;

    private final Monotonic time;
    private final long startNanos;
    private final long intervalNanos;
    private final long last;
    private long tick;
    private int missed;

    /// @param time what the ticks follow
    /// @param clock this machine's, which is asked once: when it is set meanwhile, no tick moves
    /// @param first time of the first tick, by that clock
    Deadlines(
            Monotonic time,
            InstantSource clock,
            Instant first,
            Duration window,
            Duration interval) {
        this.time = time;
        startNanos = time.nanos() + Duration.between(clock.instant(), first).toNanos();
        intervalNanos = interval.toNanos();
        last = window.dividedBy(interval);
    }

    /// Whether a tick is left; the window's both ends are ticks.
    boolean hasNext() {
        return tick <= last;
    }

    /// Waits until the next tick, or until `stop` says so.
    void await(BooleanSupplier stop) {
        long deadline = startNanos + tick * intervalNanos;
        long left = deadline - time.nanos();
        while (left > 0 && !stop.getAsBoolean()) {
            time.park(left);
            left = deadline - time.nanos();
        }
    }

    /// Goes on to the tick after this one that is not over yet; those between are missed.
    void next() {
        long due = (time.nanos() - startNanos) / intervalNanos;
        long skipped = Math.max(0, Math.min(due, last) - (tick + 1));
        missed += (int) skipped;
        tick += 1 + skipped;
    }

    int missed() {
        return missed;
    }

    /// Seconds since the first tick.
    double elapsedS() {
        return secondsOf(time.nanos());
    }

    /// Seconds of the window of a time by `System.nanoTime`.
    double secondsOf(long nanos) {
        return (nanos - startNanos) / NANOS;
    }
}
