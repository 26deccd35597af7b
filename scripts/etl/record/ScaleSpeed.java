package etl.record;

import etl.result.Comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the analysis grows with the data: with the number of captures, and with the rows of one.
public final class ScaleSpeed {

    private static final int[] REPEATS = {2, 20, 200};
    private static final long[] ROWS = {10_000, 100_000, 1_000_000};
    private static final long MANY_ROWS = 10_000_000;

    private ScaleSpeed() {}

    /// Many small captures, of 60 instants each.
    public static List<Comparison> captures(SpeedBench bench) {
        List<Comparison> rows = new ArrayList<>();
        for (int repeats : REPEATS) {
            int captures = 5 * repeats;
            String what = "summary of %d captures".formatted(captures);
            rows.addAll(
                    bench.measured(
                            what,
                            () -> {
                                Path set = bench.originals("captures-" + repeats, repeats);
                                List<String> command = summary(bench, set);
                                if (repeats == REPEATS[0]) {
                                    bench.warm(set, command);
                                }
                                return List.of(
                                        bench.alone(what, set, command, "no peer")
                                                .at("captures", captures));
                            }));
        }
        return rows;
    }

    /// One large capture.
    ///
    /// @param large ten million rows as well
    public static List<Comparison> rows(SpeedBench bench, boolean large) {
        List<Comparison> rows = new ArrayList<>();
        for (long size : ROWS) {
            rows.addAll(rows(bench, size));
        }
        if (large) {
            rows.addAll(rows(bench, MANY_ROWS));
        }
        return rows;
    }

    private static List<Comparison> rows(SpeedBench bench, long size) {
        Path set = bench.folder().resolve("rows-" + size);
        Path file = set.resolve("speed.csv");
        try {
            Files.createDirectories(set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RowsFile.write(file, size);
        List<String> ours = summary(bench, set);
        if (size == ROWS[0]) {
            bench.warm(set, ours);
        }
        return bench
                .besidePandas(
                        "summary of " + size + " rows",
                        set,
                        ours,
                        "read_csv and groupby",
                        pandas -> pandas.rows(file))
                .stream()
                .map(c -> c.at("rows", size))
                .toList();
    }

    private static List<String> summary(SpeedBench bench, Path set) {
        return bench.jbangw("analysis.java", set.toString(), "--no-charts");
    }
}
