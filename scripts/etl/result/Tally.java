package etl.result;

import java.util.HashMap;
import java.util.Map;

/// Values with the number of times that each came. The median of a day needs no day in memory:
/// readings have three decimals, and few different values.
final class Tally {

    private final Map<Double, long[]> counts = new HashMap<>();
    private long size;

    /// Counts a value; `NaN` is none.
    void add(double value) {
        if (!Double.isNaN(value)) {
            counts.computeIfAbsent(value, v -> new long[1])[0]++;
            size++;
        }
    }

    /// The middle value, or the mean of the two in the middle; `NaN` when nothing was counted.
    double median() {
        double[] values = counts.keySet().stream().mapToDouble(v -> v).sorted().toArray();
        return size == 0 ? Double.NaN : (at(values, (size - 1) / 2) + at(values, size / 2)) / 2;
    }

    /// The value at a position, were each there as often as it came.
    private double at(double[] values, long position) {
        long before = 0;
        int i = -1;
        while (before <= position) {
            before += counts.get(values[++i])[0];
        }
        return values[i];
    }
}
