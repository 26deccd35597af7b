package etl.record;

import com.github.dockerjava.api.exception.DockerException;

import etl.Failure;
import etl.result.Fire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Counts the fires while the window runs, for the progress line only; the ledger that is read
/// after the window is the evidence. It asks rarely, because every look costs the engine something.
final class FireWatch implements AutoCloseable {

    /// A job that is due has started by then.
    private static final Duration SETTLED = Duration.ofSeconds(8);

    private static final Duration SHORTEST = Duration.ofSeconds(15);

    /// How long the look before a window may take; it is of use, and not needed.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration MOMENT = Duration.ofMillis(5);

    private final AtomicInteger fires = new AtomicInteger(-1);
    private final Thread thread;

    /// @param from first instant of the window, by the engine's clock
    FireWatch(Stack stack, Instant from, Duration period) {
        thread = Thread.ofVirtual().start(() -> watch(stack, from, period));
    }

    /// One look, at once.
    private FireWatch(Stack stack) {
        thread = Thread.ofVirtual().start(() -> count(stack, Instant.now(), SHORTEST));
    }

    private void watch(Stack stack, Instant from, Duration period) {
        try {
            // the window begins in the middle between two boundaries: a look a little behind each
            Duration every = period.compareTo(SHORTEST) > 0 ? period : SHORTEST;
            Thread.sleep(period.dividedBy(2).plus(SETTLED));
            while (true) {
                count(stack, from, period);
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            // the window is over
        }
    }

    /// An answer without a ledger leaves what is known.
    private void count(Stack stack, Instant from, Duration period) {
        try {
            look(stack, from, period).ifPresent(fires::set);
        } catch (Failure | DockerException e) {
            fires.set(-1);
        }
    }

    /// Looks once on the same kind of thread as in a window, so that the first look there finds its
    /// classes loaded. Where the engine is slow, that look ends by itself.
    ///
    /// @param stop ends it early
    static void rehearse(Stack stack, BooleanSupplier stop) {
        FireWatch watch = new FireWatch(stack);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (watch.thread.isAlive() && !stop.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    private static Optional<Integer> look(Stack stack, Instant from, Duration period) {
        return LedgerFile.read(stack.engine(), stack.project())
                .map(ledger -> ledger.fires(from, Instant.now().plus(period), period))
                .map(FireWatch::started);
    }

    private static int started(List<Fire> fires) {
        return (int)
                fires.stream().filter(f -> !f.isMissed()).map(Fire::scheduled).distinct().count();
    }

    /// Fires so far; -1 while nothing is known.
    int fires() {
        return fires.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
