package etl.result;

import etl.result.Timeline.Point;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The idle instants of a capture: seconds 35 to 50 of a minute in which no job ran for 10 s. They
/// form one block per minute.
///
/// @param steadyMib median of the idle instants
/// @param anonMib median of their anonymous memory, over those that have it
/// @param growthMibPerS Theil–Sen slope of the blocks' medians over time; `NaN` below three blocks,
///   because two points always lie on a line. Above a day's number of minutes, as many blocks that
///   follow each other as bring it below are one: all pairs of a month would be a billion
/// @param cpuS CPU time between idle instants that follow each other directly: what a job used
///   between two idle stretches of the same minute is not in it
/// @param lengthS seconds between the same instants
public record Idle(
        double steadyMib, double anonMib, double growthMibPerS, double cpuS, double lengthS) {

    static final int FROM_SECOND = 35;
    static final int TO_SECOND = 50;
    static final int QUIET_S = 10;

    private static final int MOST_BLOCKS = 24 * 60;

    /// CPU between the fires, per cent of one core.
    public double cpuPercent() {
        return lengthS > 0 ? 100 * cpuS / lengthS : Double.NaN;
    }

    /// Which instants are idle, in their order.
    ///
    /// @param fires null where there is no ledger: then only the seconds of the minute are looked
    ///   at
    public static boolean[] instants(Timeline timeline, List<Fire> fires) {
        Builder builder = new Builder(fires);
        boolean[] idle = new boolean[timeline.instants().size()];
        for (int i = 0; i < idle.length; i++) {
            idle[i] = builder.add(timeline.instants().get(i));
        }
        return idle;
    }

    /// Gathers while the instants come; memory grows with the minutes only.
    static final class Builder {

        private final List<Fire> fires;
        private final Tally memory = new Tally();
        private final Tally anon = new Tally();
        private final List<double[]> blocks = new ArrayList<>();
        private final List<double[]> block = new ArrayList<>();
        private long minute = Long.MIN_VALUE;
        private Point before;
        private double cpuS;
        private double lengthS;
        private int started;
        private Instant busyUntil = Instant.MIN;
        private Instant last = Instant.MIN;

        /// @param all null where there is no ledger: then only the seconds of the minute are looked
        ///   at
        Builder(List<Fire> all) {
            fires =
                    all == null
                            ? List.of()
                            : all.stream()
                                    .filter(f -> !f.isMissed())
                                    .sorted(Comparator.comparing(Fire::started))
                                    .toList();
        }

        /// @return whether it is idle
        boolean add(Point point) {
            if (!point.isComplete() || !isIdle(point.timestamp())) {
                before = null;
                return false;
            }
            long its = Math.floorDiv(point.timestamp().getEpochSecond(), 60);
            if (its != minute) {
                close();
                minute = its;
                before = null;
            }
            block.add(new double[] {point.elapsedS(), point.memoryMib()});
            memory.add(point.memoryMib());
            anon.add(point.anonMib());
            if (before != null) {
                cpuS += point.cpuS() - before.cpuS();
                lengthS += point.elapsedS() - before.elapsedS();
            }
            before = point;
            return true;
        }

        private boolean isIdle(Instant time) {
            if (time == null) {
                return false;
            }
            long second = Math.floorMod(time.getEpochSecond(), 60L);
            return second >= FROM_SECOND
                    && second < TO_SECOND
                    && !busyUntil(time).isAfter(time.minusSeconds(QUIET_S));
        }

        /// The last end of the fires that had started by then. A fire without an end may still be
        /// running, so nothing after it counts as idle.
        private Instant busyUntil(Instant time) {
            if (time.isBefore(last)) { // the clock was set back
                started = 0;
                busyUntil = Instant.MIN;
            }
            last = time;
            while (started < fires.size() && !fires.get(started).started().isAfter(time)) {
                Instant end = fires.get(started++).ended();
                if (end == null || end.isAfter(busyUntil)) {
                    busyUntil = end == null ? Instant.MAX : end;
                }
            }
            return busyUntil;
        }

        private void close() {
            if (!block.isEmpty()) {
                double middleS = block.get(block.size() / 2)[0];
                blocks.add(new double[] {middleS, median(block)});
                block.clear();
            }
        }

        Idle build() {
            close();
            return new Idle(memory.median(), anon.median(), growthMibPerS(), cpuS, lengthS);
        }

        private double growthMibPerS() {
            List<double[]> some = blocks;
            while (some.size() > MOST_BLOCKS) {
                some = pairs(some);
            }
            return some.size() < 3
                    ? Double.NaN
                    : Statistics.theilSenSlope(
                            some.stream().mapToDouble(b -> b[0]).toArray(),
                            some.stream().mapToDouble(b -> b[1]).toArray());
        }

        private static List<double[]> pairs(List<double[]> all) {
            List<double[]> half = new ArrayList<>();
            for (int i = 0; i + 1 < all.size(); i += 2) {
                double[] first = all.get(i);
                double[] second = all.get(i + 1);
                half.add(new double[] {(first[0] + second[0]) / 2, (first[1] + second[1]) / 2});
            }
            return half;
        }

        private static double median(List<double[]> readings) {
            return Statistics.median(readings.stream().mapToDouble(r -> r[1]).toArray());
        }
    }
}
