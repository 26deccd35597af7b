package etl.record;

import static etl.record.RecordedStack.actions;
import static etl.record.RecordedStack.after;
import static etl.record.RecordedStack.lives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Capture;
import etl.result.Jobs;
import etl.result.Run;
import etl.result.Timeline.Point;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The engine goes away while a stack is recorded: a private one, never the machine's own.
@NeedsEngine
class EngineRestartTest {

    /// A job every second, and a container that the engine starts again.
    private static final String STACK =
            """
            services:
              scheduler:
                image: IMAGE
                init: true
                network_mode: none
                volumes: ["runs:/runs", "TASK:/app/etl_task.py:ro"]
                environment: { ETL_TASK_SECONDS: "0.1" }
                command: ["sh", "-c", "trap 'exit 0' TERM; while :; do python3 /app/etl_task.py; sleep 1; done"]
              back:
                image: IMAGE
                init: true
                network_mode: none
                restart: always
                stop_signal: SIGKILL
                command: ["sleep", "600"]
            volumes:
              runs:
            x-benchmark:
              title: Restart
              period_s: 5
            """;

    @TempDir Path folder;

    private TestStack up(PrivateEngine engine) throws IOException {
        Path task = TestStack.repository().resolve("etl_task.py");
        return TestStack.up(engine.host(), folder, STACK.replace("TASK", task.toString()));
    }

    private Capture capture(PrivateEngine engine, TestStack stack, Runnable meanwhile) {
        return RecordedStack.capture(
                engine.host(),
                folder.resolve("restart.csv"),
                stack.project(),
                Readers.AUTO,
                Duration.ofSeconds(18),
                meanwhile);
    }

    @Test
    void whatWasStoppedWithTheEngineIsMissingAndWhatCameBackIsASecondLife() throws Exception {
        try (PrivateEngine engine = PrivateEngine.up();
                TestStack stack = up(engine)) {
            // by then one of the five-second periods has begun
            Capture capture = capture(engine, stack, after(7, engine::restart));

            Run run = capture.run();
            assertEquals("normal", run.termination());
            assertTrue(
                    actions(run).containsAll(List.of("events-lost", "events-again")),
                    actions(run).toString());
            assertEquals(1, run.warnings().stream().filter(w -> w.contains("went away")).count());
            assertNull(run.engineCost(), "the engine that was asked before is another process");
            List<Run.Life> scheduler = lives(capture, stack.container("scheduler"));
            assertEquals(1, scheduler.size());
            assertNotNull(scheduler.getFirst().toS());
            assertTrue(scheduler.getFirst().toS() > 6, scheduler.toString());
            assertEquals(2, lives(capture, stack.container("back")).size());
            List<Point> instants = capture.timeline().instants();
            assertTrue(instants.getFirst().isComplete());
            assertFalse(instants.getLast().isComplete(), "half a stack is not summed");
            assertTrue(capture.timeline().complete().stream().allMatch(p -> p.memoryMib() > 0.5));
            assertTrue(
                    Jobs.of(capture.fires()).fired() > 0,
                    "the ledger is read from the stopped container");
        }
    }

    @Test
    void containersThatOutliveTheEngineAreReadWithoutAGap() throws Exception {
        try (PrivateEngine engine = PrivateEngine.up("--live-restore");
                TestStack stack = up(engine)) {
            RecordedStack.Step restartAndKill =
                    () -> {
                        engine.restart();
                        Thread.sleep(Duration.ofSeconds(1));
                        stack.compose("kill", "back");
                    };
            Capture capture = capture(engine, stack, after(3, restartAndKill));

            Run run = capture.run();
            assertEquals("normal", run.termination());
            double back = at(run, "events-again");
            double died = at(run, "die");
            assertTrue(back > at(run, "events-lost") && died > back, run.events().toString());
            assertTrue(
                    capture.timeline().instants().stream()
                            .filter(p -> p.elapsedS() < died - 0.5)
                            .allMatch(Point::isComplete),
                    "the kernel's files do not need the engine");
            assertEquals(1, lives(capture, stack.container("scheduler")).size());
        }
    }

    private static double at(Run run, String action) {
        return run.events().stream()
                .filter(e -> e.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " not in " + run.events()))
                .elapsedS();
    }

    @Test
    void anEngineThatStaysAwayLeavesTheRowsAndNoFires() throws Exception {
        try (PrivateEngine engine = PrivateEngine.up("--live-restore");
                TestStack stack = up(engine)) {
            Capture capture;
            try {
                capture = capture(engine, stack, after(3, engine::stop));
            } finally {
                engine.start();
            }

            assertEquals("engine-lost", capture.run().termination());
            assertNull(capture.fires());
            assertFalse(Files.exists(folder.resolve("restart.jobs.csv")));
            assertTrue(capture.run().sha256().containsKey("restart.csv"));
            List<Point> instants = capture.timeline().instants();
            assertTrue(instants.stream().allMatch(Point::isComplete), "none needs the engine");
            assertEquals(18, instants.getLast().elapsedS(), 1);
            assertEquals(
                    1,
                    capture.run().warnings().stream()
                            .filter(w -> w.contains("does not answer"))
                            .count());
        }
    }
}
