package etl.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The axis of a chart on a page, from a low to a high end. Positions are per cent of its length,
/// so that a chart fits every screen without being drawn anew.
///
/// @param low value at 0 %
/// @param high value at 100 %
/// @param log whether equal ratios are equal lengths; then both ends are above 0
/// @param ticks the values that are named, ascending
record PlotScale(double low, double high, boolean log, List<Double> ticks) {

    private static final int LEAST_TICKS = 3;
    private static final List<List<Integer>> LADDERS =
            List.of(List.of(1, 3), List.of(1, 2, 5), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));

    /// An axis that holds 0 and all values, with ticks at round numbers and a little room at its
    /// ends.
    ///
    /// @param most about how many ticks there is room for
    static PlotScale linear(double low, double high, int most) {
        double span = Math.max(Math.max(high, 0) - Math.min(low, 0), 1e-9);
        double from = low < 0 ? low - 0.04 * span : 0;
        double to = Math.max(high, 0) + 0.04 * span;
        double step = step(span / most);
        return new PlotScale(
                from,
                to,
                false,
                IntStream.rangeClosed((int) Math.ceil(from / step), (int) Math.floor(to / step))
                        .mapToObj(i -> i * step)
                        .toList());
    }

    /// A log axis with a little room at both ends, in the steps 1, 3, 10, 30 …; finer ones where
    /// that would leave fewer than three ticks.
    ///
    /// @param low above 0
    static PlotScale log(double low, double high) {
        double from = low / 1.25;
        double to = high * 1.25;
        List<Double> ticks = List.of();
        for (List<Integer> digits : LADDERS) {
            if (ticks.size() < LEAST_TICKS) {
                ticks = ladder(from, to, digits);
            }
        }
        return new PlotScale(from, to, true, ticks);
    }

    private static List<Double> ladder(double from, double to, List<Integer> digits) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(from)); Math.pow(10, power) <= to; power++) {
            for (int digit : digits) {
                double tick = digit * Math.pow(10, power);
                if (tick >= from && tick <= to) {
                    ticks.add(tick);
                }
            }
        }
        return List.copyOf(ticks);
    }

    /// The round number (1, 2, 2.5 or 5 times a power of ten) that is not below the given length.
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double digit : new double[] {1, 2, 2.5, 5}) {
            if (digit * power >= least * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    double percent(double value) {
        double share =
                log
                        ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                        : (value - low) / (high - low);
        return 100 * share;
    }

    /// A tick as it is written: `1,000`, `0.5`, `−200`.
    static String text(double tick) {
        String text =
                tick == Math.rint(tick)
                        ? String.format(Locale.ROOT, "%,.0f", tick)
                        : String.format(Locale.ROOT, "%,.2f", tick).replaceFirst("0+$", "");
        return text.replace('-', '−');
    }
}
