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

    private static Idle idle(List<Point> points, List<Fire> fires) {
        Idle.Builder builder = new Idle.Builder(fires);
        points.forEach(builder::add);
        return builder.build();
    }

    /// Those that count as idle.
    private static List<Integer> seconds(List<Point> points, List<Fire> fires) {
        Idle.Builder builder = new Idle.Builder(fires);
        return points.stream().filter(builder::add).map(p -> (int) p.elapsedS() + 30).toList();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void idleIsFromSecond35To50() {
        assertEquals(range(35, 50), seconds(window(29, s -> 20, s -> 0), List.of()));
    }

    @Test
    void eachInstantIsToldWhetherItIsIdle() {
        Timeline timeline = new Timeline(window(29, s -> 20, s -> 0), 0, 0, List.of("cron"));

        boolean[] idle = Idle.instants(timeline, null);

        assertEquals(30, idle.length);
        assertEquals(range(5, 20), IntStream.range(0, 30).filter(i -> idle[i]).boxed().toList());
    }

    /// The job of 10:00 ended at second 30.5: 10 s of quiet are over at 40.5.
    @Test
    void tenSecondsOfQuietComeFirst() {
        List<Fire> fires = List.of(fire(0, 800, 30_500, 0));
        assertEquals(range(41, 50), seconds(window(29, s -> 20, s -> 0), fires));
    }

    @Test
    void aHungJobMayStillRun() {
        List<Fire> fires = List.of(hung(0, 42_500));
        assertEquals(range(35, 43), seconds(window(89, s -> 20, s -> 0), fires));
    }

    @Test
    void aMissedMinuteIsQuiet() {
        List<Fire> fires = List.of(Fire.missed(boundary(0)));
        assertEquals(15, seconds(window(29, s -> 20, s -> 0), fires).size());
    }

    /// 15 idle instants: 20 20 20 20 20 20 20 21 … in the first minute, all 30 in the second. Of
    /// the 30 values seven are 20, eight are 21 and fifteen are 30: the middle two are 21 and 30.
    @Test
    void steadyIsTheMedianOfAllIdleInstants() {
        List<Point> points = window(89, s -> s < 12 ? 20 : s < 30 ? 21 : 30, s -> 0);
        assertEquals(30, seconds(points, List.of()).size());
        Idle idle = idle(points, List.of());
        assertEquals(25.5, idle.steadyMib());
        assertEquals(12.75, idle.anonMib());
    }

    @Test
    void anIncompleteInstantIsNotIdle() {
        List<Point> points = window(29, s -> s == 10 ? Example.NONE : 20, s -> 0);
        assertEquals(14, seconds(points, List.of()).size());
    }

    /// Between 35 and 49 the counter grows by 0.02 s each second: 2 % of a core.
    @Test
    void idleCpuIsTimeOverLength() {
        Idle idle = idle(window(29, s -> 20, s -> 0.02 * s), List.of());
        assertEquals(14, idle.lengthS());
        assertEquals(2, idle.cpuPercent(), 1e-9);
    }

    /// An extra job runs from 37.5 to 38.2 and burns 5 s. Idle are 35–37 and 49 (10 s after its
    /// end): two seconds of 0.02 s each, and not the 5 s in between.
    @Test
    void whatAJobUsedBetweenTwoIdleStretchesDoesNotCount() {
        List<Point> points = window(29, s -> 20, s -> 0.02 * s + (s > 7 ? 5 : 0));
        List<Fire> fires = List.of(fire(0, 37_500, 38_200, 0));
        assertEquals(List.of(35, 36, 37, 49), seconds(points, fires));
        Idle idle = idle(points, fires);
        assertEquals(2, idle.lengthS());
        assertEquals(2, idle.cpuPercent(), 1e-9);
    }

    /// Medians of the minutes: 20, 21, 22 at the same second: 1 MiB per 60 s.
    @Test
    void growthIsTheSlopeOfTheMinutesMedians() {
        Idle idle = idle(window(149, s -> 20 + s / 60, s -> 0), List.of());
        assertEquals(1 / 60.0, idle.growthMibPerS(), 1e-9);
    }

    @Test
    void twoMinutesAreNoTrend() {
        Idle idle = idle(window(89, s -> 20 + s, s -> 0), List.of());
        assertEquals(Double.NaN, idle.growthMibPerS());
    }

    /// The original's format has no date: nothing says where a minute begins.
    @Test
    void withoutTimestampsNothingIsIdle() {
        Idle idle = idle(List.of(new Point(null, 5, 20, 10, 1)), List.of());
        assertEquals(Double.NaN, idle.steadyMib());
        assertEquals(Double.NaN, idle.cpuPercent());
    }

    /// A day and more of minutes is put together two by two, and the slope stays.
    @Test
    void growthOverDaysIsTheSame() {
        Idle.Builder builder = new Idle.Builder(List.of());
        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            double second = 60.0 * minute + 10;
            builder.add(new Point(Example.at(second), second, 20 + second / 3600, 10, 0));
        }
        assertEquals(1 / 3600.0, builder.build().growthMibPerS(), 1e-12);
    }

    /// The job of 10:01 ran from 60.5 to 62; then the clock was set back by a minute, to a second
    /// at which no job had run.
    @Test
    void aClockThatIsSetBackMeetsTheFiresAgain() {
        List<Fire> fires = List.of(fire(1, 500, 32_000, 0));
        Idle.Builder builder = new Idle.Builder(fires);
        assertEquals(false, builder.add(new Point(Example.at(70), 70, 20, 10, 0)));
        assertEquals(true, builder.add(new Point(Example.at(10), 71, 20, 10, 0)));
        assertEquals(false, builder.add(new Point(Example.at(70), 131, 20, 10, 0)));
    }
}
