package etl.record;

import static etl.record.RecordedStack.actions;
import static etl.record.RecordedStack.after;
import static etl.record.RecordedStack.capture;
import static etl.record.RecordedStack.lives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Capture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Containers that are started only after the recording has begun.
@NeedsEngine
class LateContainersTest {

    private static final String LATE =
            """
            services:
              calm:
                image: IMAGE
                init: true
                command: ["sleep", "600"]
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

    @Test
    void aLateContainerIsCountedFromItsStartOn() throws Exception {
        try (TestStack stack = TestStack.up(folder, LATE)) {
            Capture capture =
                    capture(folder, stack, 8, after(3, () -> stack.compose("up", "-d", "late")));

            assertTrue(lives(capture, stack.container("late")).getFirst().fromS() > 2);
            assertEquals(2, capture.timeline().containers().size());
            assertTrue(capture.timeline().instants().getLast().isComplete());
        }
    }

    @Test
    void aOneShotThatEndedWellDoesNotLeaveAHole() throws Exception {
        try (TestStack stack = TestStack.up(folder, LATE)) {
            Capture capture =
                    capture(folder, stack, 8, after(2, () -> stack.compose("up", "-d", "oneshot")));

            assertEquals(0, lives(capture, stack.container("oneshot")).getFirst().exitCode());
            assertTrue(capture.timeline().instants().getLast().isComplete());
        }
    }

    @Test
    void anOomKillIsRecorded() throws Exception {
        try (TestStack stack = TestStack.up(folder, LATE)) {
            Capture capture =
                    capture(folder, stack, 9, after(2, () -> stack.compose("up", "-d", "greedy")));

            assertTrue(lives(capture, stack.container("greedy")).getFirst().oomKilled());
            assertTrue(actions(capture.run()).contains("oom"));
        }
    }
}
