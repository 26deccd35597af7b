package etl.result;

import java.util.Arrays;

/// Values with the number of times that each came. The median of a day needs no day in memory:
/// readings have three decimals, and few different values. Values are gathered first and counted a
/// few thousand at a time, because sorting them is much cheaper than looking each one up.
final class Tally {

    private static final int FEW = 64;
    private static final int MOST = 8192;

    private double[] gathered = new double[FEW];
    private int waiting;

    // ascending, and how often each came
    private double[] values = {};
    private long[] counts = {};
    private long size;

    /// Counts a value; `NaN` is none.
    void add(double value) {
        if (!Double.isNaN(value)) {
            if (waiting == MOST) {
                count();
            } else if (waiting == gathered.length) {
                gathered = Arrays.copyOf(gathered, 2 * waiting);
            }
            gathered[waiting++] = value;
            size++;
        }
    }

    /// Merges what was gathered into the values that are known.
    private void count() {
        Arrays.sort(gathered, 0, waiting);
        double[] merged = new double[values.length + waiting];
        long[] times = new long[merged.length];
        int last = -1;
        int known = 0;
        int next = 0;
        while (known < values.length || next < waiting) {
            boolean old =
                    next == waiting || known < values.length && values[known] <= gathered[next];
            double value = old ? values[known] : gathered[next];
            if (last < 0 || merged[last] != value) {
                merged[++last] = value;
            }
            times[last] += old ? counts[known++] : 1;
            next += old ? 0 : 1;
        }
        values = Arrays.copyOf(merged, last + 1);
        counts = Arrays.copyOf(times, last + 1);
        waiting = 0;
    }

    /// The middle value, or the mean of the two in the middle; `NaN` when nothing was counted.
    double median() {
        count();
        return size == 0 ? Double.NaN : (at((size - 1) / 2) + at(size / 2)) / 2;
    }

    /// The value at a position, were each there as often as it came.
    private double at(long position) {
        long before = 0;
        int i = -1;
        while (before <= position) {
            before += counts[++i];
        }
        return values[i];
    }
}
