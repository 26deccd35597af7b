package etl.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// A recording for nothing, so that the machine code of an instant is made and its classes are
/// loaded before the window begins and not inside of what is measured.
public final class WarmUp {

    /// The JVM compiles a method once it was called 200 times, or some hundred times more while
    /// other methods wait to be compiled. What is called once a second is called at every second
    /// instant here.
    private static final int READINGS = 3000;

    /// With many containers; they take about a second.
    private static final int LEAST_INSTANTS = 500;

    private static final Duration INTERVAL = Duration.ofMillis(500);

    /// By the engine a reading takes too long for that.
    private static final int READINGS_BY_ENGINE = 20;

    private WarmUp() {}

    /// Records the stack in fast motion. What is wrong with it is told by the recording itself.
    ///
    /// @param stop ends it early
    public static void of(Stack stack, BooleanSupplier stop) {
        int containers = stack.running().size();
        if (containers == 0) {
            return;
        }
        boolean byEngine = !stack.sampler().equals("cgroup");
        int instants =
                byEngine
                        ? Math.max(1, READINGS_BY_ENGINE / containers)
                        : Math.max(LEAST_INSTANTS, READINGS / containers);
        Recorder recorder =
                new Recorder(
                        stack,
                        INTERVAL.multipliedBy(instants - 1L), // both ends are instants
                        INTERVAL,
                        InstantSource.system(),
                        new FastForward());
        try (RawFile rows = RawFile.nowhere()) {
            recorder.beginAt(Instant.now());
            recorder.record(rows, stop, WarmUp::show);
        }
        stack.lives().forEach(Member::forget);
        FireWatch.rehearse(stack, stop);
    }

    private static void show(Recorder.Progress p) {
        new CaptureProgress(p.elapsedS(), p.leftS(), p.mib(), 0).text();
    }
}
