package etl.record;

import etl.Failure;
import etl.result.Comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What one reading of a whole stack takes: through the kernel's files, through the engine's
/// one-shot answers, and as the original did, through `docker stats`.
public final class SampleSpeed {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// Readings that are timed together where one is too short for a clock.
    private static final int TOGETHER = 200;

    private static final int CONTAINERS = 3;

    private SampleSpeed() {}

    /// A row for each of the two ways.
    public static List<Comparison> rows(SpeedBench bench) {
        return bench.measured(
                "one reading of %d containers".formatted(CONTAINERS),
                () -> {
                    try (SpeedStack stack =
                            SpeedStack.up(bench.systems(), bench.folder(), CONTAINERS)) {
                        return rows(stack, bench.turns());
                    }
                });
    }

    private static List<Comparison> rows(SpeedStack stack, Turns turns) {
        List<Comparison> rows = new ArrayList<>();
        try (Engine engine = Engine.connect(null, null)) {
            for (Readers readers : List.of(Readers.CGROUP, Readers.ENGINE)) {
                try (Stack watched = Stack.watch(engine, stack.project(), readers)) {
                    rows.add(
                            turns.compare(
                                    "one reading of %d containers by %s"
                                            .formatted(CONTAINERS, watched.sampler()),
                                    "ms",
                                    () -> readingMs(watched, readers),
                                    "docker stats --no-stream",
                                    () -> dockerStatsMs(stack)));
                }
            }
        }
        return rows;
    }

    private static double readingMs(Stack stack, Readers readers) {
        int readings = readers == Readers.CGROUP ? TOGETHER : 1;
        long began = System.nanoTime();
        for (int i = 0; i < readings; i++) {
            for (Member member : stack.running()) {
                if (member.sample(Instant.now(), i, true).isEmpty()) {
                    throw new Failure("container " + member.name + " does not answer any more");
                }
            }
        }
        return (System.nanoTime() - began) / 1e6 / readings;
    }

    private static double dockerStatsMs(SpeedStack stack) {
        List<String> command = new ArrayList<>(List.of("docker", "stats", "--no-stream"));
        command.addAll(stack.ids());
        long began = System.nanoTime();
        Shell.check(LIMIT, command.toArray(String[]::new));
        return (System.nanoTime() - began) / 1e6;
    }
}
