package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class WindowStartTest {

    @ParameterizedTest
    @CsvSource({
        "10:00:10.000, 0, 10:00:30.000",
        "10:00:30.000, 0, 10:00:30.000",
        "10:00:30.001, 0, 10:01:30.000",
        "10:00:59.000, 0, 10:01:30.000",
        // the engine's clock is 2 s ahead: its second 30 is our second 28
        "10:00:10.000, 2000, 10:00:28.000",
        "10:00:29.000, 2000, 10:01:28.000",
        "10:00:31.000, -2000, 10:00:32.000"
    })
    void theWindowBeginsAtSecond30OfTheEnginesClock(String now, long offsetMs, String first) {
        Instant soonest = Instant.parse("2026-01-05T" + now + "Z");

        assertEquals(
                Instant.parse("2026-01-05T" + first + "Z"),
                WindowStart.beforeBoundary(soonest, offsetMs, Duration.ofSeconds(60)).first());
    }

    @ParameterizedTest
    @CsvSource({
        "10:00:06.000, 5, 10:00:07.500",
        "10:00:07.501, 5, 10:00:12.500",
        "10:00:10.000, 3600, 10:30:00.000"
    })
    void forAnotherPeriodItBeginsHalfAPeriodBeforeABoundary(String now, long period, String first) {
        Instant soonest = Instant.parse("2026-01-05T" + now + "Z");

        assertEquals(
                Instant.parse("2026-01-05T" + first + "Z"),
                WindowStart.beforeBoundary(soonest, 0, Duration.ofSeconds(period)).first());
    }
}
