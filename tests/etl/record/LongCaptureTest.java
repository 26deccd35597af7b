package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// What the recorder keeps does not grow with the window.
@NeedsEngine
class LongCaptureTest {

    private static final String CALM =
            """
            services:
              calm:
                image: IMAGE
                init: true
                command: ["sleep", "3600"]
            """;

    /// Every object kept per instant, of 16 bytes at least, would be 13 MiB behind the day.
    private static final double ALLOWED_KIB = 1024;

    @TempDir Path folder;

    @Test
    void theHeapIsTheSameAfterADayAsAfterAnHour() throws Exception {
        try (TestStack stack = TestStack.up(folder, CALM)) {
            double[] kib = DaySpeed.heapKib(stack.project(), Duration.ofDays(1), () -> false);
            assertEquals(24, kib.length);
            assertTrue(kib[23] - kib[0] < ALLOWED_KIB, Arrays.toString(kib));
        }
    }
}
