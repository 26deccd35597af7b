package etl.record;

import etl.result.Sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Records a stack over one window, at the ticks of [Deadlines].
public final class Recorder {

    /// How long a stack may have no running container before the recording ends as `stack-died`.
    private static final Duration DEAD = Duration.ofSeconds(30);

    /// What a clock may drift against the monotonic one within a window, in seconds. A correction
    /// by NTP is slewed at 0.5 ms a second at most; a step is what is set at once.
    private static final double DRIFT_S = 0.5;

    private static final double NANOS = 1e9;

    private final Stack stack;
    private final Monotonic time;
    private final InstantSource clock;
    private final Duration window;
    private final Duration interval;
    private final Gaps gaps;

    private RawFile file;
    private Instant start;
    private Instant end;
    private Deadlines deadlines;
    private double elapsedS;
    private int instants;
    private double peakMib = Double.NaN;
    private double nowMib = Double.NaN;
    private int countedSecond = -1;
    private double lastAliveS;
    private double steppedS;

    /// What a person wants to know meanwhile. MiB of the whole stack, `NaN` while it is incomplete.
    public record Progress(double elapsedS, double leftS, double mib) {}

    /// @param window length of the recording
    /// @param interval between two instants
    /// @param clock what timestamps come from; the ticks follow the monotonic clock
    Recorder(Stack stack, Duration window, Duration interval, InstantSource clock) {
        this(stack, window, interval, clock, Monotonic.SYSTEM);
    }

    /// @param time what the ticks follow; a day passes in a minute where nothing is waited for
    Recorder(Stack stack, Duration window, Duration interval, InstantSource clock, Monotonic time) {
        this.stack = stack;
        this.time = time;
        this.clock = clock;
        this.window = window;
        this.interval = interval;
        this.gaps = new Gaps(interval.toNanos() / 1e6);
    }

    /// Fixes the first instant; what has to be written before it can then be written in peace.
    ///
    /// @param first by this machine's clock, a little ahead
    public void beginAt(Instant first) {
        start = first;
        deadlines = new Deadlines(time, clock, first, window, interval);
    }

    /// Records until the window is over, the stack is dead or `stop` says so. [#beginAt] comes
    /// first.
    ///
    /// @param raw where the rows go
    /// @param progress is told once a second
    /// @return `normal`, `interrupted` or `stack-died`
    public String record(RawFile raw, BooleanSupplier stop, Consumer<Progress> progress) {
        file = raw;
        String termination = "normal";
        while (deadlines.hasNext() && termination.equals("normal")) {
            deadlines.await(stop);
            if (stop.getAsBoolean()) {
                termination = "interrupted";
            } else {
                instant(progress);
                termination = isDead() ? "stack-died" : "normal";
                deadlines.next();
            }
        }
        end =
                start.plusNanos(Math.round(deadlines.elapsedS() * NANOS))
                        .truncatedTo(ChronoUnit.MILLIS);
        steppedS = Duration.between(end, clock.instant()).toNanos() / NANOS;
        return termination;
    }

    private void instant(Consumer<Progress> progress) {
        double now = deadlines.elapsedS();
        if (instants++ > 0) {
            gaps.add((now - elapsedS) * 1000);
        }
        elapsedS = now;
        // the counters that change slowly are read once a second, memory and CPU at every instant
        boolean counters = (int) now != countedSecond;
        nowMib = read(clock.instant(), counters);
        peakMib = Double.isNaN(peakMib) ? nowMib : Math.max(peakMib, orPeak(nowMib));
        if (counters) {
            countedSecond = (int) now;
            progress.accept(new Progress(now, Math.max(0, window.toNanos() / NANOS - now), nowMib));
        }
    }

    /// Writes one row per container that answers.
    ///
    /// @return the sum; `NaN` when a container does not answer
    private double read(Instant timestamp, boolean counters) {
        double sum = Double.NaN;
        boolean complete = true;
        for (Member member : stack.lives()) {
            if (member.isOver()) {
                continue;
            }
            Optional<Sample> sample = member.sample(timestamp, elapsedS, counters);
            if (sample.isEmpty()) {
                complete = false;
            } else {
                file.add(sample.get());
                sum = (Double.isNaN(sum) ? 0 : sum) + sample.get().memoryMib();
                lastAliveS = elapsedS;
            }
        }
        file.flush();
        return complete ? sum : Double.NaN;
    }

    private double orPeak(double mib) {
        return Double.isNaN(mib) ? peakMib : mib;
    }

    private boolean isDead() {
        return elapsedS - lastAliveS >= DEAD.toSeconds();
    }

    /// When the first instant is, by this machine's clock; null before [#beginAt].
    public Instant start() {
        return start;
    }

    /// When the recording ended, by this machine's clock as it was at the start; null before.
    public Instant end() {
        return end;
    }

    /// By how many seconds this machine's clock was set during the recording; empty when it was
    /// not.
    public OptionalDouble steppedS() {
        return Math.abs(steppedS) > DRIFT_S ? OptionalDouble.of(steppedS) : OptionalDouble.empty();
    }

    /// Seconds of the window at which something was heard of.
    double secondsOf(long nanos) {
        return deadlines.secondsOf(nanos);
    }

    /// From the first instant to the last.
    public double keptS() {
        return elapsedS;
    }

    public int instants() {
        return instants;
    }

    /// Ticks that were due and not read.
    public int missed() {
        return deadlines.missed();
    }

    /// Largest sum of an instant, MiB; `NaN` when none was complete.
    public double peakMib() {
        return peakMib;
    }

    Gaps gaps() {
        return gaps;
    }

    Duration window() {
        return window;
    }

    Duration interval() {
        return interval;
    }
}
