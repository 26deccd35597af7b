//SOURCES FiveSecondStack.java
//SOURCES Outcome.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.record.Shell;
import etl.record.TestStack;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.RunFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A recorder that is killed, interrupted or cannot write any more: what is kept.
@NeedsEngine
class benchmarkStopTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private static Path shared;
    @TempDir Path folder;

    private static TestStack stack;

    @BeforeAll
    static void start() throws IOException {
        stack = FiveSecondStack.up(shared);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private Path csv() {
        return folder.resolve("every-five.csv");
    }

    private Process started() throws IOException {
        // a shell's background jobs ignore Ctrl-C, and so would everything that they start
        String heedful =
                "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
                        + " os.execv(sys.argv[1], sys.argv[1:])";
        List<String> command = new ArrayList<>(List.of("python3", "-c", heedful));
        command.add(Repository.root().resolve("jbangw").toString());
        command.addAll(List.of("benchmark.java", "--project", stack.project(), "--now"));
        command.addAll(List.of("--duration", "60s", csv().toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output.txt").toFile())
                        .start();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (rows() < 30) {
            assertTrue(process.isAlive(), () -> text(folder.resolve("output.txt")));
            assertTrue(System.nanoTime() < deadline, "no rows after two minutes");
            pause();
        }
        return process;
    }

    private long rows() {
        return Files.exists(csv()) ? text(csv()).lines().count() : 0;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }

    @Test
    void aKilledRecorderLeavesACaptureThatIsReadWithOneWarning() throws Exception {
        Process process = started();
        process.destroyForcibly();
        process.waitFor();

        assertEquals("running", RunFile.read(CaptureFiles.of(csv()).run()).termination());
        Outcome analysed = Outcome.of(new analysis(), "--no-charts", folder);
        assertEquals(Cli.OK, analysed.exit());
        assertEquals(
                1,
                analysed.errLines().stream()
                        // what the machine was doing meanwhile is not what this is about
                        .filter(l -> l.contains("every-five") && !l.contains("spoils"))
                        .filter(l -> l.contains("warning"))
                        .count(),
                analysed.err());
    }

    @Test
    void anInterruptedRecorderKeepsAndMarksWhatItHas() throws Exception {
        Process process = started();
        Shell.check(LIMIT, "kill", "-INT", Long.toString(process.pid()));
        assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));

        assertEquals(Cli.INTERRUPTED, process.exitValue());
        Capture capture = Capture.read(CaptureFiles.of(csv()), w -> {});
        assertEquals("interrupted", capture.run().termination());
        assertTrue(capture.timeline().instants().size() >= 20);
        assertEquals(
                CaptureFiles.sha256(csv()),
                capture.run().sha256().get(csv().getFileName().toString()));
    }

    @Test
    void aDiskThatFillsUpKeepsTheRowsSoFar() throws IOException {
        assumeTrue(
                Shell.run(
                                LIMIT,
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=64k",
                                "none",
                                folder.toString())
                        .ok(),
                "a small disk can be made by root only");
        try {
            Outcome outcome =
                    Outcome.of(
                            new benchmark(),
                            "--project",
                            stack.project(),
                            "--now",
                            csv(),
                            "--duration",
                            "60s",
                            "--interval",
                            "10ms");

            assertEquals(Cli.FAILED, outcome.exit());
            assertTrue(outcome.err().contains("cannot be written any more"), outcome.err());
            assertFalse(outcome.err().contains("\tat "), outcome.err());
            List<String> warnings = new ArrayList<>();
            Capture capture = Capture.read(CaptureFiles.of(csv()), warnings::add);
            assertTrue(capture.timeline().instants().size() > 100);
        } finally {
            Shell.check(LIMIT, "umount", folder.toString());
        }
    }
}
