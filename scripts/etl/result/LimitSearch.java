package etl.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The search for the smallest memory limit at which a stack works: once without a limit, then by
/// halving below the peak that was seen there, then once more at length at the value that was
/// found. What to do next follows from the trials that were made, so a search that was interrupted
/// goes on where it was.
///
/// @param trials in the order in which they were made
public record LimitSearch(List<Trial> trials) {

    /// Scheduled times that a short trial waits for after the first fire: two fires in all.
    public static final int SHORT = 1;

    /// Scheduled times in the 300 s of a long trial.
    public static final int LONG = 5;

    /// So often a stack is tried without a limit before it is given up: one busy minute of the
    /// machine is no answer.
    private static final int FREE_TRIALS = 2;

    /// Docker takes no smaller limit, MiB.
    public static final double SMALLEST_MIB = 6;

    /// The search ends when the limits that work and that do not are this close, MiB …
    static final double STEP_MIB = 32;

    /// … or, where that is less, this share of the one that works …
    static final double STEP_SHARE = 0.05;

    /// … but no closer: what the kernel charges to a group varies by as much from start to start.
    static final double LEAST_STEP_MIB = 4;

    /// What is to be tried.
    ///
    /// @param limitMib null for none
    /// @param cpus null for all
    /// @param boundaries see [Trial#boundaries]
    public record Step(Double limitMib, Integer cpus, int boundaries) {

        /// In a few words, for a person who watches.
        public String text() {
            return (limitMib == null ? "no limit" : "%.0f MiB".formatted(limitMib))
                    + (cpus == null ? "" : ", one CPU")
                    + (boundaries == LONG ? ", 300 s" : "");
        }
    }

    /// The next trial; empty when the search is over.
    ///
    /// @param oneGbMib what a machine of 1 GB would leave for the stack
    public Optional<Step> next(double oneGbMib) {
        long unlimited = trials.stream().filter(t -> t.limitMib() == null).count();
        if (free().filter(Trial::works).isEmpty() && unlimited < FREE_TRIALS) {
            return Optional.of(new Step(null, null, LONG));
        }
        if (peakMib().isEmpty()) {
            return Optional.empty(); // it does not work at all, or the kernel keeps no peak
        }
        double works = upperMib();
        double fails = lowerMib(works);
        if (works - fails > step(works)) {
            double middle = Math.floor((works + fails) / 2);
            if (middle > fails && middle < works) {
                return Optional.of(new Step(middle, null, longFailedMib() > 0 ? LONG : SHORT));
            }
        }
        if (works > SMALLEST_MIB && fails < SMALLEST_MIB) { // nothing was seen to fail yet
            return Optional.of(new Step(SMALLEST_MIB, null, longFailedMib() > 0 ? LONG : SHORT));
        }
        if (works < SMALLEST_MIB || smallestMib().isEmpty() && isOver(works)) {
            return Optional.empty();
        }
        if (smallestMib().isEmpty()) {
            return Optional.of(new Step(works, null, LONG));
        }
        boolean tried = trials.stream().anyMatch(t -> t.cpus() != null);
        return !tried && smallestMib().get() <= oneGbMib
                ? Optional.of(new Step(Math.floor(oneGbMib), 1, SHORT))
                : Optional.empty();
    }

    /// Whether even the peak seen without a limit does not do as a limit.
    private boolean isOver(double works) {
        return limited().anyMatch(t -> !t.works() && t.limitMib() >= works);
    }

    private static double step(double worksMib) {
        return Math.max(LEAST_STEP_MIB, Math.min(STEP_MIB, STEP_SHARE * worksMib));
    }

    /// The last trial without a limit.
    public Optional<Trial> free() {
        return trials.stream().filter(t -> t.limitMib() == null).reduce((a, b) -> b);
    }

    /// What the stack took where nothing kept it, MiB, rounded up.
    private Optional<Double> peakMib() {
        return free().filter(Trial::works).map(Trial::peakMib).map(Math::ceil);
    }

    /// The smallest limit that worked, or the peak without one. Where two fires came and five did
    /// not, only long trials count from then on.
    private double upperMib() {
        double failed = longFailedMib();
        return limited()
                .filter(Trial::works)
                .filter(t -> failed == 0 || t.boundaries() == LONG)
                .mapToDouble(Trial::limitMib)
                .filter(mib -> mib > failed)
                .min()
                .orElseGet(() -> peakMib().orElseThrow());
    }

    /// The largest limit that failed at length; 0 where none did.
    private double longFailedMib() {
        return limited()
                .filter(t -> !t.works())
                .filter(t -> t.boundaries() == LONG)
                .mapToDouble(Trial::limitMib)
                .max()
                .orElse(0);
    }

    /// The largest limit below that which failed.
    private double lowerMib(double worksMib) {
        return limited()
                .filter(t -> !t.works())
                .mapToDouble(Trial::limitMib)
                .filter(mib -> mib < worksMib)
                .max()
                .orElse(SMALLEST_MIB - 1);
    }

    /// The smallest limit at which the stack worked for 300 s, MiB; empty while it is not found.
    public Optional<Double> smallestMib() {
        double works = peakMib().isEmpty() ? Double.NaN : upperMib();
        return confirmation(t -> t.limitMib() == works).map(Trial::limitMib);
    }

    /// The long trial at the smallest limit.
    public Optional<Trial> confirmed() {
        return smallestMib().flatMap(mib -> confirmation(t -> t.limitMib().equals(mib)));
    }

    private Optional<Trial> confirmation(Predicate<Trial> at) {
        return limited()
                .filter(Trial::works)
                .filter(t -> t.boundaries() == LONG)
                .filter(at)
                .findFirst();
    }

    /// The trial that failed at the largest limit below the smallest that works.
    public Optional<Trial> below() {
        return smallestMib()
                .flatMap(
                        mib ->
                                limited()
                                        .filter(t -> !t.works())
                                        .filter(t -> t.limitMib() < mib)
                                        .max(Comparator.comparingDouble(Trial::limitMib)));
    }

    /// The trial at length that failed at the largest limit, where two fires had come within that
    /// limit before. What the stack needs grows with time, or varies from start to start: 300 s at
    /// the limit that was found say little of a day.
    public Optional<Trial> shortLived() {
        return limited()
                .filter(t -> !t.works())
                .filter(t -> t.boundaries() == LONG)
                .filter(t -> heldBriefly(t.limitMib()))
                .max(Comparator.comparingDouble(Trial::limitMib));
    }

    private boolean heldBriefly(double mib) {
        return limited()
                .filter(Trial::works)
                .filter(t -> t.boundaries() == SHORT)
                .anyMatch(t -> t.limitMib() <= mib);
    }

    /// The trial with one CPU.
    public Optional<Trial> oneCpu() {
        return trials.stream().filter(t -> t.cpus() != null).findFirst();
    }

    private Stream<Trial> limited() {
        return trials.stream().filter(t -> t.limitMib() != null && t.cpus() == null);
    }
}
