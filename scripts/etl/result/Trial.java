package etl.result;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One start of a whole stack under a memory limit, and what came of it.
///
/// @param limitMib of all containers together, and of each; absent where there was none
/// @param cpus how many it might use; absent where there was no limit
/// @param boundaries how many scheduled times had to be kept after the first fire
/// @param began when the stack was started
/// @param seconds from there to the end of the trial
/// @param phase the last one: `up`, `ready`, `first fire` or `fires`
/// @param breaks the first thing that went wrong; absent where the stack worked
/// @param peakMib the kernel's high-water mark of all containers together, page cache included;
///   absent where the kernel keeps none
/// @param windowS from the first fire that was seen until the last one had ended, and at least the
///   time between so many scheduled ones
/// @param cpuS CPU seconds of that window
/// @param majorFaultsPerS page faults of that window that had to wait for a disk, per second
/// @param latestMs the largest scheduling latency of the fires after the first
/// @param engineMib proportional set size of engine, containerd and the stack's shims at the end;
///   absent where it cannot be read
/// @param kills what the kernel killed for want of memory
public record Trial(
        Double limitMib,
        Integer cpus,
        int boundaries,
        Instant began,
        double seconds,
        String phase,
        String breaks,
        Double peakMib,
        Double windowS,
        Double cpuS,
        Double majorFaultsPerS,
        Double latestMs,
        Double engineMib,
        List<OomKill> kills) {

    /// A fire that starts later than this after its time does not count as kept, ms.
    public static final double LATEST_MS = 25_000;

    /// From this rate on a stack lives from its disk and not from its memory: at the 1 ms that the
    /// network disk of a small server takes for a page, a tenth of the time is spent waiting.
    public static final double THRASHING_PER_S = 100;

    /// One process that the kernel killed.
    ///
    /// @param service whose container it was in; absent where that is not known
    /// @param process its name
    /// @param line the kernel's own words
    public record OomKill(String service, String process, String line) {

        /// In a few words, for a table.
        public String text() {
            return "out of memory: " + process + (service == null ? "" : " in " + service);
        }
    }

    /// Whether so many page faults that wait for a disk, per second, are too many.
    public static boolean isThrashing(double majorFaultsPerS) {
        return majorFaultsPerS > THRASHING_PER_S;
    }

    /// Whether the stack was healthy in time, kept its schedule, was not killed and did not thrash.
    public boolean works() {
        return breaks == null;
    }

    /// In one line, for a person who watches.
    public String text() {
        return works()
                ? String.format(Locale.ROOT, "works, %.0f MiB at most", peakMib)
                : "does not work (%s): %s".formatted(phase, breaks);
    }
}
