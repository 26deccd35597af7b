package etl.record;

import etl.Failure;
import etl.result.Comparison;
import etl.result.DockerSize;
import etl.result.SamplesCsv;
import etl.result.Statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// How much of a short spike is seen: by the recorder, and by `docker stats` asked again and again,
/// as the original did. Both look at the same container at the same time.
public final class SpikeSpeed {

    /// What the container takes more, MiB.
    private static final double SPIKE_MIB = 100;

    /// Holds a few spikes.
    private static final Duration WINDOW = Duration.ofSeconds(15);

    private static final String WHAT = "of a spike of 200 ms is seen";

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private SpikeSpeed() {}

    /// One row: per cent of the spike, in each of the turns.
    public static List<Comparison> rows(SpeedBench bench) {
        return bench.measured(
                WHAT,
                () -> {
                    try (SpeedStack stack = SpeedStack.spikes(bench.systems(), bench.folder())) {
                        return List.of(row(bench, stack));
                    }
                });
    }

    private static Comparison row(SpeedBench bench, SpeedStack stack) {
        RecorderSpeed recorder = new RecorderSpeed(bench, WINDOW);
        double[] ours = new double[bench.turns().count()];
        double[] theirs = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            List<Double> asked = new ArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            Thread loop = Thread.ofPlatform().start(() -> ask(stack, asked, over));
            try {
                recorder.record(stack, "cgroup", Duration.ofMillis(100));
            } finally {
                over.set(true);
                join(loop);
            }
            List<Double> recorded = new ArrayList<>();
            SamplesCsv.read(recorder.csv(), s -> recorded.add(s.memoryMib()), warning -> {});
            ours[i] = seen(recorded);
            theirs[i] = seen(asked);
        }
        return new Comparison(WHAT, "%", ours, "docker stats --no-stream, in a loop", theirs);
    }

    /// Until the capture is over, or the engine fails: then nothing was seen.
    private static void ask(SpeedStack stack, List<Double> asked, AtomicBoolean over) {
        try {
            while (!over.get()) {
                asked.add(dockerStatsMib(stack));
            }
        } catch (Failure e) {
            asked.clear();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }

    private static double seen(List<Double> mib) {
        double[] all = mib.stream().mapToDouble(Double::doubleValue).toArray();
        return 100 * (Statistics.max(all) - Statistics.min(all)) / SPIKE_MIB;
    }

    private static double dockerStatsMib(SpeedStack stack) {
        List<String> command = new ArrayList<>(List.of("docker", "stats", "--no-stream"));
        command.addAll(List.of("--format", "{{.MemUsage}}"));
        command.addAll(stack.ids());
        return DockerSize.usedMib(Shell.check(LIMIT, command.toArray(String[]::new)).strip());
    }
}
