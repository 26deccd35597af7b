package etl.record;

import java.util.Locale;

/// How far a capture is.
///
/// @param elapsedS seconds of the window
/// @param leftS seconds until its end
/// @param mib the stack's memory now; `NaN` while it is incomplete
/// @param fires so far; -1 while nothing is known
public record CaptureProgress(double elapsedS, double leftS, double mib, int fires) {

    /// One line for the person who waits.
    public String text() {
        return String.format(
                Locale.ROOT,
                "%4.0f s recorded, %.0f s left, %s MiB now, %s fires so far",
                elapsedS,
                leftS,
                Double.isNaN(mib) ? "?" : String.format(Locale.ROOT, "%.1f", mib),
                fires < 0 ? "?" : fires);
    }
}
