package etl.record;

import etl.Failure;
import etl.result.Fire;
import etl.result.Trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a stack fires at every scheduled time, soon enough, and whether its jobs end well; told
/// from the ledger, as far as the times have come.
///
/// @param project of the stack
/// @param period between two scheduled times
record KeptSchedule(Engine engine, String project, Duration period) {

    private static final Duration LATEST = Duration.ofMillis((long) Trial.LATEST_MS);

    /// The ledger is read through the engine, which takes its time on a machine under pressure.
    private static final Duration READING = Duration.ofSeconds(2);

    /// The first start since the stack was started.
    Optional<Instant> firstFire(Instant since) {
        return ledger().firstSince(since);
    }

    /// The fires of the scheduled times that follow a start.
    ///
    /// @param boundaries how many times
    List<Fire> after(Instant start, int boundaries) {
        Instant from = boundaryOf(start).plus(period);
        Instant last = from.plus(period.multipliedBy(boundaries - 1));
        return ledger().fires(from, last.plusMillis(1), period);
    }

    private Ledger ledger() {
        return LedgerFile.read(engine, project).orElseGet(() -> new Ledger(List.of()));
    }

    /// The scheduled time that a start belongs to, see [Ledger#fires].
    private Instant boundaryOf(Instant start) {
        long step = period.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(start.toEpochMilli() + step / 6, step) * step);
    }

    /// Of the first start, which may be late: that of a time that was missed while the stack
    /// started.
    ///
    /// @param asked before the ledger was read
    /// @throws Failure when its job has not ended in a period, or ended badly
    void requireEndedWell(Instant first, Instant asked) {
        ledger().entries().stream()
                .filter(entry -> entry.started().equals(first))
                .map(e -> new Fire(e.started(), e.started(), e.ended(), e.exitCode()))
                .forEach(fire -> requireEnd(fire, asked));
    }

    /// @param now before the ledger was read: what came while it was read may not be in it
    /// @throws Failure when a fire is missing, late, has not ended in a period, or ended badly
    void require(List<Fire> fires, Instant now) {
        for (Fire fire : fires) {
            if (fire.isMissed() && now.isAfter(fire.scheduled().plus(LATEST).plus(READING))) {
                throw new Failure(
                        "no fire within %d s after %s"
                                .formatted(LATEST.toSeconds(), fire.scheduled()));
            }
            if (fire.latencyMs() > Trial.LATEST_MS) {
                throw new Failure(
                        String.format(Locale.ROOT, "a fire %.1f s late", fire.latencyMs() / 1000));
            }
            requireEnd(fire, now);
        }
    }

    private void requireEnd(Fire fire, Instant now) {
        if (isOpen(fire) && now.isAfter(fire.started().plus(period))) {
            throw new Failure("the job that started at %s did not end".formatted(fire.started()));
        }
        if (fire.exitCode() != null && fire.exitCode() != 0) {
            throw new Failure("a job ended with exit code " + fire.exitCode());
        }
    }

    private static boolean isOpen(Fire fire) {
        return fire.started() != null && fire.ended() == null;
    }

    /// Whether all have ended.
    static boolean isOver(List<Fire> fires) {
        return fires.stream().allMatch(fire -> fire.ended() != null);
    }
}
