package etl.show;

import etl.result.Capture;
import etl.result.Run;
import etl.result.Timeline.Point;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Memory of one run of one system over time, from T = 0.
///
/// @param system name of the files
/// @param title name for people
/// @param run number of the repeat, from 1
/// @param isTypical the run whose average is the median of the system's runs (of two in the middle
///   the lower one): a run that was measured, not a mixture of several
/// @param seconds since the run's first instant
/// @param mib sum of the stack's containers; `NaN` in an instant that lacks one
public record MemoryLine(
        String system, String title, int run, boolean isTypical, double[] seconds, double[] mib) {

    /// The lines of all runs of one system.
    public static List<MemoryLine> of(List<Capture> captures) {
        List<MemoryLine> lines = new ArrayList<>();
        for (int i = 0; i < captures.size(); i++) {
            lines.add(of(captures.get(i), i + 1));
        }
        List<MemoryLine> byAverage =
                lines.stream()
                        .filter(l -> !Double.isNaN(l.average()))
                        .sorted(Comparator.comparingDouble(MemoryLine::average))
                        .toList();
        if (byAverage.isEmpty()) {
            return List.of();
        }
        MemoryLine typical = byAverage.get((byAverage.size() - 1) / 2);
        lines.replaceAll(l -> l == typical ? typical.asTypical() : l);
        return lines;
    }

    private static MemoryLine of(Capture capture, int number) {
        List<Point> points = capture.timeline().instants();
        double start = points.getFirst().elapsedS();
        return new MemoryLine(
                capture.system(),
                title(capture),
                run(capture, number),
                false,
                points.stream().mapToDouble(p -> p.elapsedS() - start).toArray(),
                points.stream().mapToDouble(Point::memoryMib).toArray());
    }

    private static String title(Capture capture) {
        String source = capture.run() == null ? "" : Run.source(capture.run().images());
        return Origin.of(source).isEmpty()
                ? capture.title()
                : Origin.marked(name(capture.system(), capture.title()), source);
    }

    /// The number of the folder `run-N` where there is one: a repeat that failed leaves a gap.
    static int run(Capture capture, int number) {
        Path samples = capture.files().samples();
        String folder = samples.toAbsolutePath().getParent().getFileName().toString();
        return folder.matches("run-[0-9]{1,9}") ? Integer.parseInt(folder.substring(4)) : number;
    }

    private MemoryLine asTypical() {
        return new MemoryLine(system, title, run, true, seconds, mib);
    }

    /// Mean of the complete instants; `NaN` where there is none.
    public double average() {
        return Arrays.stream(mib).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }

    /// Index of the last complete instant; -1 where there is none.
    int last() {
        int i = mib.length - 1;
        while (i >= 0 && Double.isNaN(mib[i])) {
            i--;
        }
        return i;
    }

    /// The line as a log scale can show it: without readings of 0.
    MemoryLine drawable() {
        double[] above = mib.clone();
        Arrays.setAll(above, i -> mib[i] > 0 ? mib[i] : Double.NaN);
        return new MemoryLine(system, title, run, isTypical, seconds, above);
    }

    /// The line with at most twice as many points as asked for: of each slice of time the lowest
    /// and the highest, so that a spike of one instant stays.
    MemoryLine thinned(int slices) {
        if (mib.length <= 2 * slices) {
            return this;
        }
        List<Integer> kept = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            int from = (int) ((long) mib.length * slice / slices);
            int to = (int) ((long) mib.length * (slice + 1) / slices);
            int low = from;
            int high = from;
            for (int i = from; i < to; i++) {
                // a missing instant compares as false with everything, so it is kept by name
                low = Double.isNaN(mib[i]) || mib[i] < mib[low] ? i : low;
                high = mib[i] > mib[high] || Double.isNaN(mib[high]) ? i : high;
            }
            kept.add(Math.min(low, high));
            if (low != high) {
                kept.add(Math.max(low, high));
            }
        }
        return new MemoryLine(
                system,
                title,
                run,
                isTypical,
                kept.stream().mapToDouble(i -> seconds[i]).toArray(),
                kept.stream().mapToDouble(i -> mib[i]).toArray());
    }

    /// Name for people.
    String name() {
        return name(system, title);
    }

    /// A file's name made presentable where no folder gave a title: `ofelia` becomes `Ofelia`.
    static String name(String system, String title) {
        return title.equals(system)
                ? system.substring(0, 1).toUpperCase(Locale.ROOT) + system.substring(1)
                : title;
    }
}
