package etl.result;

import static etl.result.Example.boundary;
import static etl.result.Example.fire;
import static etl.result.Example.hung;

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.result.Timeline.Point;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// One instant per second; the window begins at second 30, so second 35 is elapsed 5.
class IdleTest {

    private static List<Point> window(
            int seconds, IntToDoubleFunction memoryMib, IntToDoubleFunction cpuS) {
        return IntStream.rangeClosed(0, seconds)
                .mapToObj(
                        s ->
                                new Point(
                                        Example.at(s),
                                        s,
                                        memoryMib.applyAsDouble(s),
                                        memoryMib.applyAsDouble(s) / 2,
                                        cpuS.applyAsDouble(s)))
                .toList();
    }

    private static List<Integer> seconds(Idle idle) {
        return idle.blocks().stream()
                .flatMap(List::stream)
                .map(p -> (int) p.elapsedS() + 30)
                .toList();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void idleIsFromSecond35To50() {
        Idle idle = Idle.of(window(29, s -> 20, s -> 0), List.of());
        assertEquals(range(35, 50), seconds(idle));
    }

    /// The job of 10:00 ended at second 30.5: 10 s of quiet are over at 40.5.
    @Test
    void tenSecondsOfQuietComeFirst() {
        Idle idle = Idle.of(window(29, s -> 20, s -> 0), List.of(fire(0, 800, 30_500, 0)));
        assertEquals(range(41, 50), seconds(idle));
    }

    @Test
    void aHungJobMayStillRun() {
        Idle idle = Idle.of(window(89, s -> 20, s -> 0), List.of(hung(0, 42_500)));
        assertEquals(range(35, 43), seconds(idle));
    }

    @Test
    void aMissedMinuteIsQuiet() {
        Idle idle = Idle.of(window(29, s -> 20, s -> 0), List.of(Fire.missed(boundary(0))));
        assertEquals(15, seconds(idle).size());
    }

    /// 15 idle instants: 20 20 20 20 20 20 20 21 … in the first minute, all 30 in the second. Of
    /// the 30 values seven are 20, eight are 21 and fifteen are 30: the middle two are 21 and 30.
    @Test
    void steadyIsTheMedianOfAllIdleInstants() {
        Idle idle = Idle.of(window(89, s -> s < 12 ? 20 : s < 30 ? 21 : 30, s -> 0), List.of());
        assertEquals(30, seconds(idle).size());
        assertEquals(25.5, idle.steadyMib());
        assertEquals(12.75, idle.anonMib());
    }

    @Test
    void anIncompleteInstantIsNotIdle() {
        Idle idle = Idle.of(window(29, s -> s == 10 ? Example.NONE : 20, s -> 0), List.of());
        assertEquals(14, seconds(idle).size());
    }

    /// Between 35 and 49 the counter grows by 0.02 s each second: 2 % of a core.
    @Test
    void idleCpuIsTimeOverLength() {
        Idle idle = Idle.of(window(29, s -> 20, s -> 0.02 * s), List.of());
        assertEquals(14, idle.lengthS());
        assertEquals(2, idle.cpuPercent(), 1e-9);
    }

    /// An extra job runs from 37.5 to 38.2 and burns 5 s. Idle are 35–37 and 49 (10 s after its
    /// end): two seconds of 0.02 s each, and not the 5 s in between.
    @Test
    void whatAJobUsedBetweenTwoIdleStretchesDoesNotCount() {
        Idle idle =
                Idle.of(
                        window(29, s -> 20, s -> 0.02 * s + (s > 7 ? 5 : 0)),
                        List.of(fire(0, 37_500, 38_200, 0)));
        assertEquals(List.of(35, 36, 37, 49), seconds(idle));
        assertEquals(2, idle.lengthS());
        assertEquals(2, idle.cpuPercent(), 1e-9);
    }

    /// Medians of the minutes: 20, 21, 22 at the same second: 1 MiB per 60 s.
    @Test
    void growthIsTheSlopeOfTheMinutesMedians() {
        Idle idle = Idle.of(window(149, s -> 20 + s / 60, s -> 0), List.of());
        assertEquals(3, idle.blocks().size());
        assertEquals(1 / 60.0, idle.growthMibPerS(), 1e-9);
    }

    @Test
    void twoMinutesAreNoTrend() {
        Idle idle = Idle.of(window(89, s -> 20 + s, s -> 0), List.of());
        assertEquals(2, idle.blocks().size());
        assertEquals(Double.NaN, idle.growthMibPerS());
    }

    /// The original's format has no date: nothing says where a minute begins.
    @Test
    void withoutTimestampsNothingIsIdle() {
        Idle idle = Idle.of(List.of(new Point(null, 5, 20, 10, 1)), List.of());
        assertEquals(Double.NaN, idle.steadyMib());
        assertEquals(Double.NaN, idle.cpuPercent());
    }
}
