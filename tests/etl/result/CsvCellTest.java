package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Random;

class CsvCellTest {

    private static final Path FILE = Path.of("cron.csv");

    @Test
    void anEmptyCellIsMissing() {
        assertEquals(Double.NaN, CsvCell.amount("", "memory_mib", FILE, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1f", "1d", " 1", "1 ", "0x1p3", "NaN", "Infinity", "1e999", "-", "1.2.3"})
    void whatIsNoDecimalNumberIsNamedWithItsLine(String text) {
        Failure failure =
                assertThrows(Failure.class, () -> CsvCell.number(text, "memory_mib", FILE, 17));
        assertEquals(
                "cron.csv: line 17: memory_mib is not a number: '" + text + "'",
                failure.getMessage());
    }

    @Test
    void aNegativeAmountIsNamedWithItsLine() {
        Failure failure =
                assertThrows(Failure.class, () -> CsvCell.amount("-0.5", "cpu_s", FILE, 3));
        assertEquals("cron.csv: line 3: negative cpu_s: -0.5", failure.getMessage());
    }

    /// 2.675 and 1.005 lie a little below their decimal notation in binary, 0.125 is exact:
    /// Python's `round(x, 2)` gives 2.67, 1.0 and 0.12.
    @ParameterizedTest
    @CsvSource({
        "2.675, 2.67",
        "1.005, 1.0",
        "0.125, 0.12",
        "0.375, 0.38",
        "34.504, 34.5",
        "7, 7.0"
    })
    void numbersAreRoundedAsPythonRoundsThem(double value, String text) {
        assertEquals(text, CsvCell.text(value, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0.000",
        "61.0625, 3, 61.063",
        "0.9996, 3, 1.000",
        "12.04, 1, 12.0",
        "7, 0, 7"
    })
    void rowsHaveAFixedNumberOfDecimals(double value, int decimals, String text) {
        StringBuilder out = new StringBuilder();
        CsvCell.append(out, value, decimals);
        assertEquals(text, out.toString());
    }

    /// Also where the decimal lies in the middle, or next to it, as half of these do.
    @Test
    void everyNumberIsRoundedAsItsExactValueSays() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            int decimals = i % 4;
            double value = (random.nextDouble() - 0.2) * Math.pow(10, random.nextInt(-4, 12));
            if (i % 8 > 3) {
                double unit = Math.pow(10, decimals);
                value = (Math.rint(value % 1e6 * unit) + 0.5) / unit;
                value += i % 3 == 0 ? 0 : random.nextGaussian() * Math.ulp(value);
            }
            BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
            String text = CsvCell.text(value, decimals);
            assertEquals(0, exact.compareTo(new BigDecimal(text)), value + " gave " + text);
            assertTrue(text.matches("-?(0|[1-9][0-9]*)[.]([0-9]*[1-9]|0)"), text);
            assertNotEquals("-0.0", text);
        }
    }
}
