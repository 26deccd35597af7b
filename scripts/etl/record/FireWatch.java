package etl.record;

import com.github.dockerjava.api.exception.DockerException;

import etl.Failure;
import etl.result.Fire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the fires while the window runs, for the progress line only; the ledger that is read
/// after the window is the evidence. It asks rarely, because every look costs the engine something.
final class FireWatch implements AutoCloseable {

    /// A job that is due has started by then.
    private static final Duration SETTLED = Duration.ofSeconds(8);

    private static final Duration SHORTEST = Duration.ofSeconds(15);

    private final AtomicInteger fires = new AtomicInteger(-1);
    private final Thread thread;

    /// @param from first instant of the window, by the engine's clock
    FireWatch(Stack stack, Instant from, Duration period) {
        thread = Thread.ofVirtual().start(() -> watch(stack, from, period));
    }

    private void watch(Stack stack, Instant from, Duration period) {
        try {
            // the window begins in the middle between two boundaries: a look a little behind each
            Duration every = period.compareTo(SHORTEST) > 0 ? period : SHORTEST;
            Thread.sleep(period.dividedBy(2).plus(SETTLED));
            while (true) {
                fires.set(look(stack, from, period));
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            // the window is over
        }
    }

    /// Looks once, on a thread as the window's, so that the first look in the window finds all
    /// classes loaded.
    static void rehearse(Stack stack) {
        Thread thread =
                Thread.ofVirtual().start(() -> look(stack, Instant.now(), Duration.ofMinutes(1)));
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the thread that records", e);
        }
    }

    /// The fires so far; -1 where nobody can say.
    private static int look(Stack stack, Instant from, Duration period) {
        try {
            return LedgerFile.read(stack.engine(), stack.project())
                    .map(ledger -> ledger.fires(from, Instant.now().plus(period), period))
                    .map(FireWatch::started)
                    .orElse(-1);
        } catch (Failure | DockerException e) {
            return -1;
        }
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
