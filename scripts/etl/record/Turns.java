package etl.record;

import etl.result.Comparison;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// Measures two things in turn, A B A B …, so that both meet the same machine.
///
/// @param count how many turns are kept; one more goes before them and is not
public record Turns(int count) {

    /// Both as they are measured by the given functions.
    public Comparison compare(
            String what, String unit, Supplier<Double> ours, String peer, Supplier<Double> theirs) {
        double[] a = new double[count];
        double[] b = new double[count];
        for (int i = -1; i < count; i++) {
            double one = ours.get();
            double other = theirs.get();
            if (i >= 0) {
                a[i] = one;
                b[i] = other;
            }
        }
        return new Comparison(what, unit, a, peer, b);
    }

    /// Two commands as whole processes: wall time in ms, and the largest resident size in MiB.
    ///
    /// @param folder in which both are started
    public List<Comparison> commands(
            String what, Path folder, List<String> ours, String peer, List<String> theirs) {
        return commands(what, folder, 0, ours, peer, theirs);
    }

    /// The same of commands that end with a given exit code.
    public List<Comparison> commands(
            String what,
            Path folder,
            int exitCode,
            List<String> ours,
            String peer,
            List<String> theirs) {
        Timed[] a = new Timed[count];
        Timed[] b = new Timed[count];
        for (int i = -1; i < count; i++) {
            Timed one = Timed.run(folder, exitCode, ours);
            Timed other = Timed.run(folder, exitCode, theirs);
            if (i >= 0) {
                a[i] = one;
                b[i] = other;
            }
        }
        return List.of(
                of(what, "ms", a, peer, b, t -> 1000 * t.wallS()),
                of(what, "MiB", a, peer, b, Timed::peakMib));
    }

    private static Comparison of(
            String what,
            String unit,
            Timed[] ours,
            String peer,
            Timed[] theirs,
            ToDoubleFunction<Timed> figure) {
        return new Comparison(
                what,
                unit,
                Arrays.stream(ours).mapToDouble(figure).toArray(),
                peer,
                Arrays.stream(theirs).mapToDouble(figure).toArray());
    }
}
