package etl.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// A 95 % confidence interval of the median that assumes no shape of the distribution: from the
/// k-th smallest to the k-th largest of n values, with the largest k whose coverage is still 95 %
/// (Conover, *Practical Nonparametric Statistics*, 3rd ed. 1999, section 3.2; Hahn and Meeker,
/// *Statistical Intervals*, 1991, section 5.2). The coverage is a sum of binomial probabilities and
/// jumps from n to n: 96.9 % with 6 values, 96.1 % with 9. Below six values no pair of them covers
/// 95 %, so there is none. From six to eight it is the whole range.
public record MedianInterval(double low, double high) {

    private static final double LEAST_COVERAGE = 0.95;

    /// @param values one per run, in any order; none may be missing
    /// @return empty below six values
    public static Optional<MedianInterval> of(double... values) {
        int k = rank(values.length);
        if (k == 0) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Optional.of(new MedianInterval(sorted[k - 1], sorted[sorted.length - k]));
    }

    /// The exact probability, between 0 and 1, that the interval of n values covers the median; of
    /// values with ties it is the least. `NaN` where there is no interval.
    public static double coverage(int n) {
        int k = rank(n);
        return k == 0 ? Double.NaN : coverage(n, k);
    }

    /// Whether the interval of n values is as wide as their range.
    public static boolean isRange(int n) {
        return rank(n) == 1;
    }

    private static int rank(int n) {
        int k = 0;
        while (2 * (k + 1) <= n && coverage(n, k + 1) >= LEAST_COVERAGE) {
            k++;
        }
        return k;
    }

    /// The median lies outside when fewer than k of the n values fall on one side of it: 1 − 2 ·
    /// P(B < k), where B counts the heads of n tosses of a fair coin. Exact in integers, because
    /// the terms of many tosses are too small for a double.
    private static double coverage(int n, int k) {
        BigInteger ways = BigInteger.ONE;
        BigInteger fewer = BigInteger.ZERO;
        for (int heads = 0; heads < k; heads++) {
            fewer = fewer.add(ways);
            ways = ways.multiply(BigInteger.valueOf(n - heads));
            ways = ways.divide(BigInteger.valueOf(heads + 1));
        }
        BigDecimal oneSide = new BigDecimal(fewer).divide(new BigDecimal(BigInteger.TWO.pow(n)));
        return BigDecimal.ONE.subtract(oneSide.multiply(BigDecimal.TWO)).doubleValue();
    }
}
