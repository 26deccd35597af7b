//DEPS org.apache.commons:commons-statistics-descriptive:1.2

package etl.result;

import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;

import java.util.Arrays;

/// The statistics of the summary. An empty input gives `NaN`, never 0. The arrays stay as they are:
/// the library would reorder them without `withCopy`.
public final class Statistics {

    private Statistics() {}

    /// The middle value, or the mean of the two in the middle.
    public static double median(double... values) {
        return values.length == 0
                ? Double.NaN
                : Median.withDefaults().withCopy(true).evaluate(values);
    }

    /// The plain sum ÷ count; `DoubleStream.average` compensates and may differ in the last digit
    /// from what pandas printed for the original.
    public static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    /// The p-quantile after Hyndman and Fan's definition 7 (1996), which R, NumPy and pandas use.
    public static double quantile(double p, double... values) {
        return values.length == 0
                ? Double.NaN
                : Quantile.withDefaults()
                        .withCopy(true)
                        .with(Quantile.EstimationMethod.HF7)
                        .evaluate(values, p);
    }

    /// The largest value.
    public static double max(double... values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    /// The smallest value.
    public static double min(double... values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    /// The slope of Theil (1950) and Sen (1968): the median of the slopes of all pairs of points.
    /// It is not moved by a single outlier as least squares is. `NaN` below two points.
    ///
    /// @param x strictly increasing
    public static double theilSenSlope(double[] x, double[] y) {
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            for (int k = i + 1; k < x.length; k++) {
                slopes[n++] = (y[k] - y[i]) / (x[k] - x[i]);
            }
        }
        return median(slopes);
    }
}
