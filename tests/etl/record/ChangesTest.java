package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Capture;
import etl.result.Run;
import etl.result.Timeline.Point;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Containers that come, go and come again while a stack is recorded.
@NeedsEngine
class ChangesTest {

    private static final String TWO =
            """
            services:
              calm:
                image: IMAGE
                init: true
                command: ["sleep", "600"]
              other:
                image: IMAGE
                init: true
                stop_signal: SIGKILL
                command:
                  - python3
                  - -c
                  - |
                    import time
                    block = b"x" * (20 << 20)
                    open("/tmp/ready", "w").close()
                    time.sleep(600)
                healthcheck: # the memory is there before anything is recorded
                  test: ["CMD", "test", "-e", "/tmp/ready"]
                  start_period: 30s
                  start_interval: 1s
                  interval: 1h
              late:
                image: IMAGE
                init: true
                profiles: [later]
                command: ["sleep", "600"]
              oneshot:
                image: IMAGE
                profiles: [later]
                command: ["sleep", "1"]
              greedy:
                image: IMAGE
                mem_limit: 30m
                memswap_limit: 30m
                profiles: [later]
                command: ["python3", "-c", "import time; time.sleep(1); x = b'x' * (200 << 20)"]
            """;

    @TempDir Path folder;

    private Capture capture(TestStack stack, int seconds, Runnable meanwhile) {
        return RecordedStack.capture(
                folder.resolve("changes.csv"),
                stack.project(),
                Readers.AUTO,
                Duration.ofSeconds(seconds),
                meanwhile);
    }

    @Test
    void aRestartIsASecondLifeAndNeverANegativeCpuTime() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            Capture capture =
                    capture(stack, 8, () -> after(3, () -> stack.compose("restart", "other")));

            List<Run.Life> lives = lives(capture, stack.container("other"));
            assertEquals(2, lives.size());
            assertEquals(137, lives.getFirst().exitCode());
            assertTrue(lives.getLast().fromS() > 2, "the second life began in the window");
            assertTrue(RecordedStack.actions(capture.run()).containsAll(List.of("die", "start")));
            double before = 0;
            for (Point point : capture.timeline().instants()) {
                assertTrue(point.cpuS() >= before, "CPU time of the stack never falls");
                before = point.cpuS();
            }
        }
    }

    @Test
    void aStoppedContainerIsMissingAndNotZero() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            Capture capture =
                    capture(stack, 8, () -> after(3, () -> stack.compose("stop", "other")));

            List<Point> instants = capture.timeline().instants();
            assertTrue(instants.getFirst().isComplete());
            assertFalse(instants.getLast().isComplete(), "half a stack is not summed");
            assertTrue(capture.timeline().complete().stream().allMatch(p -> p.memoryMib() > 20));
        }
    }

    @Test
    void aPausedContainerKeepsItsMemoryAndIsAnEvent() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            Capture capture =
                    capture(stack, 7, () -> after(3, () -> stack.compose("pause", "other")));
            stack.compose("unpause", "other");

            assertTrue(RecordedStack.actions(capture.run()).contains("pause"));
            assertTrue(capture.timeline().instants().getLast().memoryMib() > 20);
        }
    }

    @Test
    void aRemovedContainerIsAnEvent() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            Capture capture =
                    capture(
                            stack,
                            8,
                            () ->
                                    after(
                                            3,
                                            () ->
                                                    stack.compose(
                                                            "rm", "--stop", "--force", "other")));

            assertTrue(RecordedStack.actions(capture.run()).contains("destroy"));
        }
    }

    @Test
    void aLateContainerIsCountedFromItsStartOn() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            Capture capture =
                    capture(stack, 8, () -> after(3, () -> stack.compose("up", "-d", "late")));

            assertTrue(lives(capture, stack.container("late")).getFirst().fromS() > 2);
            assertEquals(3, capture.timeline().containers().size());
            assertTrue(capture.timeline().instants().getLast().isComplete());
        }
    }

    @Test
    void aOneShotThatEndedWellDoesNotLeaveAHole() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            Capture capture =
                    capture(stack, 8, () -> after(2, () -> stack.compose("up", "-d", "oneshot")));

            assertEquals(0, lives(capture, stack.container("oneshot")).getFirst().exitCode());
            assertTrue(capture.timeline().instants().getLast().isComplete());
        }
    }

    @Test
    void anOomKillIsRecorded() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            Capture capture =
                    capture(stack, 9, () -> after(2, () -> stack.compose("up", "-d", "greedy")));

            assertTrue(lives(capture, stack.container("greedy")).getFirst().oomKilled());
            assertTrue(RecordedStack.actions(capture.run()).contains("oom"));
        }
    }

    @Test
    void aForeignContainerIsNotCounted(@TempDir Path elsewhere) throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO);
                TestStack foreign = TestStack.up(elsewhere, TWO)) {
            Capture capture = capture(stack, 3, () -> {});

            assertEquals(
                    List.of(stack.container("calm"), stack.container("other")),
                    capture.timeline().containers().stream().sorted().toList());
            assertFalse(capture.timeline().containers().contains(foreign.container("calm")));
        }
    }

    /// An image that Compose built carries its project's label, and so does whatever runs from it.
    @Test
    void aContainerFromTheStacksOwnImageIsNotCounted() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            String label = Engine.PROJECT + "=" + stack.project();
            Duration limit = Duration.ofMinutes(1);
            String image = TestStack.IMAGE;
            String id =
                    Shell.check(
                                    limit, "docker", "run", "-d", "--label", label, image, "sleep",
                                    "99")
                            .strip();
            try {
                assertEquals(2, capture(stack, 3, () -> {}).timeline().containers().size());
            } finally {
                Shell.check(limit, "docker", "rm", "--force", id);
            }
        }
    }

    @Test
    void aStackThatDiesEndsTheCapture() throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO)) {
            Capture capture = capture(stack, 120, () -> after(1, () -> stack.compose("kill")));

            assertEquals("stack-died", capture.run().termination());
            assertTrue(capture.run().window().keptS() < 60);
        }
    }

    private static List<Run.Life> lives(Capture capture, String container) {
        return capture.run().containers().stream().filter(l -> l.name().equals(container)).toList();
    }

    private static void after(int seconds, Runnable action) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
        action.run();
    }
}
