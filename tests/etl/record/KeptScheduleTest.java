//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.Fire;
import etl.result.Trial;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a stack under a limit has to keep.
class KeptScheduleTest {

    private static final Instant DUE = Instant.parse("2026-11-25T10:00:00Z");

    private final KeptSchedule schedule = new KeptSchedule(null, "none", Duration.ofMinutes(1));

    private static Fire fire(double startedS, Double endedS, Integer exitCode) {
        return new Fire(DUE, after(startedS), endedS == null ? null : after(endedS), exitCode);
    }

    private static Instant after(double seconds) {
        return DUE.plusMillis(Math.round(1000 * seconds));
    }

    private String breaks(Fire fire, double askedS) {
        return assertThrows(Failure.class, () -> schedule.require(List.of(fire), after(askedS)))
                .getMessage();
    }

    @Test
    void aFireMayBe25SecondsLateAndNoMore() {
        schedule.require(List.of(fire(25, 27.0, 0)), after(30));
        assertEquals("a fire 25.1 s late", breaks(fire(25.1, 27.0, 0), 30));
    }

    /// The ledger is read through the engine: two seconds are its own.
    @Test
    void aFireIsMissingOnlyWhenItsTimeIsOver() {
        Fire missed = Fire.missed(DUE);
        schedule.require(List.of(missed), after(27));
        assertEquals("no fire within 25 s after 2026-11-25T10:00:00Z", breaks(missed, 27.1));
    }

    @Test
    void aJobHasAPeriodToEndIn() {
        Fire open = fire(1, null, null);
        schedule.require(List.of(open), after(61));
        assertTrue(breaks(open, 61.1).endsWith("did not end"));
        assertFalse(KeptSchedule.isOver(List.of(open)));
        assertTrue(KeptSchedule.isOver(List.of(fire(1, 2.0, 0))));
    }

    @Test
    void aJobHasToEndWell() {
        assertEquals("a job ended with exit code 137", breaks(fire(1, 2.0, 137), 3));
    }

    @Test
    void aHundredFaultsASecondAreNotTooMany() {
        assertFalse(Trial.isThrashing(Trial.THRASHING_PER_S));
        assertTrue(Trial.isThrashing(Trial.THRASHING_PER_S + 1));
        assertFalse(Trial.isThrashing(Double.NaN));
    }
}
