package etl.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Differences.Pair;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class DifferencesTest {

    private static double[] exp(double... logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    private static Pair only(double[] a, double[] b) {
        return Differences.of(Map.of("a", a, "b", b)).pairs().getFirst();
    }

    /// The first example of Wikipedia's article "Welch's t-test" (t = −2.46, 25.0 degrees of
    /// freedom, P = 0.021); the digits are those that Rosetta Code's task "Welch's t-test" gives
    /// for the same data, checked there against R.
    @Test
    void aPublishedExampleOfWelchsTest() {
        Pair pair =
                only(
                        exp(
                                27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1,
                                19.6, 19.0, 21.7, 21.4),
                        exp(
                                27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9,
                                22.1, 22.9, 20.5, 24.4));

        assertEquals(0.021378001462867, pair.p(), 1e-12);
        assertEquals(pair.p(), pair.adjusted(), "one pair needs no correction");
        assertTrue(pair.differs());
    }

    /// Rosetta Code's smallest samples: 2.0009 degrees of freedom.
    @Test
    void aPublishedExampleWithFewValues() {
        Pair pair = only(exp(3.0, 4.0, 1.0, 2.1), exp(490.2, 340.0, 433.9));

        assertEquals(0.0107515611497845, pair.p(), 1e-12);
    }

    /// Logarithms 0 1 2 and 10 11 12: t² = 100 ÷ (1/3 + 1/3) = 150 with 4 degrees of freedom, where
    /// P = 1 − sin φ · (1 + cos² φ ÷ 2) with tan φ = t ÷ 2 (Abramowitz and Stegun 26.7.4).
    @Test
    void threeRunsAreEnough() {
        double cos2 = 4.0 / 154;

        Pair pair = only(exp(0, 1, 2), exp(10, 11, 12));

        assertEquals(1 - Math.sqrt(1 - cos2) * (1 + cos2 / 2), pair.p(), 1e-12);
    }

    /// What is compared is the ratio: the same values in another unit give the same verdict.
    @Test
    void theUnitDoesNotMatter() {
        double[] mib = {20, 21, 23};
        double[] more = {22, 25, 24};

        Pair bytes =
                only(
                        Arrays.stream(mib).map(v -> v * 1_048_576).toArray(),
                        Arrays.stream(more).map(v -> v * 1_048_576).toArray());

        assertEquals(only(mib, more).p(), bytes.p(), 1e-9);
    }

    @Test
    void withoutThreeVaryingValuesAboveZeroASystemIsNotCompared() {
        Differences differences =
                Differences.of(
                        Map.of(
                                "heavy", new double[] {80, 81, 82},
                                "light", new double[] {20, 21, 22},
                                "two runs", new double[] {50, 60},
                                "never varies", new double[] {0.1, 0.1, 0.1},
                                "idle", new double[] {0, 1, 2},
                                "unmeasured", new double[0]));

        assertEquals(List.of("light", "heavy"), differences.systems());
        assertEquals(1, differences.pairs().size());
    }

    @Test
    void twoRunsGiveNoVerdict() {
        Differences differences =
                Differences.of(Map.of("a", new double[] {1, 2}, "b", new double[] {1000, 1001}));

        assertEquals(List.of(), differences.pairs());
    }

    /// By hand: 4 · 0.005, 3 · 0.01, 2 · 0.03, and 0.04, which may not be below its predecessor.
    @Test
    void holmsCorrection() {
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02},
                Differences.holm(0.01, 0.04, 0.03, 0.005),
                1e-15);
        assertArrayEquals(new double[] {1, 1}, Differences.holm(0.7, 0.6));
        assertArrayEquals(new double[0], Differences.holm());
    }

    /// Alone the pair differs (P = 0.048); as one of three it does not.
    @Test
    void aPairThatDiffersAloneNeedNotDifferAmongOthers() {
        double[] a = exp(0, 1, 2);
        double[] b = exp(2.3, 3.3, 4.3);

        assertTrue(only(a, b).differs());

        Differences three = Differences.of(Map.of("a", a, "b", b, "c", exp(0.1, 1.1, 2.2)));
        Pair pair =
                three.pairs().stream()
                        .filter(p -> p.first().equals("a") && p.second().equals("b"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(only(a, b).p(), pair.p());
        assertFalse(pair.differs());
    }
}
