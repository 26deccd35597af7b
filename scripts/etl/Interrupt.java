// javac warns of sun.misc.Signal at every build; it is the JDK's only way to hear a second Ctrl-C,
// which a shutdown hook does not.
//COMPILE_OPTIONS -XDignore.symbol.file

package etl;

import sun.misc.Signal;
import sun.misc.SignalHandler;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Ctrl-C and SIGTERM: the first one asks the work to stop, so that it can put away what it has;
/// the same one again ends the process at once. A Ctrl-C reaches every program of the terminal; so
/// one that is told to end by SIGTERM as well, by the program that started it, still puts away.
public final class Interrupt implements BooleanSupplier, AutoCloseable {

    private final Thread worker = Thread.currentThread();
    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
    private final Set<Signal> heard = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    private Interrupt() {}

    /// Listens from now on; the calling thread is the one that is woken.
    public static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal signal = new Signal(name);
            interrupt.before.put(signal, Signal.handle(signal, interrupt::heard));
        }
        return interrupt;
    }

    private void heard(Signal signal) {
        if (!heard.add(signal)) {
            Runtime.getRuntime().halt(Cli.INTERRUPTED);
        }
        stopped = true;
        LockSupport.unpark(worker);
    }

    /// Whether the work shall stop.
    @Override
    public boolean getAsBoolean() {
        return stopped;
    }

    /// Waits until the time is over or somebody interrupts.
    public void sleep(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0 && !stopped) {
            LockSupport.parkNanos(left);
            left = until - System.nanoTime();
        }
    }

    /// Does what has to be done. A Ctrl-C on a terminal also ends the program that is run for it;
    /// then it is done again.
    public void insist(Runnable work) {
        boolean before = stopped;
        try {
            work.run();
        } catch (Failure e) {
            if (before || !stopped) {
                throw e;
            }
            work.run();
        }
    }

    /// Signals do again what they did before.
    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
