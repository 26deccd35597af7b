package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.AuditWay;
import etl.result.AuditWay.Call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CallsTest {

    @TempDir private Path root;

    private Calls.Answer answer(Call... calls) {
        return new Calls(root).of(List.of(calls));
    }

    @Test
    void aCallUsesWhatAnEarlierOnePrinted() {
        assertEquals(
                new Calls.Answer("run 7 a b\n", null, 3),
                answer(
                        new Call(
                                "echo '{\"runs\": [{\"id\": 6, \"code\": 0}, {\"id\": 7, \"code\":"
                                        + " 37}]}'",
                                "$.runs[?(@.code != 0)].id",
                                "RUN"),
                        new Call("echo a b", null, "WORDS"),
                        new Call("echo run $RUN $WORDS", null, null)));
    }

    @Test
    void theLastLineMayBeTheJson() {
        assertEquals(
                new Calls.Answer("x", null, 1),
                answer(new Call("echo a warning; echo '[\"x\"]'", "$[0]", null)));
    }

    /// A time in seconds is no power of ten.
    @Test
    void aNumberIsWrittenOut() {
        assertEquals(
                new Calls.Answer("1795634463.902", null, 1),
                answer(new Call("echo '{\"start\": 1795634463.902}'", "$.start", null)));
    }

    /// Dkron 4.0.9 answers so: a run that goes on is no success either, and comes first.
    @Test
    void theRunOfDkronThatGoesOnIsNotTheOneThatFailed() throws IOException {
        Files.writeString(
                root.resolve("executions"),
                """
                [{"started_at": "2026-11-30T14:52:00.008Z", "success": false,
                  "finished_at": "0001-01-01T00:00:00Z"},
                 {"started_at": "2026-11-30T14:42:00.005Z", "success": false,
                  "finished_at": "2026-11-30T14:42:01.533Z", "output": "exit status 37\\n"}]
                """);
        AuditWay way = AuditWay.read(TestStack.repository().resolve("compose/dkron")).orElseThrow();

        assertEquals("2026-11-30T14:42:00.005Z", taken(way.started()));
        assertEquals("2026-11-30T14:42:01.533Z", taken(way.ended()));
        assertEquals("exit status 37\n", taken(way.machine()));
    }

    private String taken(List<Call> way) {
        return answer(new Call("cat executions", way.getLast().take(), null)).printed();
    }

    @Test
    void bothStreamsAreSeen() {
        assertEquals(
                new Calls.Answer("out\nerr\n", null, 1),
                answer(new Call("echo out; echo err >&2", null, null)));
    }

    @Test
    void theFirstCallThatFailsEndsIt() {
        assertEquals(
                new Calls.Answer("", "echo no >&2; exit 3: no", 1),
                answer(new Call("echo no >&2; exit 3", null, null), new Call("ls", null, null)));
        assertEquals(
                new Calls.Answer("", "echo '{}': nothing at $.id", 1),
                answer(new Call("echo '{}'", "$.id", "ID")));
    }

    /// As curl says that nobody listens, and that a server has nothing of that name.
    @Test
    void nobodyThereIsNotNothingThere() {
        assertTrue(
                answer(new Call("echo 'curl: (7) Failed to connect' >&2; exit 7", null, null))
                        .isUnanswered());
        assertTrue(
                answer(
                                new Call(
                                        "echo 'curl: (22) The requested URL returned error: 503'"
                                                + " >&2; exit 22",
                                        null,
                                        null))
                        .isUnanswered());
        assertFalse(
                answer(
                                new Call(
                                        "echo 'curl: (22) The requested URL returned error: 404'"
                                                + " >&2; exit 22",
                                        null,
                                        null))
                        .isUnanswered());
        assertFalse(answer(new Call("echo 'curl: (7)'", null, null)).isUnanswered());
    }

    @Test
    void theyAreMadeInTheProjectsFolder() {
        assertEquals(root + "\n", answer(new Call("pwd", null, null)).printed());
    }
}
