package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.result.Capture;
import etl.result.Sample;
import etl.result.SamplesCsv;
import etl.result.Statistics;
import etl.result.Timeline.Point;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// Cgroup files and the engine's statistics must tell the same of the same seconds.
@NeedsEngine
class SamplersAgreeTest {

    private static final Duration WINDOW = Duration.ofSeconds(12);

    @TempDir Path folder;

    private record Both(Capture cgroup, Capture engine) {}

    private Both both(TestStack stack) throws Exception {
        try (Engine engine = Engine.connect(null, null)) {
            String id = engine.ofProject(stack.project()).getFirst().getId();
            assumeTrue(
                    Readers.CGROUP.open(engine, engine.inspect(id).orElseThrow()).isPresent(),
                    "the containers' cgroup files cannot be read on this machine");
        }
        CompletableFuture<Capture> engine =
                CompletableFuture.supplyAsync(() -> capture(stack, Readers.ENGINE));
        Capture cgroup = capture(stack, Readers.CGROUP);
        return new Both(cgroup, engine.get());
    }

    private Capture capture(TestStack stack, Readers readers) {
        return RecordedStack.capture(
                folder.resolve(readers.name() + ".csv"),
                stack.project(),
                readers,
                WINDOW,
                () -> {});
    }

    @Test
    void onAContainerAtRest() throws Exception {
        try (TestStack stack =
                TestStack.up(
                        folder,
                        """
                        services:
                          rest:
                            image: IMAGE
                            init: true
                            command: ["python3", "-c", "import time; x = b'x' * (40 << 20); time.sleep(600)"]
                        """)) {
            Thread.sleep(Duration.ofSeconds(2));
            Both both = both(stack);

            double memory = steady(both.cgroup());
            assertEquals(memory, steady(both.engine()), Math.max(0.5, 0.01 * memory), "MiB");
            // the counters since the container's start: at rest the difference over a window is all
            // but nothing, and 2 % of nothing says little
            double counter = lastCpuS("CGROUP");
            assertTrue(counter > 0.01, "starting Python took CPU time");
            assertEquals(counter, lastCpuS("ENGINE"), 0.02 * counter, "CPU seconds");
        }
    }

    @Test
    void onABusyContainer() throws Exception {
        try (TestStack stack =
                TestStack.up(
                        folder,
                        """
                        services:
                          busy:
                            image: IMAGE
                            init: true
                            cpus: 0.5
                            command: ["python3", "-c", "while True: pass"]
                        """)) {
            Both both = both(stack);

            double memory = steady(both.cgroup());
            assertEquals(memory, steady(both.engine()), Math.max(0.5, 0.01 * memory), "MiB");
            // both windows have the same length but not the same first instant, so rates are
            // compared
            double rate = both.cgroup().timeline().cpuS() / both.cgroup().timeline().lengthS();
            double other = both.engine().timeline().cpuS() / both.engine().timeline().lengthS();
            assertEquals(rate, other, 0.02 * rate, "CPU seconds per second");
        }
    }

    private double lastCpuS(String readers) {
        AtomicReference<Sample> last = new AtomicReference<>();
        SamplesCsv.read(folder.resolve(readers + ".csv"), last::set, w -> {});
        return last.get().cpuS();
    }

    private static double steady(Capture capture) {
        return Statistics.median(
                capture.timeline().complete().stream().mapToDouble(Point::memoryMib).toArray());
    }
}
