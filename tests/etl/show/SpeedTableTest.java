package etl.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void aTinyRatioIsWrittenTheOtherWayRoundAndOneToNothingNotAtAll() {
        Comparison tiny =
                new Comparison("a", "ms", new double[] {0.0625}, "b", new double[] {2000});
        Comparison nothing = new Comparison("a", "%", new double[] {0.8}, "b", new double[] {0});
        assertTrue(SpeedTable.of(List.of(tiny)).contains(" 1:32000 (1:32000–1:32000) |"));
        assertTrue(SpeedTable.of(List.of(nothing)).stripTrailing().endsWith(" – |"));
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
