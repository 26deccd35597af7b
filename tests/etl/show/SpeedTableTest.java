package etl.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.result.Comparison;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Ratios are taken turn by turn, and a missing peer is a row that says so.
class SpeedTableTest {

    private static final Comparison PAIRS =
            new Comparison(
                    "start",
                    "ms",
                    new double[] {200, 100, 300},
                    "pandas",
                    new double[] {400, 400, 400});

    @Test
    void aRatioBelongsToItsTurn() {
        assertArrayEquals(new double[] {0.5, 0.25, 0.75}, PAIRS.ratios());
    }

    @Test
    void theTableHasMediansAndTheRangeOfTheRatios() {
        assertEquals(
                """
                | what  | unit | ours | peer              | peer's |  ratio (min–max) |
                | ----- | ---- | ---- | ----------------- | ------ | ---------------- |
                | start | ms   |  200 | pandas            |    400 | 0.50 (0.25–0.75) |
                | other | MiB  | 12.3 | nothing like that |      – |                – |
                """,
                SpeedTable.of(
                        List.of(
                                PAIRS,
                                Comparison.alone(
                                        "other",
                                        "MiB",
                                        new double[] {12.34},
                                        "nothing like that"))));
    }
}
