package etl.result;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One execution of the job, or a scheduled time at which none happened. Times have milliseconds
/// and come from the engine's clock.
///
/// @param scheduled the boundary that the fire belongs to
/// @param started the job's first line on stdout; null when the boundary was missed
/// @param ended the end that the job recorded itself; null when it recorded none
/// @param exitCode the job's own exit code; null when it recorded no end
public record Fire(Instant scheduled, Instant started, Instant ended, Integer exitCode) {

    /// Cuts finer times to the milliseconds that the files hold, so that latency and duration are
    /// the same before writing and after reading.
    public Fire {
        scheduled = milliseconds(scheduled);
        started = milliseconds(started);
        ended = milliseconds(ended);
    }

    private static Instant milliseconds(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    /// A boundary at which the job did not start.
    public static Fire missed(Instant scheduled) {
        return new Fire(scheduled, null, null, null);
    }

    public boolean isMissed() {
        return started == null;
    }

    /// Started, and ended badly or without a trace.
    public boolean isFailed() {
        return started != null && (exitCode == null || exitCode != 0);
    }

    /// Scheduling latency: start − scheduled time, in ms; negative where a system starts early,
    /// `NaN` for a missed boundary.
    public double latencyMs() {
        return started == null ? Double.NaN : Duration.between(scheduled, started).toMillis();
    }

    /// End − start in ms, `NaN` without an end.
    public double durationMs() {
        return started == null || ended == null
                ? Double.NaN
                : Duration.between(started, ended).toMillis();
    }
}
