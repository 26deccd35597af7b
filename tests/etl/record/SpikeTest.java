package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Capture;
import etl.result.Sample;
import etl.result.SamplesCsv;
import etl.result.Timeline.Point;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// The case that the original missed: a job that takes much memory for a moment.
@NeedsEngine
class SpikeTest {

    /// Takes 100 MiB five times for 200 ms. Every page is written to: only then it is resident.
    private static final String STACK =
            """
            services:
              spike:
                image: IMAGE
                init: true
                command:
                  - python3
                  - -uc
                  - |
                    import time
                    time.sleep(4)
                    for _ in range(5):
                        block = b"x" * (100 << 20)
                        time.sleep(0.2)
                        del block
                        time.sleep(0.8)
                    time.sleep(600)
            """;

    @TempDir Path folder;

    @Test
    void sampledPeakAndKernelPeakBothShowIt() throws Exception {
        try (TestStack stack = TestStack.up(folder, STACK)) {
            Capture capture =
                    RecordedStack.capture(
                            folder.resolve("spike.csv"),
                            stack.project(),
                            Readers.AUTO,
                            Duration.ofSeconds(11),
                            () -> {});

            double rest = capture.timeline().instants().getLast().memoryMib();
            double sampled =
                    capture.timeline().complete().stream()
                            .mapToDouble(Point::memoryMib)
                            .max()
                            .orElseThrow();
            assertEquals(100, sampled - rest, 5, "sampled peak above the rest, MiB");
            // the kernel's mark counts page cache, too: as much as it stood at before the spikes
            double before = firstPeakMib();
            double kernel = capture.timeline().kernelPeakMib();
            assertTrue(kernel >= sampled, "the kernel missed nothing: " + kernel);
            assertTrue(kernel - before <= 105, kernel + " MiB after " + before);
        }
    }

    private double firstPeakMib() {
        AtomicReference<Sample> first = new AtomicReference<>();
        SamplesCsv.read(
                folder.resolve("spike.csv"), s -> first.compareAndSet(null, s), warning -> {});
        return first.get().peakMib();
    }
}
