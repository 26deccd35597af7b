package etl.result;

import java.util.Arrays;

/// What something costs beside a named peer that was measured in turn with it.
///
/// @param what is measured
/// @param unit of both
/// @param ours one value per turn
/// @param peer its name; where it could not be measured, the reason
/// @param theirs one value per turn, in the same order; empty without a peer
public record Comparison(String what, String unit, double[] ours, String peer, double[] theirs) {

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
                && Arrays.equals(theirs, c.theirs);
    }

    @Override
    public int hashCode() {
        return what.hashCode();
    }
}
