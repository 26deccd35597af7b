package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.stream.IntStream;

class MedianIntervalTest {

    /// n, the rank of the lower end, the coverage in percent: the rows for 95 % of a printed table
    /// of confidence intervals for the population median. Each can be had by hand, e.g. n = 9: 1 −
    /// 2 · (1 + 9) ÷ 512.
    @ParameterizedTest
    @CsvSource({
        "6, 1, 96.9",
        "7, 1, 98.4",
        "8, 1, 99.2",
        "9, 2, 96.1",
        "10, 2, 97.9",
        "11, 2, 98.8",
        "12, 3, 96.1",
        "13, 3, 97.8",
        "14, 3, 98.7",
        "15, 4, 96.5",
        "16, 4, 97.9",
        "17, 5, 95.1",
        "18, 5, 96.9",
        "19, 5, 98.1",
        "20, 6, 95.9"
    })
    void ranksAndCoverageAreThoseOfThePrintedTable(int n, int rank, double percent) {
        double[] oneToN = IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();

        assertEquals(
                Optional.of(new MedianInterval(rank, n + 1 - rank)), MedianInterval.of(oneToN));
        assertEquals(percent, 100 * MedianInterval.coverage(n), 0.05);
    }

    /// The range of five values covers the median with 1 − 2 ÷ 32, which is 93.75 %.
    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "5"})
    void belowSixValuesThereIsNone(int n) {
        assertEquals(Optional.empty(), MedianInterval.of(new double[n]));
        assertEquals(Double.NaN, MedianInterval.coverage(n));
    }

    @Test
    void theOrderOfTheValuesDoesNotMatterAndStays() {
        double[] values = {9, 1, 8, 2, 7, 3};

        assertEquals(Optional.of(new MedianInterval(1, 9)), MedianInterval.of(values));
        assertEquals(9, values[0]);
    }

    /// 0.5 to the power of 2,000 is 0 as a double. Normal approximation of the rank: 1,000 − 1.96 ·
    /// √500 + 0.5 = 956.7.
    @Test
    void manyValuesStayExact() {
        double[] values = IntStream.rangeClosed(1, 2_000).mapToDouble(i -> i).toArray();

        assertEquals(956, MedianInterval.of(values).orElseThrow().low());
        assertEquals(0.95, MedianInterval.coverage(2_000), 0.005);
    }
}
