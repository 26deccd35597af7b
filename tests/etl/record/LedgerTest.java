package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.Fire;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class LedgerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private static String line(String id, String event, String time, String more) {
        Instant at = Instant.parse("2026-01-05T" + time + "Z");
        long ns = at.getEpochSecond() * 1_000_000_000L + at.getNano();
        return "{\"id\": \"%s\", \"event\": \"%s\", \"ns\": %d%s}\n".formatted(id, event, ns, more);
    }

    private static String start(String id, String time) {
        return line(id, "start", time, "");
    }

    private static String end(String id, String time, int code) {
        return line(id, "end", time, ", \"exit_code\": " + code);
    }

    private static List<Fire> fires(String text) {
        return Ledger.parse(text).fires(TEN.minusSeconds(30), TEN.plusSeconds(270), MINUTE);
    }

    @Test
    void aWindowOfFiveMinutesFromSecond30HoldsFiveBoundaries() {
        assertEquals(
                List.of(
                        TEN,
                        TEN.plusSeconds(60),
                        TEN.plusSeconds(120),
                        TEN.plusSeconds(180),
                        TEN.plusSeconds(240)),
                Ledger.boundaries(TEN.minusSeconds(30), TEN.plusSeconds(270), MINUTE));
    }

    @Test
    void aBoundaryAtTheFirstInstantIsInsideAndOneAtTheEndIsNot() {
        assertEquals(List.of(TEN), Ledger.boundaries(TEN, TEN.plusSeconds(60), MINUTE));
    }

    @Test
    void parallelStartsAndEndsArePutTogetherById() {
        Ledger ledger =
                Ledger.parse(
                        start("a", "10:00:01.000")
                                + start("b", "10:00:01.100")
                                + end("b", "10:00:02.000", 3)
                                + end("a", "10:00:03.000", 0));

        assertEquals(2, ledger.entries().size());
        assertEquals(0, ledger.entries().getFirst().exitCode());
        assertEquals(3, ledger.entries().getLast().exitCode());
    }

    @Test
    void aStartBelongsToTheBoundaryTenSecondsAheadOrFiftyBehind() {
        List<Fire> fires =
                fires(
                        start("early", "10:00:50.000") // 10 s before 10:01: belongs to it
                                + start("late", "10:02:49.999")); // 49.999 s after 10:02

        assertTrue(fires.get(0).isMissed());
        assertEquals(-10_000, fires.get(1).latencyMs());
        assertEquals(49_999, fires.get(2).latencyMs());
        assertTrue(fires.get(3).isMissed());
        assertEquals(5, fires.size());
    }

    @Test
    void aSecondStartOfABoundaryIsADuplicateRow() {
        List<Fire> fires = fires(start("a", "10:00:01.000") + start("b", "10:00:40.000"));

        assertEquals(6, fires.size());
        assertEquals(fires.get(0).scheduled(), fires.get(1).scheduled());
    }

    @Test
    void aHungJobHasFiredAndHasNoEnd() {
        Fire fire = fires(start("a", "10:00:01.000")).getFirst();

        assertEquals(1000, fire.latencyMs());
        assertTrue(Double.isNaN(fire.durationMs()));
        assertTrue(fire.isFailed());
    }

    @Test
    void anotherPeriodMovesTheEdgesAlong() {
        // every 6 s: a boundary takes starts from 1 s before it to 5 s behind it
        List<Fire> fires =
                Ledger.parse(start("a", "10:00:05.000") + start("b", "10:00:10.999"))
                        .fires(TEN, TEN.plusSeconds(12), Duration.ofSeconds(6));

        assertTrue(fires.get(0).isMissed());
        assertEquals(-1000, fires.get(1).latencyMs());
        assertEquals(4999, fires.get(2).latencyMs());
    }

    @Test
    void aLineThatIsStillBeingWrittenIsLeftOut() {
        assertEquals(
                1,
                Ledger.parse(start("a", "10:00:01.000") + "{\"id\": \"b\", \"ev").entries().size());
    }

    @Test
    void anyOtherDamageIsReportedWithItsLine() {
        String text = start("a", "10:00:01.000") + "hello\n";

        Failure failure = assertThrows(Failure.class, () -> Ledger.parse(text));

        assertTrue(failure.getMessage().contains("line 2"), failure.getMessage());
    }

    @Test
    void theFirstFireIsTheFirstSinceTheStackStarted() {
        Ledger ledger = Ledger.parse(start("old", "09:00:00.000") + start("a", "10:00:01.000"));

        assertEquals(TEN.plusSeconds(1), ledger.firstSince(TEN).orElseThrow());
    }
}
