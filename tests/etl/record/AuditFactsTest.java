package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.AuditWay;
import etl.result.AuditWay.Call;
import etl.result.Fire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AuditFactsTest {

    private static final Instant STARTED = Instant.parse("2026-11-25T10:00:00.500Z");
    private static final Fire FAILED = new Fire(STARTED, STARTED, STARTED.plusSeconds(2), 37);

    private static AuditFacts facts(String exitCode, String started, String ended, String stderr) {
        AuditWay way =
                new AuditWay(
                        null,
                        List.of(),
                        List.of("true"),
                        List.of(),
                        calls(exitCode),
                        calls(started),
                        calls(ended),
                        calls(stderr),
                        "");
        return new AuditFacts(way, new Calls(Path.of("/")), FAILED, "the text");
    }

    private static List<Call> calls(String line) {
        return line.isEmpty() ? List.of() : List.of(new Call(line, null, null));
    }

    @Test
    void aSystemThatTellsAllIsBelieved() {
        AuditFacts facts =
                facts(
                        "echo 37",
                        "echo 2026-11-25T10:00:00+00:00",
                        "echo 1764064802.9",
                        "echo the text");

        assertTrue(facts.exitCodeKnown());
        assertFalse(facts.timesKnown(), "the end is of another year");
        assertTrue(facts.stderrApart());
    }

    @Test
    void startAndEndMustBothBeNear() {
        String end = "echo " + STARTED.plusSeconds(3).toEpochMilli();

        assertTrue(facts("", "echo 2026-11-25 10:00:01.25", end, "").timesKnown());
        assertFalse(facts("", "echo 2026-11-25 10:00:09", end, "").timesKnown());
        assertFalse(facts("", "", end, "").timesKnown());
    }

    @Test
    void anotherCodeAndBothStreamsAreNotBelieved() {
        assertFalse(facts("echo 1", "", "", "").exitCodeKnown());
        assertFalse(facts("echo 37; exit 1", "", "", "").exitCodeKnown());
        assertFalse(facts("", "", "", "echo 1764064800500000000; echo the text").stderrApart());
        assertFalse(facts("", "", "", "echo nothing").stderrApart());
        assertFalse(facts("", "", "", "").stderrApart());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25T10:00:00.500Z",
                "2026-11-25T11:00:00.500+01:00",
                "2026-11-25 10:00:00.500",
                "1795600800.5",
                "1795600800500"
            })
    void timesAreReadInManyForms(String text) {
        assertEquals(Optional.of(STARTED), AuditFacts.time(text));
    }

    @Test
    void whatIsNoTimeIsNone() {
        assertEquals(Optional.empty(), AuditFacts.time("yesterday"));
        assertEquals(Optional.empty(), AuditFacts.time(""));
    }
}
