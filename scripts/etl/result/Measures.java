package etl.result;

import etl.result.Timeline.Point;

import java.util.List;

/// What the summary needs of the instants of a capture, gathered in one pass. All memory is of the
/// whole stack, in MiB, over the complete instants; `NaN` where there is none.
///
/// @param instants how many there are
/// @param complete how many of them are
/// @param meanMib the plain sum ÷ count
/// @param lengthS seconds from the first instant to the last
/// @param timed whether the instants have a date
/// @param idle the instants in which no job ran
/// @param cpuS CPU time of the stack; `NaN` where the file has no counter
/// @param kernelPeakMib sum of the containers' high-water marks; `NaN` where there is none
/// @param containers how many were seen
public record Measures(
        long instants,
        long complete,
        double leastMib,
        double mostMib,
        double meanMib,
        double lengthS,
        boolean timed,
        Idle idle,
        double cpuS,
        double kernelPeakMib,
        int containers) {

    /// Gathers from a timeline that is in memory.
    static Measures of(Timeline timeline, List<Fire> fires) {
        Builder builder = new Builder(fires);
        timeline.instants().forEach(builder::add);
        return builder.build(
                timeline.cpuS(), timeline.kernelPeakMib(), timeline.containers().size());
    }

    /// Gathers while the instants come, in the order of time.
    static final class Builder {

        private final Idle.Builder idle;
        private long instants;
        private long complete;
        private double leastMib = Double.NaN;
        private double mostMib = Double.NaN;
        private double sumMib;
        private double firstS;
        private double lastS;
        private boolean timed;

        /// @param fires null where there is no ledger
        Builder(List<Fire> fires) {
            idle = new Idle.Builder(fires);
        }

        void add(Point point) {
            if (instants++ == 0) {
                firstS = point.elapsedS();
                timed = point.timestamp() != null;
            }
            lastS = point.elapsedS();
            idle.add(point);
            if (point.isComplete()) {
                double mib = point.memoryMib();
                leastMib = complete == 0 ? mib : Math.min(leastMib, mib);
                mostMib = complete == 0 ? mib : Math.max(mostMib, mib);
                sumMib += mib;
                complete++;
            }
        }

        Measures build(double cpuS, double kernelPeakMib, int containers) {
            return new Measures(
                    instants,
                    complete,
                    leastMib,
                    mostMib,
                    complete == 0 ? Double.NaN : sumMib / complete,
                    lastS - firstS,
                    timed,
                    idle.build(),
                    cpuS,
                    kernelPeakMib,
                    containers);
        }
    }
}
