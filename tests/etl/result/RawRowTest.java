package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Numbers read from characters are the doubles that Java reads from the text, to the last bit.
class RawRowTest {

    private static final Path FILE = Path.of("cron.csv");

    private static RawRow row(String... cells) {
        RawRow row = new RawRow();
        row.begin(7);
        for (String cell : cells) {
            row.add(("," + cell).toCharArray(), 1, cell.length());
        }
        return row;
    }

    private static void reads(String text) {
        assertEquals(
                Double.parseDouble(text), row("a", text).amount(1, List.of("a", "n"), FILE), text);
    }

    @Test
    void aNumberIsTheNearestDouble() {
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            int decimals = random.nextInt(10);
            reads(
                    String.format(
                            Locale.ROOT,
                            "%." + decimals + "f",
                            random.nextDouble() * Math.pow(10, random.nextInt(9))));
        }
        for (String text :
                List.of(
                        "0",
                        "0.0",
                        ".5",
                        "5.",
                        "00012.50",
                        "999999999999999",
                        "0.000000000000001",
                        "9007199254740993",
                        "123456789012345678901234567890",
                        "0.1234567890123456",
                        "1e3",
                        "+4",
                        "-0")) {
            reads(text);
        }
    }

    @Test
    void nothingIsNaNAndAnythingElseIsRefusedWithItsLine() {
        assertEquals(Double.NaN, row("").amount(0, List.of("n"), FILE));
        for (String text : List.of(".", "1.2.3", "1,5", "x", "12a", " 1", "0x1p3", "NaN")) {
            Failure failure =
                    assertThrows(
                            Failure.class, () -> row(text).amount(0, List.of("memory_mib"), FILE));
            assertEquals(
                    "cron.csv: line 7: memory_mib is not a number: '" + text + "'",
                    failure.getMessage());
        }
        Failure failure =
                assertThrows(Failure.class, () -> row("-1").amount(0, List.of("cpu_s"), FILE));
        assertEquals("cron.csv: line 7: negative cpu_s: -1", failure.getMessage());
    }

    @Test
    void aRowIsUsedAgainAndGrows() {
        RawRow row = row("first", "second");
        row.begin(8);
        String[] many = new String[100];
        for (int i = 0; i < many.length; i++) {
            many[i] = "cell " + i;
            row.add(many[i].toCharArray(), 0, many[i].length());
        }
        assertEquals(List.of(many), row.cells());
        assertEquals(100, row.size());
        assertTrue(row.is(99, "cell 99".toCharArray()));
        assertTrue(row.startsWith(99, "cell".toCharArray()));
    }
}
