package etl.result;

import static etl.result.Example.NONE;
import static etl.result.Example.life;
import static etl.result.Example.run;
import static etl.result.Example.sample;
import static etl.result.Example.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.result.Timeline.Point;

import org.junit.jupiter.api.Test;

import java.util.List;

class TimelineTest {

    private static List<Double> memory(Timeline timeline) {
        return timeline.instants().stream().map(Point::memoryMib).toList();
    }

    /// 20 + 5, 21 + 6; anonymous memory is half of it; peaks (21 + 1) + (6 + 1); CPU (11 − 10) + (3
    /// − 2.5).
    @Test
    void theContainersOfAnInstantAreSummed() {
        Timeline timeline =
                timeline(
                        run(life("a"), life("b")),
                        sample(0, "a", 20, 10),
                        sample(0, "b", 5, 2.5),
                        sample(0.1, "a", 21, 11),
                        sample(0.1, "b", 6, 3));
        assertEquals(List.of(25.0, 27.0), memory(timeline));
        assertEquals(12.5, timeline.instants().getFirst().anonMib());
        assertEquals(29, timeline.kernelPeakMib());
        assertEquals(1.5, timeline.cpuS());
        assertEquals(0.1, timeline.lengthS());
        assertEquals(List.of("a", "b"), timeline.containers());
    }

    /// b is down between 1.05 and 2.9: the instants 2 has no sum. CPU of b: (3 − 2) + 4, of a: 0.
    @Test
    void duringARestartNothingIsSummed() {
        Timeline timeline =
                timeline(
                        run(life("a"), life("b", -60, 1.05, 143), life("b", 2.9, null, null)),
                        sample(0, "a", 20, 1),
                        sample(0, "b", 5, 2),
                        sample(1, "a", 20, 1),
                        sample(1, "b", 5, 3),
                        sample(2, "a", 20, 1),
                        sample(3, "a", 20, 1),
                        sample(3, "b", 4, 4));
        assertEquals(List.of(25.0, 25.0, NONE, 24.0), memory(timeline));
        assertEquals(3, timeline.complete().size());
        assertEquals(5, timeline.cpuS());
    }

    /// b died at 0.5 and stays away: what is left of the stack is not the stack.
    @Test
    void afterAStopNothingIsSummed() {
        Timeline timeline =
                timeline(
                        run(life("a"), life("b", -60, 0.5, 137)),
                        sample(0, "a", 20, 1),
                        sample(0, "b", 5, 2),
                        sample(1, "a", 20, 1));
        assertEquals(List.of(25.0, NONE), memory(timeline));
    }

    /// init ended well at 0.5: 20 + 5, then 20. Its CPU seconds stay in the sum: (2.5 − 2) + (1.5 −
    /// 1).
    @Test
    void aOneShotThatExited0IsJustOver() {
        Timeline timeline =
                timeline(
                        run(life("a"), life("init", -1, 0.7, 0)),
                        sample(0, "a", 20, 1),
                        sample(0, "init", 5, 2),
                        sample(0.5, "a", 20, 1),
                        sample(0.5, "init", 5, 2.5),
                        sample(1, "a", 20, 1.5));
        assertEquals(List.of(25.0, 25.0, 20.0), memory(timeline));
        assertEquals(1, timeline.cpuS());
    }

    /// b started at 0.8: before, 20 is complete; from its first reading on, it counts with all its
    /// CPU.
    @Test
    void aLateArrivalCountsFromItsStart() {
        Timeline timeline =
                timeline(
                        run(life("a"), life("b", 0.8, null, null)),
                        sample(0, "a", 20, 1),
                        sample(1, "a", 20, 1),
                        sample(1, "b", 5, 0.25));
        assertEquals(List.of(20.0, 25.0), memory(timeline));
        assertEquals(0.25, timeline.cpuS());
    }

    /// b runs all the time and answers first at 1: the instant 0 was never complete.
    @Test
    void aContainerThatRunsAndDoesNotAnswerIsMissingFromTheStart() {
        Timeline timeline =
                timeline(
                        run(life("a"), life("b")),
                        sample(0, "a", 20, 1),
                        sample(1, "a", 20, 1),
                        sample(1, "b", 5, 9));
        assertEquals(List.of(NONE, 25.0), memory(timeline));
        assertEquals(0, timeline.cpuS());
    }

    @Test
    void aReadingWithoutMemoryIsMissing() {
        Timeline timeline =
                timeline(run(life("a")), sample(0, "a", 20, 1), sample(1, "a", NONE, NONE));
        assertEquals(List.of(20.0, NONE), memory(timeline));
    }

    /// A late tick and the next one round to the same millisecond: 25, then 27, and never 52.
    @Test
    void twoInstantsOfTheSameTimeAreNotSummed() {
        Timeline timeline =
                timeline(
                        run(life("a"), life("b")),
                        sample(0.1, "a", 20, 1),
                        sample(0.1, "b", 5, 1),
                        sample(0.1, "a", 21, 1),
                        sample(0.1, "b", 6, 1));
        assertEquals(List.of(25.0, 27.0), memory(timeline));
    }

    @Test
    void aFileWithoutCounterHasNoCpuTime() {
        assertEquals(NONE, timeline(null, sample(0, "a", 20, NONE)).cpuS());
    }
}
