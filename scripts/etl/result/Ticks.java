package etl.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The ticks of a capture that was planned at an interval: which are not in its file.
final class Ticks {

    /// The longest time without an instant that needs no explanation.
    private static final double HOLE_S = 5;

    private final List<Double> gapsS = new ArrayList<>();
    private double lastS = Double.NaN;
    private double holeFromS;
    private double holeToS;
    private long holeLine;

    /// A row's time, in the order of the file.
    void add(double elapsedS, long line) {
        double gap = elapsedS - lastS;
        if (gap > 0) {
            gapsS.add(gap);
            if (gap > holeToS - holeFromS) {
                holeFromS = lastS;
                holeToS = elapsedS;
                holeLine = line;
            }
        }
        lastS = elapsedS;
    }

    /// A long hole is wrong where nothing explains it; single ticks may be missing.
    ///
    /// @param run null where there is none
    /// @param wholeSeconds the times are too coarse to miss single ticks
    void check(Path file, Run run, boolean wholeSeconds, Findings findings) {
        if (gapsS.isEmpty()) {
            return;
        }
        double planned = plannedS(run);
        double largest = holeToS - holeFromS;
        double length = gapsS.stream().mapToDouble(Double::doubleValue).sum();
        long missing = Math.round(length / planned) - gapsS.size();
        String size = CsvCell.text(largest, 3);
        if (largest > Math.max(HOLE_S, 2 * planned) && !isExplained(run, planned)) {
            findings.problem(file, holeLine, "a hole of " + size + " s before this row");
        } else if (missing > 0 && !wholeSeconds) {
            findings.warning(
                    file,
                    holeLine,
                    missing + " instants are missing; the largest gap, " + size + " s, ends here");
        }
    }

    private double plannedS(Run run) {
        return run != null && run.interval() != null
                ? run.interval().plannedMs() / 1000
                : Statistics.median(gapsS.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The recorder says itself that it missed the ticks, or no container ran that could answer.
    private boolean isExplained(Run run, double planned) {
        if (run == null) {
            return false;
        }
        Integer missed = run.interval() == null ? null : run.interval().missed();
        if (missed != null && missed >= Math.round((holeToS - holeFromS) / planned) - 1) {
            return true;
        }
        return run.containers() != null
                && run.containers().stream().mapToDouble(this::livedInHoleS).sum() < HOLE_S;
    }

    private double livedInHoleS(Run.Life life) {
        double from = Math.max(holeFromS, life.fromS());
        double to = life.toS() == null ? holeToS : Math.min(holeToS, life.toS());
        return Math.max(0, to - from);
    }
}
