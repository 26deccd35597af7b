package etl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import java.time.Duration;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "300, 300000",
        "300s, 300000",
        "5m, 300000",
        "90m, 5400000",
        "1h30m, 5400000",
        "1h 30m, 5400000",
        "2m30s, 150000",
        "100ms, 100"
    })
    void timesAsPeopleTypeThem(String text, long ms) {
        assertEquals(Duration.ofMillis(ms), new TimeSpan().convert(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0s",
                "0ms",
                "2h70m",
                "2h 70m",
                "1m90s",
                "-5s",
                "5x",
                "1.5m",
                "99999999999999999999s"
            })
    void anythingElseIsRefusedWithAnExample(String text) {
        TypeConversionException refused =
                assertThrows(TypeConversionException.class, () -> new TimeSpan().convert(text));

        assertTrue(refused.getMessage().contains("write it like 300s"));
    }
}
