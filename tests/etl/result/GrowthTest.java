package etl.result;

import static etl.result.Example.NONE;
import static etl.result.Example.fire;
import static etl.result.Example.has;
import static etl.result.Example.sample;
import static etl.result.Example.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class GrowthTest {

    private static final List<Fire> FIRES = List.of(fire(1, 800, 2300, 0), fire(2, 800, 2300, 0));

    private final List<Problem> warnings = new ArrayList<>();
    private final Formulas formulas = new Formulas(NONE, 150, warnings::add);

    private long said(String part) {
        return warnings.stream().filter(w -> w.message().contains(part)).count();
    }

    /// Idle medians at seconds 40 of three minutes: 100, 101.5, 103; slope 1.5 MiB per 60 s, window
    /// 120 s: 3 MiB, more than 2 % of the steady 101.5.
    @Test
    void growthAbove2PercentIsNotSteady() {
        has(
                formulas.numbers(Example.capture(growing(1.5), FIRES, null)),
                Column.STEADY_RAM_MIB,
                101.5,
                Column.ANON_RAM_MIB,
                50.75,
                Column.GROWTH_MIB,
                3);
        assertEquals(1, said("not steady"));
    }

    /// 1 MiB per 60 s: 2 MiB in the window at 101 MiB, below 2 %.
    @Test
    void growthBelow2PercentIsSteady() {
        has(
                formulas.numbers(Example.capture(growing(1), FIRES, null)),
                Column.STEADY_RAM_MIB,
                101,
                Column.GROWTH_MIB,
                2);
        assertEquals(0, said("not steady"));
    }

    private static Timeline growing(double mibPerMinute) {
        return timeline(
                null,
                sample(10, "a", 100, 1),
                sample(70, "a", 100 + mibPerMinute, 1),
                sample(130, "a", 100 + 2 * mibPerMinute, 1));
    }
}
