import etl.result.Sample;
import etl.result.SamplesCsv;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Result sets for the tests of the scripts.
final class ResultFolder {

    static final String OURS = String.join(",", SamplesCsv.HEADER) + "\n";
    static final String ORIGINAL = SamplesCsv.dockerStatsHeader() + "\n";

    private static final Instant START = Instant.parse("2026-03-01T10:00:30Z");
    private static final double NONE = Double.NaN;

    private ResultFolder() {}

    /// A copy of the five published captures.
    static void copyOriginal(Path folder) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Repository.root().resolve("results/original"))) {
            for (Path file : files) {
                if (isRaw(file)) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
    }

    private static boolean isRaw(Path file) throws IOException {
        String name = file.getFileName().toString();
        return name.equals("README.md")
                || name.endsWith(".csv") && Files.readString(file).startsWith(ORIGINAL);
    }

    /// A capture in our format without jobs CSV: one container, one reading a second.
    static Path capture(Path folder, String system, double... mib) throws IOException {
        StringBuilder text = new StringBuilder(OURS);
        for (int second = 0; second < mib.length; second++) {
            text.append(row(second, system, mib[second])).append('\n');
        }
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(system + ".csv"), text);
    }

    static String row(double second, String container, double mib) {
        return SamplesCsv.row(
                new Sample(
                        START.plusMillis(Math.round(1000 * second)),
                        second,
                        container,
                        mib,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE));
    }
}
