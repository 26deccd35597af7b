package etl.record;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// When a window begins. Half a period before a boundary, which is second 30 for a job that runs
/// every minute, so that five minutes hold exactly five boundaries with room on both sides; the
/// boundaries are the engine's, so its clock says when that is.
///
/// @param first the first instant, by this machine's clock
public record WindowStart(Instant first) {

    /// What is written between the decision to begin and the first instant takes this long at most.
    private static final Duration PREPARATION = Duration.ofMillis(700);

    /// As soon as possible.
    public static WindowStart now() {
        // files hold milliseconds, so the window begins on one
        return new WindowStart(Instant.now().plus(PREPARATION).truncatedTo(ChronoUnit.MILLIS));
    }

    /// At the next moment of the engine's clock that is half a period before a boundary.
    ///
    /// @param period between two boundaries; boundaries are multiples of it since the epoch
    public static WindowStart beforeBoundary(EngineFacts engine, Duration period) {
        return beforeBoundary(now().first, Math.round(engine.clockOffsetMs()), period);
    }

    /// @param soonest by this machine's clock
    /// @param offsetMs the engine's clock − this machine's
    static WindowStart beforeBoundary(Instant soonest, long offsetMs, Duration period) {
        long step = period.toMillis();
        long half = step / 2;
        long theirs = soonest.toEpochMilli() + offsetMs;
        long begin = Math.ceilDiv(theirs - half, step) * step + half;
        return new WindowStart(Instant.ofEpochMilli(begin - offsetMs));
    }

    /// How long to wait before the preparation begins.
    public Duration untilPreparation() {
        return Duration.between(Instant.now(), first).minus(PREPARATION);
    }
}
