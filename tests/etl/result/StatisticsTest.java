package etl.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwo() {
        assertEquals(3, Statistics.median(9, 1, 3));
        assertEquals(2, Statistics.median(9, 1, 3, 1));
    }

    /// Position 0.25 · 3 = 0.75 in 1 2 4 8: 1 + 0.75 · (2 − 1).
    @Test
    void theQuantileIsThatOfNumPy() {
        assertEquals(1.75, Statistics.quantile(0.25, 8, 4, 2, 1));
    }

    @Test
    void nothingGivesNothing() {
        assertEquals(Double.NaN, Statistics.median());
        assertEquals(Double.NaN, Statistics.quantile(0.5));
        assertEquals(Double.NaN, Statistics.min());
        assertEquals(Double.NaN, Statistics.max());
        assertEquals(Double.NaN, Statistics.theilSenSlope(new double[] {1}, new double[] {1}));
    }

    /// Who asks for a median still knows afterwards which run had which value.
    @Test
    void theValuesKeepTheirOrder() {
        double[] values = {9, 1, 8, 2, 7, 3};
        Statistics.median(values);
        Statistics.quantile(0.25, values);
        assertArrayEquals(new double[] {9, 1, 8, 2, 7, 3}, values);
    }

    @Test
    void theMeanIsTheSumDividedByTheCount() {
        assertEquals(2.5, Statistics.mean(1, 2, 3, 4));
        assertEquals(Double.NaN, Statistics.mean());
    }

    /// Slopes of the pairs: 2, 2, 32, 2, 47, 92 — the median is (2 + 32) / 2.
    @Test
    void theSlopeIsTheMedianOfAllPairs() {
        assertEquals(
                17,
                Statistics.theilSenSlope(new double[] {0, 1, 2, 3}, new double[] {0, 2, 4, 96}));
    }

    /// Least squares would say 8: five points on y = 2x and one far off.
    @Test
    void oneOutlierDoesNotMoveTheSlope() {
        assertEquals(
                2,
                Statistics.theilSenSlope(
                        new double[] {0, 1, 2, 3, 4, 5}, new double[] {0, 2, 4, 6, 8, 52}));
    }
}
