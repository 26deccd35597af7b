package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CpuCounterTest {

    private final CpuCounter counter = new CpuCounter();

    @Test
    void nothingReadIsMissing() {
        assertEquals(Double.NaN, counter.usedS());
    }

    /// 40 s were used before the window: 42.5 − 40.
    @Test
    void whatWasUsedBeforeTheWindowDoesNotCount() {
        counter.read(0, false, 40);
        counter.read(0, false, 41);
        counter.read(0, false, 42.5);
        assertEquals(2.5, counter.usedS());
    }

    /// Started in the window, so all of 0.75 s was used there.
    @Test
    void aContainerBornInTheWindowCountsFromItsStart() {
        counter.read(0, true, 0.5);
        counter.read(0, true, 0.75);
        assertEquals(0.75, counter.usedS());
    }

    /// (41 − 40) + 0.25 + (0.75 − 0.25)
    @Test
    void aRestartBeginsAt0Again() {
        counter.read(0, false, 40);
        counter.read(0, false, 41);
        counter.read(1, true, 0.25);
        counter.read(1, true, 0.75);
        assertEquals(1.75, counter.usedS());
    }

    /// The second life had used 3 s before it was read, more than the first ever had: (2 − 1) + 3,
    /// not (2 − 1) + (3 − 2).
    @Test
    void aRestartIsSeenAlsoWhereTheNewValueIsHigher() {
        counter.read(0, false, 1);
        counter.read(0, false, 2);
        counter.read(1, true, 3);
        assertEquals(4, counter.usedS());
    }

    /// Without a run JSON there is one life; a falling counter still tells the restart: 1 + 0.5.
    @Test
    void aFallingCounterIsARestart() {
        counter.read(0, false, 1);
        counter.read(0, false, 2);
        counter.read(0, false, 0.5);
        assertEquals(1.5, counter.usedS());
    }
}
