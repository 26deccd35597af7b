package etl.result;

import etl.result.Timeline.Point;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The idle instants of a capture: seconds 35 to 50 of a minute in which no job ran for 10 s. They
/// form one block per minute.
///
/// @param blocks the complete idle instants of each minute that has any
/// @param cpuS CPU time between idle instants that follow each other directly: what a job used
///   between two idle stretches of the same minute is not in it
/// @param lengthS seconds between the same instants
public record Idle(List<List<Point>> blocks, double cpuS, double lengthS) {

    static final int FROM_SECOND = 35;
    static final int TO_SECOND = 50;
    static final int QUIET_S = 10;

    /// @param fires null where there is no ledger: then only the seconds of the minute are looked
    ///   at
    static Idle of(List<Point> instants, List<Fire> fires) {
        List<List<Point>> blocks = new ArrayList<>();
        long minute = Long.MIN_VALUE;
        Point before = null;
        double cpuS = 0;
        double lengthS = 0;
        for (Point point : instants) {
            if (!point.isComplete() || !isIdle(point.timestamp(), fires)) {
                before = null;
                continue;
            }
            long its = Math.floorDiv(point.timestamp().getEpochSecond(), 60);
            if (its != minute) {
                blocks.add(new ArrayList<>());
                minute = its;
                before = null;
            }
            blocks.getLast().add(point);
            if (before != null) {
                cpuS += point.cpuS() - before.cpuS();
                lengthS += point.elapsedS() - before.elapsedS();
            }
            before = point;
        }
        return new Idle(blocks, cpuS, lengthS);
    }

    private static boolean isIdle(Instant time, List<Fire> fires) {
        if (time == null) {
            return false;
        }
        int second = time.atOffset(ZoneOffset.UTC).getSecond();
        return second >= FROM_SECOND
                && second < TO_SECOND
                && (fires == null || fires.stream().noneMatch(f -> ranNear(f, time)));
    }

    /// A fire without an end may still be running, so nothing after it counts as idle.
    private static boolean ranNear(Fire fire, Instant time) {
        return !fire.isMissed()
                && !fire.started().isAfter(time)
                && (fire.ended() == null || fire.ended().isAfter(time.minusSeconds(QUIET_S)));
    }

    /// Median of the idle instants, MiB.
    public double steadyMib() {
        return Statistics.median(
                blocks.stream().flatMap(List::stream).mapToDouble(Point::memoryMib).toArray());
    }

    /// Median of the idle instants' anonymous memory, MiB, over those that have it.
    public double anonMib() {
        return Statistics.median(
                blocks.stream()
                        .flatMap(List::stream)
                        .mapToDouble(Point::anonMib)
                        .filter(mib -> !Double.isNaN(mib))
                        .toArray());
    }

    /// CPU between the fires, per cent of one core.
    public double cpuPercent() {
        return lengthS > 0 ? 100 * cpuS / lengthS : Double.NaN;
    }

    /// Theil–Sen slope of the blocks' medians over time, in MiB per second; `NaN` below three
    /// blocks, because two points always lie on a line.
    public double growthMibPerS() {
        if (blocks.size() < 3) {
            return Double.NaN;
        }
        return Statistics.theilSenSlope(
                blocks.stream().mapToDouble(b -> b.get(b.size() / 2).elapsedS()).toArray(),
                blocks.stream().mapToDouble(Idle::medianMib).toArray());
    }

    private static double medianMib(List<Point> block) {
        return Statistics.median(block.stream().mapToDouble(Point::memoryMib).toArray());
    }
}
