package etl.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class JobsTest {

    private static final Timeline EMPTY =
            new Timeline(List.of(), Double.NaN, Double.NaN, List.of());

    /// Five boundaries: one good, one missed, one with a duplicate, one hung, one failed.
    private static final List<Fire> FIRES =
            List.of(
                    Example.fire(1, 800, 2300, 0),
                    Fire.missed(Example.boundary(2)),
                    Example.fire(3, 4000, 5500, 0),
                    Example.fire(3, 500, 2000, 0),
                    Example.hung(4, 700),
                    Example.fire(5, -200, 1300, 1));

    @Test
    void firesAreCounted() {
        // expected 1–5, fired 1 3 4 5, missed 2, second start of 3, hung 4 and exit code 1 of 5
        assertEquals(new Jobs(5, 4, 1, 1, 2), Jobs.of(FIRES));
    }

    /// The first start of boundary 3 is the one after 500 ms, although it stands second.
    @Test
    void latencyIsThatOfTheFirstStart() {
        assertArrayEquals(new double[] {800, 500, 700, -200}, Jobs.latenciesMs(FIRES));
    }

    @Test
    void aWindowWithoutBoundaryHasNothingToCount() {
        assertEquals(new Jobs(0, 0, 0, 0, 0), Jobs.of(List.of()));
    }

    private static Capture capture(int fires) {
        return Example.capture(
                EMPTY,
                IntStream.rangeClosed(1, fires).mapToObj(i -> Example.fire(i, i, 1500, 0)).toList(),
                null);
    }

    /// Latencies 1 … 10 twice. Sorted position 0.95 · 19 = 18.05: between the 19th and the 20th,
    /// which are both 10.
    @Test
    void thePercentileIsPooledFrom20FiresOn() {
        assertEquals(10, Jobs.pooledP95Ms(List.of(capture(10), capture(10))));
        assertEquals(Double.NaN, Jobs.pooledP95Ms(List.of(capture(10), capture(9))));
    }

    /// Latencies 1 … 20: position 0.95 · 19 = 18.05, so 19 + 0.05 · (20 − 19).
    @Test
    void thePercentileInterpolates() {
        assertEquals(19.05, Jobs.pooledP95Ms(List.of(capture(20))), 1e-9);
    }
}
