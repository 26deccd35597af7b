package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class ShellTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void bothStreamsAndTheExitCodeAreKept() {
        Shell.Result result = Shell.run(LIMIT, "sh", "-c", "echo out; echo err >&2; exit 3");
        assertEquals(new Shell.Result(3, "out\n", "err\n"), result);
        assertEquals("err", result.lastLine());
    }

    @Test
    void aProgramThatFillsBothPipesDoesNotHang() {
        String script = "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero";
        Shell.Result result = Shell.run(LIMIT, "sh", "-c", script);
        assertEquals(300_000, result.stdout().length());
        assertEquals(300_000, result.stderr().length());
    }

    @Test
    void aFailureNamesTheCommandAndItsLastLine() {
        Failure failure =
                assertThrows(
                        Failure.class,
                        () ->
                                Shell.check(
                                        LIMIT, "sh", "-c", "echo no space left >&2; echo; exit 9"));
        assertEquals(
                "sh -c echo no space left >&2; echo; exit 9: exit code 9: no space left",
                failure.getMessage());
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() {
        Failure failure =
                assertThrows(Failure.class, () -> Shell.run(LIMIT, "etlbench-no-such-program"));
        assertTrue(failure.getMessage().startsWith("cannot run etlbench-no-such-program: "));
        assertFalse(Shell.has("etlbench-no-such-program"));
        assertTrue(Shell.has("sh"));
    }

    @Test
    void aProgramThatDoesNotEndIsKilledWithItsChildren() {
        long before = System.nanoTime();
        Failure failure =
                assertThrows(
                        Failure.class,
                        () -> Shell.run(Duration.ofMillis(300), "sh", "-c", "sleep 60; true"));
        assertEquals("sh -c sleep 60; true: not done after 0 s", failure.getMessage());
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(30).toNanos());
    }

    @Test
    void variablesAreAddedAndStandardInputIsEmpty() {
        List<String> command = List.of("sh", "-c", "cat; printf %s \"$GREETING\"");
        assertEquals("hello", Shell.check(LIMIT, Map.of("GREETING", "hello"), command));
    }
}
