package etl.result;

import etl.result.Timeline.Point;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// What the fires of one language cost in a capture that holds several.
///
/// @param capture read with its instants
/// @param fires of the language
public record LanguageNumbers(Capture capture, List<Fire> fires) {

    /// The idle memory is that of the seconds from 15 to 5 before the job starts.
    private static final Duration IDLE_FROM = Duration.ofSeconds(15);

    private static final Duration IDLE_TO = Duration.ofSeconds(5);

    /// Median scheduling latency; null without a fire.
    public Double latencyP50Ms() {
        return median(fires.stream().mapToDouble(Fire::latencyMs).toArray());
    }

    /// Median over the fires of the peak while the job ran − the median memory before it, MiB; null
    /// where no fire has both.
    public Double memoryMib() {
        return median(fires.stream().mapToDouble(this::addedMib).toArray());
    }

    private double addedMib(Fire fire) {
        if (fire.ended() == null) {
            return Double.NaN;
        }
        double idle =
                Statistics.median(
                        mib(fire.started().minus(IDLE_FROM), fire.started().minus(IDLE_TO)));
        return Statistics.max(mib(fire.started(), fire.ended())) - idle;
    }

    private double[] mib(Instant from, Instant to) {
        return capture.timeline().instants().stream()
                .filter(Point::isComplete)
                .filter(p -> !p.timestamp().isBefore(from) && p.timestamp().isBefore(to))
                .mapToDouble(Point::memoryMib)
                .toArray();
    }

    private static Double median(double[] values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return known.length == 0 ? null : (Double) Statistics.median(known);
    }
}
