package etl.record;

/// The gaps between instants in constant memory, whatever the length of the capture: a histogram in
/// steps of a thousandth of the planned interval, up to twenty intervals.
final class Gaps {

    private static final int STEPS = 1000;
    private static final int LONGEST = 20;

    private final double plannedMs;
    private final int[] count = new int[STEPS * LONGEST + 1];
    private int gaps;
    private double maxMs = Double.NaN;

    Gaps(double plannedMs) {
        this.plannedMs = plannedMs;
    }

    void add(double ms) {
        count[(int) Math.min(count.length - 1, Math.round(ms / plannedMs * STEPS))]++;
        gaps++;
        maxMs = Double.isNaN(maxMs) ? ms : Math.max(maxMs, ms);
    }

    /// The smallest gap that at least the share p of all gaps does not exceed; null without gaps.
    Double quantileMs(double p) {
        long needed = (long) Math.ceil(p * gaps);
        long seen = 0;
        for (int i = 0; i < count.length; i++) {
            seen += count[i];
            if (gaps > 0 && seen >= needed) {
                return i == count.length - 1 ? maxMs : round(i * plannedMs / STEPS);
            }
        }
        return null;
    }

    Double maxMs() {
        return gaps == 0 ? null : round(maxMs);
    }

    private static double round(double ms) {
        return Math.round(ms * 1000) / 1000.0;
    }
}
