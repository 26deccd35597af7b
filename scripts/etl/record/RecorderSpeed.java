package etl.record;

import etl.Failure;
import etl.result.Comparison;
import etl.result.Run;
import etl.result.RunFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What the recorder costs while it records, as it says itself in its run JSON, beside a bare JVM
/// that only wakes as often.
///
/// @param root the repository
/// @param folder where captures go
/// @param window of each capture
public record RecorderSpeed(Path root, Path folder, Duration window) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// Prints the CPU seconds between its first and its last waking.
    private static final String WAKE =
            """
            import java.lang.management.ManagementFactory;

            class Wake {
                public static void main(String[] args) throws Exception {
                    long interval = Long.parseLong(args[0]) * 1_000_000;
                    long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000;
                    double before = cpu();
                    for (long next = System.nanoTime(); next < end; next += interval) {
                        long wait = next - System.nanoTime();
                        if (wait > 0) {
                            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                        }
                    }
                    System.out.println(cpu() - before);
                }

                static double cpu() {
                    var system = (com.sun.management.OperatingSystemMXBean)
                            ManagementFactory.getOperatingSystemMXBean();
                    return system.getProcessCpuTime() / 1e9;
                }
            }
            """;

    /// One capture of the stack.
    ///
    /// @param sampler `cgroup` or `engine`
    public Run record(SpeedStack stack, String sampler, Duration interval) {
        Path csv = folder.resolve("speed.csv");
        List<String> command = new ArrayList<>();
        command.add(root.resolve("jbangw").toString());
        command.addAll(List.of("benchmark.java", csv.toString(), "--project", stack.project()));
        command.addAll(List.of("--now", "--force", "--sampler", sampler));
        command.addAll(List.of("--interval", interval.toMillis() + "ms"));
        command.addAll(List.of("--duration", window.toMillis() + "ms"));
        Shell.check(LIMIT, command.toArray(String[]::new));
        return RunFile.read(folder.resolve("speed.run.json"));
    }

    /// Per cent of one core that a bare JVM takes to wake at an interval.
    public double wakingPercent(Duration interval) {
        Path home = Path.of(System.getProperty("java.home"), "bin");
        try {
            Path source = Files.writeString(folder.resolve("Wake.java"), WAKE);
            if (!Files.exists(folder.resolve("Wake.class"))) {
                Shell.check(
                        LIMIT,
                        home.resolve("javac").toString(),
                        "-d",
                        folder.toString(),
                        source.toString());
            }
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e, e);
        }
        String cpuS =
                Shell.check(
                        LIMIT,
                        home.resolve("java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder.toString(),
                        "Wake",
                        "" + interval.toMillis(),
                        "" + window.toMillis());
        return percent(Double.parseDouble(cpuS.strip()));
    }

    /// The rows of one capture.
    ///
    /// @param turns captures, and as many turns of the bare JVM
    public List<Comparison> rows(
            SpeedStack stack, int containers, String sampler, Duration interval, Turns turns) {
        List<Run> runs = new ArrayList<>();
        String how =
                "recorder, %d containers, each %d ms by %s"
                        .formatted(containers, interval.toMillis(), sampler);
        Comparison cpu =
                turns.compare(
                        how,
                        "% of a core",
                        () -> {
                            runs.add(record(stack, sampler, interval));
                            return percent(runs.getLast().recorder().captureCpuS());
                        },
                        "bare JVM that wakes",
                        () -> wakingPercent(interval));
        List<Run> kept = runs.subList(1, runs.size());
        List<Comparison> rows = new ArrayList<>(List.of(cpu));
        rows.add(
                Comparison.alone(
                        how, "MiB", values(kept, r -> r.recorder().peakRssMib()), "no peer"));
        rows.add(
                new Comparison(
                        how + ": gap p95",
                        "ms",
                        values(kept, r -> r.interval().p95Ms()),
                        "the interval",
                        values(kept, r -> r.interval().plannedMs())));
        rows.add(
                Comparison.alone(
                        how + ": missed",
                        "ticks",
                        values(kept, r -> (double) r.interval().missed()),
                        "no peer"));
        if (kept.stream().allMatch(r -> r.engineCost() != null)) {
            rows.add(
                    Comparison.alone(
                            how + ": engine meanwhile",
                            "% of a core",
                            values(kept, r -> percent(r.engineCost().cpuS())),
                            "no peer"));
        }
        return rows;
    }

    private static double[] values(List<Run> runs, ToDoubleFunction<Run> value) {
        return runs.stream().mapToDouble(value).toArray();
    }

    private double percent(double cpuS) {
        return 100 * cpuS / (window.toMillis() / 1000.0);
    }
}
