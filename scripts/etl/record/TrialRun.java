package etl.record;

import etl.Failure;
import etl.Interrupt;
import etl.result.Fire;
import etl.result.LimitSearch;
import etl.result.Run;
import etl.result.Trial;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One start of a stack under a memory limit, watched until it has kept its schedule or something
/// breaks; the first kill for want of memory ends it.
final class TrialRun {

    /// A system that has let so many fires pass does not schedule.
    private static final int FIRES_AWAITED = 5;

    private static final Duration LEDGER_AGAIN = Duration.ofSeconds(2);

    private final Engine engine;
    private final ComposeProject stack;
    private final StackGroup group;
    private final LimitSearch.Step step;
    private final Interrupt interrupt;
    private final KillWatch kills;
    private final GroupMembers members;
    private final KeptSchedule schedule;
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long beganNanos = System.nanoTime();

    private String phase;

    // of the scheduled times; NaN until they are over
    private double windowS = Double.NaN;
    private double cpuS = Double.NaN;
    private double majorFaultsPerS = Double.NaN;
    private double latestMs = Double.NaN;
    private Run.EngineCost engineCost;

    /// @param stack the system's own, labelled
    /// @param group in which its containers will run
    /// @param folder for the override
    TrialRun(
            Engine engine,
            ComposeProject stack,
            StackGroup group,
            LimitSearch.Step step,
            Path folder,
            Interrupt interrupt) {
        this.engine = engine;
        this.stack = LimitOverride.over(stack, group.parent(), step, folder);
        this.group = group;
        this.step = step;
        this.interrupt = interrupt;
        this.kills = new KillWatch(engine, group);
        this.members = new GroupMembers(engine, stack.name(), group);
        this.schedule =
                new KeptSchedule(engine, stack.name(), Duration.ofSeconds(stack.facts().periodS()));
        if (step.limitMib() != null) {
            group.limit(step.limitMib());
        }
    }

    /// The stack under its limit, to be taken down by the caller.
    ComposeProject stack() {
        return stack;
    }

    /// Starts the stack and watches it. It stays up, for its logs to be read.
    ///
    /// @return empty where a person interrupted
    Optional<Trial> run() {
        String breaks = null;
        try {
            new WatchedStart(engine, stack, kills, interrupt, name -> phase = name).run();
            members.requireInGroup();
            fires(firstFire());
            kills.requireNoneInLog();
        } catch (EngineAway e) {
            throw e; // nothing that the system could help
        } catch (Failure e) {
            kills.look();
            breaks = kills.kills().isEmpty() ? e.getMessage() : kills.kills().getFirst().text();
        }
        return interrupt.getAsBoolean() ? Optional.empty() : Optional.of(trial(breaks));
    }

    private Trial trial(String breaks) {
        return new Trial(
                step.limitMib(),
                step.cpus(),
                step.boundaries(),
                began,
                rounded(sinceS(), 10),
                phase,
                breaks,
                rounded(kills.counters().peakMib(), 10),
                rounded(windowS, 10),
                rounded(cpuS, 100),
                rounded(majorFaultsPerS, 10),
                rounded(latestMs, 1),
                engineCost == null ? null : engineCost.pssMib(),
                kills.kills());
    }

    /// The first start of the job, which proves that the stack schedules; null where a person
    /// interrupted.
    private Instant firstFire() {
        phase = "first fire";
        long seconds = schedule.period().toSeconds() * FIRES_AWAITED;
        double until = sinceS() + seconds;
        Optional<Instant> first = schedule.firstFire(began);
        while (first.isEmpty() && !interrupt.getAsBoolean()) {
            if (sinceS() > until) {
                throw new Failure("no job has fired in %d s".formatted(seconds));
            }
            pause(LEDGER_AGAIN);
            members.requireUnharmed();
            first = schedule.firstFire(began);
        }
        return first.orElse(null);
    }

    private void fires(Instant first) {
        phase = "fires";
        double fromS = sinceS();
        double cpuBefore = kills.counters().cpuS();
        double faultsBefore = kills.counters().majorFaults();
        List<Fire> fires = List.of();
        double leastS = (double) schedule.period().toSeconds() * step.boundaries();
        while (!interrupt.getAsBoolean()
                && (fires.isEmpty() || !KeptSchedule.isOver(fires) || sinceS() - fromS < leastS)) {
            pause(LEDGER_AGAIN);
            members.requireUnharmed();
            Instant asked = Instant.now();
            schedule.requireEndedWell(first, asked);
            fires = schedule.after(first, step.boundaries());
            schedule.require(fires, asked);
        }
        kills.requireNone();
        windowS = sinceS() - fromS;
        cpuS = kills.counters().cpuS() - cpuBefore;
        majorFaultsPerS = (kills.counters().majorFaults() - faultsBefore) / windowS;
        latestMs = fires.stream().mapToDouble(Fire::latencyMs).max().orElse(Double.NaN);
        engineCost = members.engineCost();
        if (Trial.isThrashing(majorFaultsPerS)) {
            throw new Failure(
                    String.format(
                            Locale.ROOT,
                            "thrashing: %.0f page faults a second wait for the disk",
                            majorFaultsPerS));
        }
    }

    private void pause(Duration time) {
        interrupt.sleep(time);
        kills.requireNone();
    }

    private double sinceS() {
        return (System.nanoTime() - beganNanos) / 1e9;
    }

    /// To so many parts of one; null for `NaN`, which no JSON can hold.
    private static Double rounded(double value, int parts) {
        return Double.isNaN(value) ? null : (Double) (Math.round(value * parts) / (double) parts);
    }
}
