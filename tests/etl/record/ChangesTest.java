package etl.record;

import static etl.record.RecordedStack.actions;
import static etl.record.RecordedStack.after;
import static etl.record.RecordedStack.capture;
import static etl.record.RecordedStack.lives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Capture;
import etl.result.Run;
import etl.result.Timeline.Point;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// Containers that go, and come again, while a stack is recorded.
@NeedsEngine
class ChangesTest {

    private static final String PAIR =
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
            """;

    @TempDir Path folder;

    @Test
    void aRestartIsASecondLifeAndNeverANegativeCpuTime() throws Exception {
        try (TestStack stack = TestStack.up(folder, PAIR)) {
            Capture capture =
                    capture(folder, stack, 8, after(3, () -> stack.compose("restart", "other")));

            List<Run.Life> lives = lives(capture, stack.container("other"));
            assertEquals(2, lives.size());
            assertEquals(137, lives.getFirst().exitCode());
            assertTrue(lives.getLast().fromS() > 2, "the second life began in the window");
            assertTrue(actions(capture.run()).containsAll(List.of("die", "start")));
            double before = 0;
            for (Point point : capture.timeline().instants()) {
                assertTrue(point.cpuS() >= before, "CPU time of the stack never falls");
                before = point.cpuS();
            }
        }
    }

    @Test
    void aStoppedContainerIsMissingAndNotZero() throws Exception {
        try (TestStack stack = TestStack.up(folder, PAIR)) {
            Capture capture =
                    capture(folder, stack, 8, after(3, () -> stack.compose("stop", "other")));

            List<Point> instants = capture.timeline().instants();
            assertTrue(instants.getFirst().isComplete());
            assertFalse(instants.getLast().isComplete(), "half a stack is not summed");
            assertTrue(capture.timeline().complete().stream().allMatch(p -> p.memoryMib() > 20));
        }
    }

    @Test
    void aPausedContainerKeepsItsMemoryAndIsAnEvent() throws Exception {
        try (TestStack stack = TestStack.up(folder, PAIR)) {
            Capture capture =
                    capture(folder, stack, 7, after(3, () -> stack.compose("pause", "other")));
            stack.compose("unpause", "other");

            assertTrue(actions(capture.run()).contains("pause"));
            assertTrue(capture.timeline().instants().getLast().memoryMib() > 20);
        }
    }

    @Test
    void aRemovedContainerIsAnEvent() throws Exception {
        try (TestStack stack = TestStack.up(folder, PAIR)) {
            Capture capture =
                    capture(
                            folder,
                            stack,
                            8,
                            after(3, () -> stack.compose("rm", "--stop", "--force", "other")));

            assertTrue(actions(capture.run()).contains("destroy"));
        }
    }

    @Test
    void aStackThatDiesEndsTheCapture() throws Exception {
        try (TestStack stack = TestStack.up(folder, PAIR)) {
            Capture capture = capture(folder, stack, 120, after(1, () -> stack.compose("kill")));

            assertEquals("stack-died", capture.run().termination());
            assertTrue(capture.run().window().keptS() < 60);
        }
    }
}
