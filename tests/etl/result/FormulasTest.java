package etl.result;

import static etl.result.Example.NONE;
import static etl.result.Example.fire;
import static etl.result.Example.has;
import static etl.result.Example.life;
import static etl.result.Example.sample;
import static etl.result.Example.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class FormulasTest {

    private final List<Problem> warnings = new ArrayList<>();
    private final Formulas formulas = new Formulas(NONE, 150, warnings::add);

    private static final Run RUN = Example.run(life("a"), life("b"));

    /// Sums per instant 24, 36, 30; CPU seconds 10 → 13.
    private static final Timeline THREE =
            timeline(
                    RUN,
                    sample(0, "a", 20, 8),
                    sample(0, "b", 4, 2),
                    sample(30, "a", 30, 9),
                    sample(30, "b", 6, 2),
                    sample(60, "a", 25, 10),
                    sample(60, "b", 5, 3));

    private static final List<Fire> FIRES =
            List.of(
                    fire(1, 800, 2300, 0),
                    Fire.missed(Example.boundary(2)),
                    fire(3, 500, 2000, 0),
                    fire(3, 900, 2000, 0));

    private long said(String part) {
        return warnings.stream().filter(w -> w.message().contains(part)).count();
    }

    /// min 24, max 36, mean (24 + 36 + 30) / 3; fired 1 and 3, so 36 / 2 and 3 s / 2. Peaks 31 + 7.
    @Test
    void theColumnsOfACapture() {
        has(
                formulas.numbers(Example.capture(THREE, FIRES, RUN)),
                Column.IDLE_RAM_MIB,
                24,
                Column.PEAK_RAM_MIB,
                36,
                Column.AVG_RAM_MIB,
                30,
                Column.RAM_PER_JOB,
                18,
                Column.KERNEL_PEAK_MIB,
                38,
                Column.CPU_S,
                3,
                Column.CPU_S_PER_JOB,
                1.5,
                Column.JOBS_EXPECTED,
                3,
                Column.JOBS_FIRED,
                2,
                Column.JOBS_MISSED,
                1,
                Column.JOBS_DUPLICATE,
                1,
                Column.JOBS_FAILED,
                0,
                Column.LATENCY_P50_MS,
                650,
                Column.LATENCY_MAX_MS,
                800,
                Column.CONTAINERS,
                2,
                Column.WINDOW_S,
                60);
        assertEquals(List.of(), warnings);
    }

    /// Nothing says that a job ran: not divided, unless somebody states 4 jobs, 36 / 4.
    @Test
    void withoutJobsCsvOnlyAStatedNumberDivides() {
        Capture capture = Example.capture(THREE, null, RUN);
        Map<Column, Double> row = formulas.numbers(capture);
        has(row, Column.RAM_PER_JOB, NONE);
        assertNull(row.get(Column.JOBS_FIRED));
        assertNull(row.get(Column.CPU_S_PER_JOB));
        assertEquals(1, said("no jobs CSV: nothing proves that the job ran"));
        has(new Formulas(4, 150, warnings::add).numbers(capture), Column.RAM_PER_JOB, 9);
    }

    /// The original divided by 5: 36 / 5.
    @Test
    void aCaptureOfTheOriginalIsDividedBy5() {
        Timeline original =
                new Timeline(
                        List.of(new Timeline.Point(null, 0, 36, NONE, NONE)),
                        NONE,
                        NONE,
                        List.of("a"));
        has(
                formulas.numbers(Example.capture(original, null, null)),
                Column.RAM_PER_JOB,
                7.2,
                Column.CPU_S,
                NONE,
                Column.STEADY_RAM_MIB,
                NONE);
        assertEquals(1, said("stated, not counted"));
    }

    @Test
    void whereNoJobFiredNothingIsDivided() {
        List<Fire> none = List.of(Fire.missed(Example.boundary(1)));
        has(
                formulas.numbers(Example.capture(THREE, none, RUN)),
                Column.RAM_PER_JOB,
                NONE,
                Column.CPU_S_PER_JOB,
                NONE,
                Column.JOBS_FIRED,
                0,
                Column.JOBS_MISSED,
                1,
                Column.LATENCY_P50_MS,
                NONE);
        assertEquals(1, said("no job fired"));
    }

    /// b is away at 30: only 24 and 30 are left, and the highest value was not seen.
    @Test
    void anIncompleteInstantIsLeftOutAndSaid() {
        Run run = Example.run(life("a"), life("b", -60, 20.0, 1), life("b", 40, null, null));
        Timeline timeline =
                timeline(
                        run,
                        sample(0, "a", 20, 8),
                        sample(0, "b", 4, 2),
                        sample(30, "a", 90, 9),
                        sample(60, "a", 25, 10),
                        sample(60, "b", 5, 3));
        has(
                formulas.numbers(Example.capture(timeline, FIRES, run)),
                Column.IDLE_RAM_MIB,
                24,
                Column.PEAK_RAM_MIB,
                30,
                Column.AVG_RAM_MIB,
                27,
                // a: 10 − 8; b: nothing before its stop, 3 after its start
                Column.CPU_S,
                5);
        assertEquals(1, said("lack a container"));
    }
}
