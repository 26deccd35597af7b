package etl.show;

import etl.result.Fire;
import etl.result.JobsCsv;
import etl.result.Sample;
import etl.result.SamplesCsv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Captures on the disk: a reading a second from second 30 of a minute on, over three minutes, and
/// two fires. Memory is the second of the window.
final class WrittenSet {

    static final Instant START = Instant.parse("2026-11-24T10:00:30Z");
    static final int SECONDS = 180;

    private static final double NONE = Double.NaN;

    private WrittenSet() {}

    static void capture(Path folder, String system) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", SamplesCsv.HEADER)).append('\n');
        for (int second = 0; second <= SECONDS; second++) {
            text.append(SamplesCsv.row(sample(second, system))).append('\n');
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(system + ".csv"), text);
    }

    /// Of the minutes 10:01 and 10:02; the one of 10:03 is missed.
    static void jobs(Path folder, String system) throws IOException {
        Files.writeString(
                folder.resolve(system + ".jobs.csv"),
                JobsCsv.text(List.of(fire(30, 800), fire(90, -200), missed(150))));
    }

    private static Fire fire(int second, int latencyMs) {
        Instant boundary = START.plusSeconds(second);
        Instant started = boundary.plusMillis(latencyMs);
        return new Fire(boundary, started, started.plusMillis(1500), 0);
    }

    private static Fire missed(int second) {
        return Fire.missed(START.plusSeconds(second));
    }

    private static Sample sample(int second, String container) {
        return new Sample(
                START.plusSeconds(second),
                second,
                container,
                second,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE);
    }
}
