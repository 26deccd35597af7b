//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class PlotScaleTest {

    @ParameterizedTest
    @CsvSource({"0, 6.12", "0, 0.031", "-225, 5555", "-300, -20", "0, 0", "0, 1290", "5, 5"})
    void aLinearAxisHoldsZeroAndAllValues(double low, double high) {
        PlotScale scale = PlotScale.linear(low, high, 5);

        assertTrue(scale.percent(0) >= 0 && scale.percent(0) <= 100);
        assertTrue(scale.percent(low) >= 0 && scale.percent(high) <= 100);
        assertTrue(scale.ticks().contains(0.0), scale.toString());
        assertTrue(scale.ticks().size() <= 8, scale.toString());
    }

    @Test
    void ticksAreRoundNumbers() {
        assertEquals(List.of(0.0, 2.0, 4.0, 6.0), PlotScale.linear(0, 6.12, 5).ticks());
        assertEquals(List.of(10.0, 30.0, 100.0, 300.0, 1000.0), PlotScale.log(7, 980).ticks());
    }

    /// Where the steps 1, 3, 10 would leave a chart almost without a number, finer ones come.
    @ParameterizedTest
    @CsvSource({"4.5, 12", "930, 990", "0.3, 0.9", "3, 400"})
    void aLogAxisHasThreeTicksOrMore(double low, double high) {
        List<Double> ticks = PlotScale.log(low, high).ticks();
        assertTrue(ticks.size() >= 3 || high / low < 1.1, ticks.toString());
    }

    @Test
    void onALogAxisEqualRatiosAreEqualLengths() {
        PlotScale scale = PlotScale.log(1, 1000);
        assertEquals(
                scale.percent(10) - scale.percent(1),
                scale.percent(1000) - scale.percent(100),
                1e-9);
    }

    @ParameterizedTest
    @CsvSource({"1000, '1,000'", "0.5, 0.5", "-200, −200", "0.25, 0.25", "0, 0"})
    void aTickIsWrittenWithoutWhatSaysNothing(double tick, String text) {
        assertEquals(text, PlotScale.text(tick));
    }
}
