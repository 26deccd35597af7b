import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.Cli;
import etl.record.Engine;
import etl.record.Ledger;
import etl.record.LedgerFile;
import etl.record.NeedsEngine;
import etl.record.Shell;
import etl.record.TestStack;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Fire;
import etl.result.Run;
import etl.result.RunFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `benchmark.java` as a person types it, against a real stack: a scheduler that fires the real job
/// every five seconds.
@NeedsEngine
class benchmarkEngineTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String SCHEDULER =
            """
            services:
              scheduler:
                image: IMAGE
                init: true
                environment: { ETL_TASK_SECONDS: "0.5" }
                volumes:
                  - TASK:/app/etl_task.py:ro
                  - runs:/runs
                command:
                  - python3
                  - -uc
                  - |
                    import subprocess, time
                    while True:
                        time.sleep(5 - time.time() % 5)
                        subprocess.run(["python3", "/app/etl_task.py"])
            volumes:
              runs:
            x-benchmark:
              title: Every five seconds
              version_command: { service: scheduler, command: ["echo", "1.2.3"] }
              period_s: 5
            """;

    @TempDir private static Path shared;
    @TempDir Path folder;

    private static TestStack stack;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        Path task = Repository.root().resolve("etl_task.py");
        stack = TestStack.up(shared, SCHEDULER.replace("TASK", task.toString()));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private int run(String... args) {
        return Cli.commandLine(new benchmark())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    private Path csv() {
        return folder.resolve("every-five.csv");
    }

    private String[] arguments(String... more) {
        List<String> all =
                new ArrayList<>(List.of("--project", stack.project(), "--now", csv().toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void aWindowIsKeptAndEveryFireIsSeen() {
        assertEquals(Cli.OK, run(arguments("--duration", "20s")), err.toString());

        Capture capture = Capture.read(CaptureFiles.of(csv()), w -> {});
        assertEquals(5, out.toString().lines().count(), out.toString());
        assertTrue(out.toString().contains("next      jbang analysis.java"));
        assertEquals(20, capture.timeline().lengthS(), capture.run().interval().plannedMs() / 1000);
        assertEquals(4, capture.fires().size());
        for (Fire fire : capture.fires()) {
            assertEquals(0, fire.exitCode());
            assertTrue(fire.durationMs() >= 500);
        }
        Run run = capture.run();
        assertEquals("normal", run.termination());
        assertEquals("Every five seconds", run.title());
        assertEquals("1.2.3", run.version());
        assertEquals(CaptureFiles.sha256(csv()), run.sha256().get("every-five.csv"));
        assertTrue(run.recorder().peakRssMib() > 0);
    }

    @Test
    void theOriginalsFormatIsReadBack() {
        assertEquals(
                Cli.OK,
                run(arguments("--duration", "5s", "--interval", "1s", "--format", "docker_stats")));

        Capture capture = Capture.read(CaptureFiles.of(csv()), w -> {});
        assertTrue(capture.timeline().complete().getLast().memoryMib() > 1);
        assertNull(capture.timeline().instants().getFirst().timestamp());
    }

    @Test
    void aProjectThatDoesNotRunIsNamedWithThoseThatDo() {
        assertEquals(Cli.FAILED, run("--project", "not-there", csv().toString()));

        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("not-there is not running"));
        assertTrue(err.toString().contains(stack.project()));
    }

    @Test
    void aNameThatIsNoSystemAsksForTheProject() {
        assertEquals(Cli.FAILED, run(csv().toString()));

        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("--project"));
        assertTrue(err.toString().contains(stack.project()));
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldBeforeTheWindow() {
        assertEquals(
                Cli.FAILED, run("--project", stack.project(), "--now", "/proc/no/such/place.csv"));

        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("/proc/no/such/place.csv"));
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
            assertEquals(Cli.FAILED, run(arguments("--duration", "60s", "--interval", "10ms")));

            assertTrue(err.toString().contains("cannot be written any more"), err.toString());
            assertFalse(err.toString().contains("\tat "), err.toString());
            List<String> warnings = new ArrayList<>();
            Capture capture = Capture.read(CaptureFiles.of(csv()), warnings::add);
            assertTrue(capture.timeline().instants().size() > 100);
        } finally {
            Shell.check(LIMIT, "umount", folder.toString());
        }
    }

    private Process started() throws IOException {
        // a shell's background jobs ignore Ctrl-C, and so would everything that they start
        String heedful =
                "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
                        + " os.execv(sys.argv[1], sys.argv[1:])";
        List<String> command = new ArrayList<>(List.of("python3", "-c", heedful));
        command.add(Repository.root().resolve("jbangw").toString());
        command.add("benchmark.java");
        command.addAll(List.of(arguments("--duration", "60s")));
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
        StringWriter warnings = new StringWriter();
        int code =
                Cli.commandLine(new analysis())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(warnings))
                        .execute("--no-charts", folder.toString());
        assertEquals(Cli.OK, code);
        assertEquals(
                1,
                warnings.toString()
                        .lines()
                        // what the machine was doing meanwhile is not what this is about
                        .filter(l -> l.contains("every-five") && !l.contains("spoils"))
                        .filter(l -> l.contains("warning"))
                        .count(),
                warnings.toString());
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
    void fiftyParallelWritersDoNotTearTheLedger() throws Exception {
        Path task = Repository.root().resolve("etl_task.py");
        String services =
                """
                services:
                  crowd:
                    image: IMAGE
                    init: true
                    environment: { ETL_TASK_SECONDS: "0.2" }
                    volumes:
                      - TASK:/app/etl_task.py:ro
                      - runs:/runs
                    command:
                      - python3
                      - -uc
                      - |
                        import subprocess, time
                        task = ["python3", "/app/etl_task.py"]
                        for each in [subprocess.Popen(task) for _ in range(50)]:
                            each.wait()
                        print("all ended")
                        time.sleep(600)
                volumes:
                  runs:
                """;
        try (TestStack crowd = TestStack.up(folder, services.replace("TASK", task.toString()));
                Engine engine = Engine.connect(null, null)) {
            while (!crowd.compose("logs").contains("all ended")) {
                pause();
            }
            Ledger ledger = LedgerFile.read(engine, crowd.project()).orElseThrow();

            assertEquals(50, ledger.entries().size());
            assertTrue(ledger.entries().stream().allMatch(e -> e.exitCode() == 0));
        }
    }
}
