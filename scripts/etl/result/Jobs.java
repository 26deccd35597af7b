package etl.result;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The fires of one window, counted.
///
/// @param expected scheduled times in the window
/// @param fired scheduled times at which the job started
/// @param missed scheduled times at which it did not
/// @param duplicate starts beyond the first one of a scheduled time
/// @param failed starts that ended with another code than 0, or left no end
public record Jobs(int expected, int fired, int missed, int duplicate, int failed) {

    /// The 95th percentile needs this many fires: below, it is just the largest value.
    static final int FIRES_FOR_P95 = 20;

    public static Jobs of(List<Fire> fires) {
        Set<Object> boundaries = new HashSet<>();
        Set<Object> started = new HashSet<>();
        int duplicate = 0;
        int failed = 0;
        for (Fire fire : fires) {
            boundaries.add(fire.scheduled());
            if (!fire.isMissed() && !started.add(fire.scheduled())) {
                duplicate++;
            }
            failed += fire.isFailed() ? 1 : 0;
        }
        int missed = boundaries.size() - started.size();
        return new Jobs(boundaries.size(), started.size(), missed, duplicate, failed);
    }

    /// Scheduling latencies of the first start of each scheduled time, ms.
    public static double[] latenciesMs(List<Fire> fires) {
        Set<Object> seen = new HashSet<>();
        return fires.stream()
                .filter(f -> !f.isMissed())
                .sorted(Comparator.comparing(Fire::started))
                .filter(f -> seen.add(f.scheduled()))
                .mapToDouble(Fire::latencyMs)
                .toArray();
    }

    /// The 95th percentile over all captures of a system; `NaN` below 20 fires.
    static double pooledP95Ms(List<Capture> captures) {
        double[] all =
                captures.stream()
                        .filter(c -> c.fires() != null)
                        .flatMapToDouble(c -> java.util.Arrays.stream(latenciesMs(c.fires())))
                        .toArray();
        return all.length < FIRES_FOR_P95 ? Double.NaN : Statistics.quantile(0.95, all);
    }
}
