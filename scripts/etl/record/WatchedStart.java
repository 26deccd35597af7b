package etl.record;

import etl.Failure;
import etl.Interrupt;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Starts a stack and waits until it is healthy, while its memory is watched: the first kill ends
/// it.
final class WatchedStart {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Engine engine;
    private final ComposeProject stack;
    private final KillWatch kills;
    private final Interrupt interrupt;
    private final Duration limit;
    private final Consumer<String> phase;

    /// @param phase is told the name of each phase as it begins
    WatchedStart(
            Engine engine,
            ComposeProject stack,
            KillWatch kills,
            Interrupt interrupt,
            Consumer<String> phase) {
        this.engine = engine;
        this.stack = stack;
        this.kills = kills;
        this.interrupt = interrupt;
        this.limit = Duration.ofSeconds(stack.facts().readyLimitS());
        this.phase = phase;
    }

    /// Returns early where a person interrupts.
    ///
    /// @throws Failure when something is killed, or the stack is not healthy in its time limit
    void run() {
        long deadline = System.nanoTime() + limit.toNanos();
        up();
        ready(deadline);
    }

    /// Compose waits for services that others depend on, perhaps in vain: so the memory is watched
    /// meanwhile.
    private void up() {
        phase.accept("up");
        FutureTask<Void> up = new FutureTask<>(() -> stack.up(limit), null);
        Thread.ofVirtual().start(up);
        try {
            while (!hasEnded(up) && !interrupt.getAsBoolean()) {
                kills.requireNone();
            }
        } finally {
            up.cancel(true); // ends Compose, where it has not ended itself
        }
    }

    private static boolean hasEnded(FutureTask<Void> up) {
        try {
            up.get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure
                    ? failure
                    : new IllegalStateException("the stack cannot be started", e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }

    private void ready(long deadline) {
        phase.accept("ready");
        Readiness readiness = new Readiness(engine, stack.name());
        List<String> waiting = readiness.waiting();
        while (!waiting.isEmpty() && !interrupt.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        "not ready after %d s: %s"
                                .formatted(limit.toSeconds(), String.join(", ", waiting)));
            }
            interrupt.sleep(LOOK_AGAIN);
            kills.requireNone();
            waiting = readiness.waiting();
        }
    }
}
