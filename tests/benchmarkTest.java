import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `benchmark.java` refuses before it asks an engine for anything.
class benchmarkTest {

    @TempDir Path folder;

    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Cli.commandLine(new benchmark()).setErr(new PrintWriter(err)).execute(args);
    }

    private void isOneLine() {
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void anEngineThatDoesNotAnswerIsNamedWithTheNextCommand() {
        String csv = folder.resolve("cron.csv").toString();

        assertEquals(Cli.FAILED, run("--engine", "unix:///nowhere/docker.sock", csv));

        isOneLine();
        assertTrue(err.toString().contains("unix:///nowhere/docker.sock"));
        assertTrue(err.toString().contains("./jbangw doctor"));
        assertFalse(Files.exists(folder.resolve("cron.csv")));
    }

    @Test
    void anUnknownContextIsNamedWithTheNextCommand() {
        assertEquals(
                Cli.FAILED,
                run("--context", "no-such-context", folder.resolve("cron.csv").toString()));

        isOneLine();
        assertTrue(err.toString().contains("no-such-context"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron.csv", "cron.jobs.csv", "cron.run.json"})
    void anEarlierCaptureIsNotOverwritten(String earlier) throws IOException {
        Files.writeString(folder.resolve(earlier), "precious");

        assertEquals(Cli.FAILED, run(folder.resolve("cron.csv").toString()));

        isOneLine();
        assertTrue(err.toString().contains(earlier));
        assertTrue(err.toString().contains("--force"));
        assertEquals("precious", Files.readString(folder.resolve(earlier)));
    }

    @Test
    void aFileThatIsNoCsvIsRefused() {
        assertEquals(Cli.FAILED, run(folder.resolve("cron.txt").toString()));

        isOneLine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2h70m", "2 h 70 m", "soon"})
    void aDurationThatIsNoneIsWrongUse(String duration) {
        assertEquals(Cli.USAGE, run("--duration", duration, folder.resolve("cron.csv").toString()));

        assertTrue(err.toString().contains(duration));
        assertTrue(err.toString().contains("Usage: benchmark.java"));
    }

    @Test
    void anIntervalLongerThanTheDurationIsWrongUse() {
        assertEquals(
                Cli.USAGE,
                run("--duration", "5s", "--interval", "6s", folder.resolve("cron.csv").toString()));

        assertTrue(err.toString().contains("--interval 6000 ms is longer than --duration 5000 ms"));
    }
}
