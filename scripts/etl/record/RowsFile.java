package etl.record;

import etl.Failure;
import etl.result.Sample;
import etl.result.SamplesCsv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/// A capture that nobody made: three containers, ten times a second, as many rows as are wanted,
/// and the same ones each time. For speed only; its numbers mean nothing.
public final class RowsFile {

    private static final int CONTAINERS = 3;
    private static final double PAGE_MIB = 4096 / Sample.MIB;

    private RowsFile() {}

    /// Writes it.
    ///
    /// @throws Failure when it cannot be written
    public static void write(Path file, long rows) {
        Random random = new Random(1);
        Instant first = Instant.parse("2026-01-01T00:00:30Z");
        double[] mib = {20, 50, 80};
        double[] cpuS = new double[CONTAINERS];
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", SamplesCsv.HEADER) + "\n");
            for (long row = 0; row < rows; row++) {
                int c = (int) (row % CONTAINERS);
                long tick = row / CONTAINERS;
                boolean counters = tick % 10 == 0;
                mib[c] += PAGE_MIB * (random.nextInt(9) - 4 - Math.signum(mib[c] - 20 - 30 * c));
                cpuS[c] += random.nextInt(20) == 0 ? 0.004 : 0;
                Sample sample =
                        new Sample(
                                first.plusMillis(100 * tick),
                                tick / 10.0,
                                "speed-service-%d".formatted(c + 1),
                                mib[c],
                                mib[c] * 0.75,
                                90 + 10 * c,
                                cpuS[c],
                                tick == 0 ? Double.NaN : 100 * 0.004 * random.nextInt(2),
                                counters ? 7 : Double.NaN,
                                counters ? 1376 + tick : Double.NaN,
                                counters ? 976 + tick : Double.NaN,
                                Double.NaN,
                                Double.NaN);
                out.write(SamplesCsv.row(sample));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
