package etl.record;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// When a window begins. At second 30, half a minute before a boundary, so that five minutes hold
/// exactly five boundaries with room on both sides; the boundaries are the engine's, so its clock
/// says when that is.
///
/// @param first the first instant, by this machine's clock
public record WindowStart(Instant first) {

    /// The second of the minute.
    public static final int SECOND = 30;

    /// What is written between the decision to begin and the first instant takes this long at most.
    private static final Duration PREPARATION = Duration.ofMillis(700);

    /// As soon as possible.
    public static WindowStart now() {
        // files hold milliseconds, so the window begins on one
        return new WindowStart(Instant.now().plus(PREPARATION).truncatedTo(ChronoUnit.MILLIS));
    }

    /// At the next second 30 of the engine's clock.
    public static WindowStart atHalfMinute(EngineFacts engine) {
        return atHalfMinute(now().first, Math.round(engine.clockOffsetMs()));
    }

    /// @param soonest by this machine's clock
    /// @param offsetMs the engine's clock − this machine's
    static WindowStart atHalfMinute(Instant soonest, long offsetMs) {
        Instant theirs = soonest.plusMillis(offsetMs);
        Instant begin = theirs.truncatedTo(ChronoUnit.MINUTES).plusSeconds(SECOND);
        Instant next = begin.isBefore(theirs) ? begin.plusSeconds(60) : begin;
        return new WindowStart(next.minusMillis(offsetMs));
    }

    /// How long to wait before the preparation begins.
    public Duration untilPreparation() {
        return Duration.between(Instant.now(), first).minus(PREPARATION);
    }
}
