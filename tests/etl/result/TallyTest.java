package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Random;

/// The median of counted values is that of the values.
class TallyTest {

    @Test
    void theMedianIsThatOfTheValues() {
        Random random = new Random(7);
        for (int size = 1; size < 60; size++) {
            Tally tally = new Tally();
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = random.nextInt(20) / 8.0;
                tally.add(values[i]);
            }
            assertEquals(Statistics.median(values), tally.median());
        }
    }

    @Test
    void manyValuesAreCountedInSeveralGoes() {
        Random random = new Random(8);
        Tally tally = new Tally();
        double[] values = new double[50_001];
        for (int i = 0; i < values.length; i++) {
            // later values lie before, between and behind the earlier ones
            values[i] = random.nextInt(1 + i % 300) / 8.0 - i % 7;
            tally.add(values[i]);
        }
        assertEquals(Statistics.median(values), tally.median());
    }

    @Test
    void nothingHasNoMedianAndNoValueIsCountedForAMissingOne() {
        Tally tally = new Tally();
        assertEquals(Double.NaN, tally.median());
        tally.add(Double.NaN);
        assertEquals(Double.NaN, tally.median());
        tally.add(3);
        assertEquals(3, tally.median());
    }
}
