package etl.record;

import com.github.dockerjava.api.exception.DockerException;

import etl.Failure;
import etl.result.Fire;

import java.time.Duration;
import java.time.Instant;
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
                count(stack, from, period);
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            // the window is over
        }
    }

    private void count(Stack stack, Instant from, Duration period) {
        try {
            LedgerFile.read(stack.engine(), stack.project())
                    .ifPresent(
                            ledger ->
                                    fires.set(
                                            (int)
                                                    ledger
                                                            .fires(
                                                                    from,
                                                                    Instant.now().plus(period),
                                                                    period)
                                                            .stream()
                                                            .filter(f -> !f.isMissed())
                                                            .map(Fire::scheduled)
                                                            .distinct()
                                                            .count()));
        } catch (Failure | DockerException e) {
            fires.set(-1);
        }
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
