package etl.record;

import java.util.concurrent.locks.LockSupport;

/// The clock that the ticks of a window follow, and the way to wait by it.
interface Monotonic {

    /// This machine's: nobody can set it.
    Monotonic SYSTEM =
            new Monotonic() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void park(long nanos) {
                    LockSupport.parkNanos(nanos);
                }
            };

    /// Nanoseconds since an arbitrary moment.
    long nanos();

    /// Waits, at most as long as said.
    void park(long nanos);
}
