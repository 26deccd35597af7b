package etl.result;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The numbers of one system: one value per capture and column, `NaN` where it was not measured.
///
/// @param system name of the files
/// @param title name for people
/// @param version as the running system reported it; empty when it did not
/// @param verified how the system's folder was run, or `never`; empty when it is not known
/// @param source how the images came here: `official image`, `built here`, `built from source tag
///   …`; empty when it is not known
/// @param values one array per column, one entry per capture
public record Summary(
        String system,
        String title,
        String version,
        String verified,
        String source,
        Map<Column, double[]> values) {

    /// How many captures stand behind it.
    public int runs() {
        return values.get(Column.PEAK_RAM_MIB).length;
    }

    /// The median over the captures that have the value; `NaN` when none has it.
    public double value(Column column) {
        return Statistics.median(measured(column));
    }

    /// The smallest of the captures.
    public double min(Column column) {
        return Statistics.min(measured(column));
    }

    /// The largest of the captures.
    public double max(Column column) {
        return Statistics.max(measured(column));
    }

    /// The systems as rows of the summary file: medians rounded as there, so that every picture
    /// shows the number that stands in the file; ranges where there are repeats, intervals and
    /// groups where the number of runs supports them.
    public static List<SummaryCsv.Row> rows(List<Summary> summaries) {
        Map<Column, Map<String, String>> groups = new EnumMap<>(Column.class);
        for (Column column : Differences.COLUMNS) {
            Map<String, double[]> values = new LinkedHashMap<>();
            summaries.forEach(s -> values.put(s.system(), s.measured(column)));
            groups.put(column, Groups.of(Differences.of(values)));
        }
        return summaries.stream().map(summary -> summary.row(groups)).toList();
    }

    private SummaryCsv.Row row(Map<Column, Map<String, String>> groups) {
        Map<Column, Double> medians = new EnumMap<>(Column.class);
        Map<Column, Double> lows = new EnumMap<>(Column.class);
        Map<Column, Double> highs = new EnumMap<>(Column.class);
        Map<Column, MedianInterval> intervals = new EnumMap<>(Column.class);
        Map<Column, String> letters = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            medians.put(column, column.rounded(value(column)));
            // what was measured once has no range, however often the system was captured
            boolean repeated = measured(column).length > 1;
            lows.put(column, repeated ? column.rounded(min(column)) : Double.NaN);
            highs.put(column, repeated ? column.rounded(max(column)) : Double.NaN);
            interval(column).ifPresent(interval -> intervals.put(column, interval));
            String group = groups.getOrDefault(column, Map.of()).get(system);
            if (group != null) {
                letters.put(column, group);
            }
        }
        return new SummaryCsv.Row(
                system, title, version, source, verified, runs(), medians, lows, highs, intervals,
                letters);
    }

    /// Only where every run has the value: one that lacks it may do so for a reason that has to do
    /// with the value. The coverage follows from the number of runs then.
    private Optional<MedianInterval> interval(Column column) {
        double[] measured = measured(column);
        if (measured.length < runs()) {
            return Optional.empty();
        }
        return MedianInterval.of(measured)
                .map(i -> new MedianInterval(column.rounded(i.low()), column.rounded(i.high())));
    }

    /// With numbers that belong to the system as a whole and to none of its captures.
    Summary with(Map<Column, Double> numbers) {
        Map<Column, double[]> more = new EnumMap<>(values);
        numbers.forEach((column, value) -> more.put(column, new double[] {value}));
        return new Summary(system, title, version, verified, source, more);
    }

    /// The values of the captures that have one.
    double[] measured(Column column) {
        double[] all = values.getOrDefault(column, new double[0]);
        return Arrays.stream(all).filter(v -> !Double.isNaN(v)).toArray();
    }

    /// Puts the captures of one system together.
    static Summary of(List<Capture> captures, List<Map<Column, Double>> numbers) {
        Map<Column, double[]> values = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            values.put(
                    column,
                    numbers.stream()
                            .mapToDouble(n -> n.getOrDefault(column, Double.NaN))
                            .toArray());
        }
        values.put(Column.LATENCY_P95_MS, new double[] {Jobs.pooledP95Ms(captures)});
        Capture last = captures.getLast();
        Run run = last.run();
        return new Summary(
                last.system(),
                last.title(),
                run == null || run.version() == null ? "" : run.version(),
                run == null || run.verified() == null ? "" : run.verified(),
                run == null ? "" : Run.source(run.images()),
                values);
    }
}
