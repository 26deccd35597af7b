package etl.record;

import etl.Failure;
import etl.result.Comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Whether the recorder's memory stays where it is over a whole day: every instant is read and
/// written for real, only nothing is waited for between two.
public final class DaySpeed {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int HOUR = 3600;

    private DaySpeed() {}

    /// What is live on the heap while a window passes in fast motion, in KiB: a figure per hour of
    /// the window, the first after its first hour.
    ///
    /// @param stop ends it early: what is there so far comes back
    /// @throws Failure when the stack cannot be read by its cgroup files
    public static double[] heapKib(String project, Duration window, BooleanSupplier stop) {
        List<Double> kib = new ArrayList<>();
        FastForward fast = new FastForward();
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        try (Engine engine = Engine.connect(null, null);
                Stack stack = Stack.watch(engine, project, Readers.CGROUP);
                RawFile rows = RawFile.nowhere()) {
            Recorder recorder =
                    new Recorder(
                            stack, window, INTERVAL, () -> first.plusNanos(fast.nanos()), fast);
            recorder.beginAt(first);
            String ended =
                    recorder.record(
                            rows,
                            stop,
                            progress -> {
                                long second = Math.round(progress.elapsedS());
                                if (second > 0 && second % HOUR == 0) {
                                    kib.add(liveKib());
                                }
                            });
            if (ended.equals("stack-died")) {
                throw new Failure("the window in fast motion ended as " + ended);
            }
        }
        return kib.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// The row of a day: behind it, beside behind its first hour; none of a day that was stopped.
    public static List<Comparison> rows(SpeedStack stack, int containers, BooleanSupplier stop) {
        double[] kib = heapKib(stack.project(), DAY, stop);
        return kib.length < DAY.toHours()
                ? List.of()
                : List.of(
                        new Comparison(
                                "recorder, %d containers: live heap after 24 hours"
                                        .formatted(containers),
                                "KiB",
                                new double[] {kib[kib.length - 1]},
                                "itself after one hour",
                                new double[] {kib[0]}));
    }

    private static double liveKib() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0;
    }
}
