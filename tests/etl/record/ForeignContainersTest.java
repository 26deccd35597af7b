package etl.record;

import static etl.record.RecordedStack.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import etl.result.Capture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Containers that run beside a recorded stack and are none of it.
@NeedsEngine
class ForeignContainersTest {

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
                command: ["sleep", "600"]
            """;

    @TempDir Path folder;

    @Test
    void aForeignContainerIsNotCounted(@TempDir Path elsewhere) throws Exception {
        try (TestStack stack = TestStack.up(folder, TWO);
                TestStack foreign = TestStack.up(elsewhere, TWO)) {
            Capture capture = capture(folder, stack, 3, () -> {});

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
                assertEquals(2, capture(folder, stack, 3, () -> {}).timeline().containers().size());
            } finally {
                Shell.check(limit, "docker", "rm", "--force", id);
            }
        }
    }
}
