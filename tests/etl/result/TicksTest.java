package etl.result;

import static etl.result.Example.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A window of 40 s at one instant per second; line 2 is second 0.
class TicksTest {

    private static final Path FILE = Path.of("cron.csv");
    private static final IntPredicate SEVEN_SECONDS_AWAY = s -> s < 10 || s > 15;
    private static final String HOLE = "cron.csv: line 12: a hole of 7.0 s before this row";

    private final Findings findings = new Findings();

    private void check(IntPredicate kept, Run run) {
        Ticks ticks = new Ticks();
        long line = 1;
        for (int second : IntStream.rangeClosed(0, 40).filter(kept).toArray()) {
            ticks.add(second, ++line);
        }
        ticks.check(FILE, run, false, findings);
    }

    private static Run run(Integer missed, Run.Life... lives) {
        Run.Interval interval = new Run.Interval(1000, 41, missed, 1000.0, 1001.0, 1002.0);
        return Example.run("normal", Map.of(), interval, lives);
    }

    private List<String> problems() {
        return findings.problems().stream().map(Problem::toString).toList();
    }

    private List<String> warnings() {
        return findings.warnings().stream().map(Problem::toString).toList();
    }

    @Test
    void anInstantPerTickIsWhole() {
        check(s -> true, run(0, life("cron")));
        assertEquals(List.of(), problems());
        assertEquals(List.of(), warnings());
    }

    @Test
    void aMissingTickIsAWarning() {
        check(s -> s != 10, run(1, life("cron")));
        assertEquals(List.of(), problems());
        assertEquals(
                List.of(
                        "cron.csv: line 12: 1 instants are missing; the largest gap, 2.0 s, ends"
                                + " here"),
                warnings());
    }

    @Test
    void aHoleIsAProblem() {
        check(SEVEN_SECONDS_AWAY, run(0, life("cron")));
        assertEquals(List.of(HOLE), problems());
    }

    /// Five of the six missing ticks were counted: the sixth row was taken out.
    @Test
    void aHoleThatIsCountedInPartIsAProblem() {
        check(SEVEN_SECONDS_AWAY, run(5, life("cron")));
        assertEquals(List.of(HOLE), problems());
    }

    @Test
    void aHoleThatTheRecorderCountedIsAWarning() {
        check(SEVEN_SECONDS_AWAY, run(6, life("cron")));
        assertEquals(List.of(), problems());
        assertEquals(1, warnings().size());
    }

    /// Nothing ran from 9.5 to 15.5.
    @Test
    void aHoleInWhichNothingRanIsAWarning() {
        check(
                SEVEN_SECONDS_AWAY,
                run(0, life("cron", -60, 9.5, 137), life("cron", 15.5, null, null)));
        assertEquals(List.of(), problems());
        assertEquals(1, warnings().size());
    }

    /// The run of a killed recorder has no interval yet: the median gap stands in.
    @Test
    void aHoleIsSeenWithoutPlan() {
        check(SEVEN_SECONDS_AWAY, Example.run("running", Map.of(), null, life("cron")));
        assertEquals(List.of(HOLE), problems());
    }
}
