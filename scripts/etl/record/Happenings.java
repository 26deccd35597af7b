package etl.record;

import etl.result.Run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What happened to the containers, on the clock of the window.
final class Happenings {

    private Happenings() {}

    /// Every life that reached into the window.
    ///
    /// @param clockOffsetMs the engine's clock − ours
    static List<Run.Life> lives(Stack stack, Recorder recorder, double clockOffsetMs) {
        if (recorder.start() == null) {
            return List.of();
        }
        Instant zero = recorder.start().plusNanos(Math.round(clockOffsetMs * 1e6));
        return stack.lives().stream()
                .map(m -> life(m, zero))
                .filter(l -> l.toS() == null || l.toS() >= 0)
                .toList();
    }

    private static Run.Life life(Member member, Instant zero) {
        return new Run.Life(
                member.id,
                member.name,
                member.service,
                member.startedAt.truncatedTo(ChronoUnit.MILLIS),
                seconds(zero, member.startedAt),
                member.finishedAt == null ? null : seconds(zero, member.finishedAt),
                member.exitCode,
                member.oomKilled);
    }

    /// Every event that was heard of within the window.
    static List<Run.Event> events(Stack stack, Recorder recorder) {
        if (recorder.start() == null) {
            return List.of();
        }
        return stack.occurrences().stream()
                .map(
                        o ->
                                new Run.Event(
                                        o.at().truncatedTo(ChronoUnit.MILLIS),
                                        Math.round(recorder.secondsOf(o.nanos()) * 1000) / 1000.0,
                                        o.container(),
                                        o.action(),
                                        o.detail()))
                .filter(e -> e.elapsedS() >= 0)
                .filter(e -> recorder.end() == null || e.elapsedS() <= recorder.keptS() + 1)
                .toList();
    }

    private static double seconds(Instant zero, Instant time) {
        return Math.round(Duration.between(zero, time).toNanos() / 1e6) / 1000.0;
    }
}
