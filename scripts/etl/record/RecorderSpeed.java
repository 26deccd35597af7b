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

/// What the recorder costs while it records, as it says itself in its run JSON, beside a bare JVM
/// that only wakes as often.
///
/// @param window of each capture
public record RecorderSpeed(SpeedBench bench, Duration window) {

    private static final Duration TENTH = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// The number of containers for which the bounds are stated: it is looked at longer, because
    /// the kernel tells CPU time in steps of 10 ms.
    private static final int USUAL = 3;

    private static final int[] CONTAINERS = {1, USUAL, 10, 40};

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// Prints the CPU seconds between its first and its last waking.
    private static final String WAKE =
            """
            import java.io.File;
            import java.lang.management.ManagementFactory;
            import java.nio.file.Files;

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

                // of all its threads, none of which ends; the process's own figure is in 10 ms
                static double cpu() throws Exception {
                    double ns = 0;
                    File[] threads = new File("/proc/self/task").listFiles();
                    if (threads == null) {
                        var system = (com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean();
                        return system.getProcessCpuTime() / 1e9;
                    }
                    for (File thread : threads) {
                        String times = Files.readString(thread.toPath().resolve("schedstat"));
                        ns += Double.parseDouble(times.split(" ")[0]);
                    }
                    return ns / 1e9;
                }
            }
            """;

    /// How the cost grows with the number of containers, and whether memory stays over a day.
    public static List<Comparison> growth(SpeedBench bench) {
        List<Comparison> rows = new ArrayList<>();
        for (int containers : CONTAINERS) {
            Duration window = Duration.ofSeconds(containers == USUAL ? 60 : 30);
            RecorderSpeed speed = new RecorderSpeed(bench, window);
            rows.addAll(
                    bench.measured(
                            "recorder, %d containers".formatted(containers),
                            () -> speed.rows(containers)));
        }
        return rows;
    }

    private List<Comparison> rows(int containers) {
        try (SpeedStack stack = SpeedStack.up(bench.systems(), bench.folder(), containers)) {
            List<Comparison> rows = new ArrayList<>(rows(stack, containers, "cgroup", TENTH));
            if (containers == USUAL) {
                rows.addAll(
                        bench.measured(
                                "recorder by the engine",
                                () -> rows(stack, containers, "engine", SECOND)));
                rows.addAll(
                        bench.measured(
                                "recorder over 24 hours",
                                () -> DaySpeed.rows(stack, containers, bench.stopped())));
            }
            return rows;
        }
    }

    /// One capture of the stack.
    ///
    /// @param sampler `cgroup` or `engine`
    public Run record(SpeedStack stack, String sampler, Duration interval) {
        Path csv = csv();
        List<String> command = new ArrayList<>();
        command.addAll(bench.jbangw("benchmark.java", csv.toString()));
        command.addAll(List.of("--project", stack.project(), "--now", "--force"));
        command.addAll(List.of("--sampler", sampler));
        command.addAll(List.of("--interval", interval.toMillis() + "ms"));
        command.addAll(List.of("--duration", window.toMillis() + "ms"));
        Shell.check(LIMIT, command.toArray(String[]::new));
        return RunFile.read(csv.resolveSibling("speed.run.json"));
    }

    /// Where the samples of the last capture are.
    public Path csv() {
        return bench.folder().resolve("speed.csv");
    }

    /// Per cent of one core that a bare JVM takes to wake at an interval.
    public double wakingPercent(Duration interval) {
        Path home = Path.of(System.getProperty("java.home"), "bin");
        Path folder = bench.folder();
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

    /// The rows of one capture, and of the bare JVM behind it.
    private List<Comparison> rows(
            SpeedStack stack, int containers, String sampler, Duration interval) {
        Run run = record(stack, sampler, interval);
        String how =
                "recorder, %d containers, each %d ms by %s"
                        .formatted(containers, interval.toMillis(), sampler);
        List<Comparison> rows = new ArrayList<>();
        Comparison cpu =
                one(
                        how,
                        "% of a core",
                        percent(run.recorder().captureCpuS()),
                        "bare JVM that wakes",
                        wakingPercent(interval));
        rows.add(sampler.equals("cgroup") ? cpu.at("containers", containers) : cpu);
        rows.add(one(how, "MiB", run.recorder().peakRssMib(), "no peer"));
        rows.add(
                one(
                        how + ": gap p95",
                        "ms",
                        run.interval().p95Ms(),
                        "the interval",
                        run.interval().plannedMs()));
        rows.add(one(how + ": missed", "ticks", run.interval().missed(), "no peer"));
        if (run.engineCost() != null) {
            double engine = percent(run.engineCost().cpuS());
            rows.add(one(how + ": engine meanwhile", "% of a core", engine, "no peer"));
        }
        return rows;
    }

    private static Comparison one(
            String what, String unit, double ours, String peer, double theirs) {
        return new Comparison(what, unit, new double[] {ours}, peer, new double[] {theirs});
    }

    private static Comparison one(String what, String unit, double ours, String reason) {
        return Comparison.alone(what, unit, new double[] {ours}, reason);
    }

    private double percent(double cpuS) {
        return 100 * cpuS / (window.toMillis() / 1000.0);
    }
}
