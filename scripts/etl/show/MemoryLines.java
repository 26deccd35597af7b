package etl.show;

import etl.Failure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The lines of one picture.
final class MemoryLines {

    private MemoryLines() {}

    /// What a chart draws: only lines with a reading, thin runs first, because what is drawn later
    /// lies on top.
    ///
    /// @throws Failure when there is none
    static List<MemoryLine> drawable(List<MemoryLine> lines) {
        List<MemoryLine> drawable =
                lines.stream()
                        .map(MemoryLine::drawable)
                        .filter(line -> line.last() >= 0)
                        .sorted(Comparator.comparing(MemoryLine::isTypical))
                        .toList();
        if (drawable.isEmpty()) {
            throw new Failure("no capture has a complete instant: there is nothing to draw");
        }
        return drawable;
    }

    /// All readings of the lines.
    static double[] readings(List<MemoryLine> lines) {
        return lines.stream()
                .flatMapToDouble(l -> Arrays.stream(l.mib()))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }
}
