package etl.show;

import etl.result.Column;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the charts say in words: a title that is the finding, and neutral where there is none, and
/// the notes for what a reader cannot see in the picture.
final class Wording {

    static final String MEMORY_SUBTITLE =
            "Memory of all containers of each scheduler, MiB, log scale, from the first reading";
    static final String EFFICIENCY_SUBTITLE =
            "Memory of all containers, MiB, log scale: from idle (hollow dot) to the peak (full"
                    + " dot)";

    /// Below this ratio a difference is not worth a headline.
    private static final double WORTH_SAYING = 2;

    private Wording() {}

    /// With the mark of a system that was built from its source.
    static String name(Row row) {
        return Origin.marked(MemoryLine.name(row.system(), row.title()), row.source());
    }

    static String memoryTitle(List<MemoryLine> lines) {
        double[] averages =
                lines.stream()
                        .filter(MemoryLine::isTypical)
                        .mapToDouble(MemoryLine::average)
                        .toArray();
        double ratio = Statistics.max(averages) / Statistics.min(averages);
        return ratio >= WORTH_SAYING
                ? "Up to %s times the memory".formatted(times(ratio))
                : "Memory of each scheduler over time";
    }

    static String memoryNote(List<MemoryLine> lines) {
        String thick =
                lines.stream().allMatch(MemoryLine::isTypical)
                        ? ""
                        : " Thick: the run with the median average; thin: the other runs.";
        return lines.stream().anyMatch(line -> Origin.isMarked(line.name()))
                ? thick + " " + Origin.meaning()
                : thick;
    }

    /// Lightest peak first, those without one last.
    static List<Row> byPeak(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(r -> r.value(Column.PEAK_RAM_MIB)))
                .toList();
    }

    /// The peaks that were measured.
    static double[] peaks(List<Row> rows) {
        return rows.stream()
                .mapToDouble(r -> r.value(Column.PEAK_RAM_MIB))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }

    static String efficiencyTitle(List<Row> rows) {
        List<Row> measured =
                byPeak(rows).stream()
                        .filter(r -> !Double.isNaN(r.value(Column.PEAK_RAM_MIB)))
                        .toList();
        if (!measured.isEmpty()) {
            Row least = measured.getFirst();
            Row most = measured.getLast();
            double ratio = most.value(Column.PEAK_RAM_MIB) / least.value(Column.PEAK_RAM_MIB);
            if (ratio >= WORTH_SAYING) {
                return "At its peak, %s takes %s times the memory of %s"
                        .formatted(name(most), times(ratio), name(least));
            }
        }
        return "What each scheduler keeps while idle and takes at its peak";
    }

    static String efficiencyNote(List<Row> rows) {
        boolean jobsKnown =
                rows.stream()
                        .anyMatch(r -> has(r, Column.JOBS_FIRED) || has(r, Column.CPU_S_PER_JOB));
        return " "
                + idle(rows)
                + (jobsKnown ? "" : " CPU per job and the jobs that fired were not measured.")
                + RepeatNotes.medians(rows)
                + (RepeatNotes.medians(rows).isEmpty() ? "" : " Fine strokes: range of the peaks.")
                + origin(rows);
    }

    /// What a table of these rows has to say below it.
    static String tableNote(List<Row> rows) {
        String groups =
                RepeatNotes.groups(rows, Shown.of(rows).stream().map(Shown::column).toList());
        boolean stated =
                rows.stream()
                        .anyMatch(r -> has(r, Column.RAM_PER_JOB) && !has(r, Column.JOBS_FIRED));
        return " "
                + idle(rows)
                + (stated
                        ? " Peak per job: where no fires were counted, a stated number divides."
                        : "")
                + RepeatNotes.medians(rows)
                + (groups.isEmpty() ? "" : " " + groups)
                + origin(rows);
    }

    private static String origin(List<Row> rows) {
        String note = Origin.note(rows);
        return note.isEmpty() ? "" : " " + note;
    }

    private static boolean has(Row row, Column column) {
        return !Double.isNaN(row.value(column));
    }

    /// What the pictures of these rows call idle.
    static String idle(List<Row> rows) {
        return Shown.idle(rows) == Column.STEADY_RAM_MIB
                ? "Idle: median of the seconds in which no job ran."
                : "Idle: the lowest reading of the window.";
    }

    /// A ratio in two digits: `2.4`, `74`.
    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 9.95 ? "%.1f" : "%.0f", ratio);
    }
}
