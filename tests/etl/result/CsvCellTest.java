package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

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
}
