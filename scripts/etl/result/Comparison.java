package etl.result;

import java.util.Arrays;
import java.util.Objects;

/// What something costs beside a named peer that was measured in turn with it.
///
/// @param what is measured
/// @param unit of both
/// @param ours one value per turn
/// @param peer its name; where it could not be measured, the reason
/// @param theirs one value per turn, in the same order; empty without a peer
/// @param size what the cost grows with; null where it is not a point of a growth
public record Comparison(
        String what, String unit, double[] ours, String peer, double[] theirs, Size size) {

    /// How large the thing was that was measured.
    ///
    /// @param of what is counted, in the plural: rows, containers …
    public record Size(String of, long count) {}

    /// A figure that is not a point of a growth.
    public Comparison(String what, String unit, double[] ours, String peer, double[] theirs) {
        this(what, unit, ours, peer, theirs, null);
    }

    /// The same as a point of a growth.
    public Comparison at(String of, long count) {
        return new Comparison(what, unit, ours, peer, theirs, new Size(of, count));
    }

    /// Without a peer, and why.
    public static Comparison alone(String what, String unit, double[] ours, String reason) {
        return new Comparison(what, unit, ours, reason, new double[0]);
    }

    /// Ours ÷ theirs, turn by turn: a machine that gets slower in the meantime slows both.
    public double[] ratios() {
        double[] ratios = new double[theirs.length];
        Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
        return ratios;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Comparison c
                && what.equals(c.what)
                && unit.equals(c.unit)
                && peer.equals(c.peer)
                && Arrays.equals(ours, c.ours)
                && Arrays.equals(theirs, c.theirs)
                && Objects.equals(size, c.size);
    }

    @Override
    public int hashCode() {
        return what.hashCode();
    }
}
