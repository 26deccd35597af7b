package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class GapsTest {

    @Test
    void withoutGapsNothingIsClaimed() {
        Gaps gaps = new Gaps(100);

        assertNull(gaps.quantileMs(0.5));
        assertNull(gaps.maxMs());
    }

    @Test
    void quantilesAreExactToAThousandthOfTheInterval() {
        Gaps gaps = new Gaps(100);
        for (int i = 1; i <= 100; i++) {
            gaps.add(100 + i / 10.0); // 100.1 … 110.0
        }

        assertEquals(105.0, gaps.quantileMs(0.5), 0.1);
        assertEquals(109.5, gaps.quantileMs(0.95), 0.1);
        assertEquals(110.0, gaps.maxMs());
    }

    @Test
    void aGapBeyondTheHistogramIsStillTheLargest() {
        Gaps gaps = new Gaps(100);
        gaps.add(100);
        gaps.add(90_000);

        assertEquals(90_000, gaps.maxMs());
        assertEquals(90_000, gaps.quantileMs(1.0));
    }
}
