//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;

class PlotsTest {

    private static String text(NumberAxis axis, double value) {
        return axis.getTickUnit().valueToString(value);
    }

    @Test
    void theLastTickCarriesTheUnit() {
        NumberAxis axis = Plots.number(-5, 25, "s");

        assertEquals(5, axis.getTickUnit().getSize());
        assertEquals("-5", text(axis, -5));
        assertEquals("0", text(axis, -0.0));
        assertEquals("25 s", text(axis, 25));
    }

    @Test
    void smallStepsHaveTheDecimalsThatTheyNeed() {
        NumberAxis axis = Plots.number(0, 1.7, "MiB");

        assertEquals("0.2", text(axis, 0.2));
        assertEquals("1.6 MiB", text(axis, 1.6));
        assertEquals("2,000 ms", text(Plots.number(0, 2050, "ms"), 2000));
    }

    @Test
    void zeroIsOnTheAxisOfRows() {
        NumberAxis above = Plots.withZero(new double[] {20, 30}, "MiB");
        NumberAxis below = Plots.withZero(new double[] {-20, -10}, "MiB");

        assertEquals(0, above.getLowerBound());
        assertTrue(above.getUpperBound() > 30);
        assertTrue(below.getLowerBound() < -20 && below.getUpperBound() >= 0);
        assertTrue(Plots.withZero(new double[] {0}, "MiB").getUpperBound() > 0);
    }
}
