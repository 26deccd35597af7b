//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogScaleTest {

    @Test
    void aWideRangeHasOneThreeTen() {
        assertArrayEquals(new double[] {10, 30, 100, 300, 1000}, LogScale.ticks(8, 1700));
    }

    @Test
    void aNarrowRangeHasFinerTicks() {
        assertArrayEquals(new double[] {15, 20, 30, 40}, LogScale.ticks(14, 42));
    }

    @Test
    void noRangeIsWithoutTicks() {
        for (double low = 0.01; low < 50_000; low *= 1.07) {
            for (double span : new double[] {3, 5, 20, 300, 10_000}) {
                int ticks = LogScale.ticks(low, low * span).length;
                assertTrue(ticks >= 2 && ticks <= 6, low + " to " + low * span + ": " + ticks);
            }
        }
    }

    @Test
    void nearlyFlatSeriesAreNotZoomedInto() {
        double[] range = LogScale.around(20, 20.1);

        assertEquals(LogScale.LEAST_SPAN, range[1] / range[0], 1e-9);
    }

    @Test
    void tickLabelsHaveNoIdleDecimals() {
        assertEquals("1,000", LogScale.label(1000));
        assertEquals("20", LogScale.label(20));
        assertEquals("1.5", LogScale.label(1.5));
        assertEquals("0.03", LogScale.label(0.03));
    }
}
