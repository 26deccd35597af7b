package etl.record;

import etl.result.Comparison;
import etl.result.Run;
import etl.result.RunFile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What the recorder costs while it records, as it says itself in its run JSON, beside a bare JVM
/// that only wakes as often.
///
/// @param window of each capture
public record RecorderSpeed(SpeedBench bench, Duration window) {

    private static final Duration TENTH = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// The number of containers for which the bounds are stated: it is looked at longer, because
    /// the kernel tells CPU time in steps of 10 ms, and in turn with its peer.
    private static final int USUAL = 3;

    private static final int TURNS = 3;

    private static final int[] CONTAINERS = {1, USUAL, 10, 40};

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// How the cost grows with the number of containers, and whether memory stays over a day.
    public static List<Comparison> growth(SpeedBench bench) {
        List<Comparison> rows = new ArrayList<>();
        for (int containers : CONTAINERS) {
            Duration window = Duration.ofSeconds(containers == USUAL ? 40 : 20);
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
            int turns = containers == USUAL ? TURNS : 1;
            List<Comparison> rows =
                    new ArrayList<>(rows(stack, containers, "cgroup", TENTH, turns));
            if (containers == USUAL) {
                rows.addAll(
                        bench.measured(
                                "recorder by the engine",
                                () -> rows(stack, containers, "engine", SECOND, 1)));
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

    /// The rows of captures, and of the bare JVM behind each of them.
    private List<Comparison> rows(
            SpeedStack stack, int containers, String sampler, Duration interval, int turns) {
        List<Run> runs = new ArrayList<>();
        double[] waking = new double[turns];
        for (int i = 0; i < turns && (i == 0 || !bench.stopped().getAsBoolean()); i++) {
            runs.add(record(stack, sampler, interval));
            waking[i] = percent(WakingJvm.cpuS(bench.folder(), interval, window));
        }
        String how =
                "recorder, %d containers, each %d ms by %s"
                        .formatted(containers, interval.toMillis(), sampler);
        List<Comparison> rows = new ArrayList<>();
        Comparison cpu =
                new Comparison(
                        how,
                        "% of a core",
                        all(runs, run -> percent(run.recorder().captureCpuS())),
                        "bare JVM that wakes",
                        Arrays.copyOf(waking, runs.size()));
        rows.add(sampler.equals("cgroup") ? cpu.at("containers", containers) : cpu);
        rows.add(alone(how, "MiB", all(runs, run -> run.recorder().peakRssMib())));
        rows.add(
                new Comparison(
                        how + ": gap p95",
                        "ms",
                        all(runs, run -> run.interval().p95Ms()),
                        "the interval",
                        all(runs, run -> run.interval().plannedMs())));
        rows.add(alone(how + ": missed", "ticks", all(runs, run -> run.interval().missed())));
        if (runs.stream().allMatch(run -> run.engineCost() != null)) {
            double[] engine = all(runs, run -> percent(run.engineCost().cpuS()));
            rows.add(alone(how + ": engine meanwhile", "% of a core", engine));
        }
        return rows;
    }

    private static double[] all(List<Run> runs, ToDoubleFunction<Run> number) {
        return runs.stream().mapToDouble(number).toArray();
    }

    private static Comparison alone(String what, String unit, double[] ours) {
        return Comparison.alone(what, unit, ours, "no peer");
    }

    private double percent(double cpuS) {
        return 100 * cpuS / (window.toMillis() / 1000.0);
    }
}
