package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Small captures whose numbers a reader can follow in the head. The window begins at second 30 of
/// 10:00, as the protocol's does.
final class Example {

    static final Instant START = Instant.parse("2026-11-24T10:00:30Z");
    static final double NONE = Double.NaN;

    private Example() {}

    static Instant at(double elapsedS) {
        return START.plusMillis(Math.round(elapsedS * 1000));
    }

    /// Anonymous memory is half the memory, the high-water mark 1 MiB more.
    static Sample sample(double elapsedS, String container, double memoryMib, double cpuS) {
        return new Sample(
                at(elapsedS),
                elapsedS,
                container,
                memoryMib,
                memoryMib / 2,
                memoryMib + 1,
                cpuS,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE);
    }

    /// A container that ran before the window and outlives it.
    static Run.Life life(String name) {
        return life(name, -60, null, null);
    }

    static Run.Life life(String name, double fromS, Double toS, Integer exitCode) {
        return new Run.Life("id-" + name, name, name, at(fromS), fromS, toS, exitCode, null);
    }

    static Run run(Run.Life... lives) {
        return run("normal", Map.of(), null, lives);
    }

    static Run run(
            String termination,
            Map<String, String> sha256,
            Run.Interval interval,
            Run.Life... lives) {
        return new Run(
                Run.SCHEMA,
                "cron",
                "Cron",
                "3.0",
                "default",
                "etlbench-cron",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(lives),
                null,
                null,
                null,
                interval,
                "cgroup",
                "etlbench",
                60,
                null,
                termination,
                sha256,
                null,
                null,
                null,
                null);
    }

    static Timeline timeline(Run run, Sample... samples) {
        Timeline.Builder builder = new Timeline.Builder(run);
        List.of(samples).forEach(builder::add);
        return builder.build();
    }

    static Capture capture(Timeline timeline, List<Fire> fires, Run run) {
        return new Capture(CaptureFiles.of(Path.of("set/cron.csv")), timeline, fires, run);
    }

    /// A fire of the boundary `minute` minutes after 10:00.
    static Fire fire(int minute, int startedMs, int endedMs, int exitCode) {
        Instant boundary = boundary(minute);
        return new Fire(
                boundary, boundary.plusMillis(startedMs), boundary.plusMillis(endedMs), exitCode);
    }

    static Fire hung(int minute, int startedMs) {
        return new Fire(boundary(minute), boundary(minute).plusMillis(startedMs), null, null);
    }

    static Instant boundary(int minute) {
        return Instant.parse("2026-11-24T10:00:00Z").plusSeconds(60L * minute);
    }

    static String csv(Sample... samples) {
        StringBuilder text = new StringBuilder(String.join(",", SamplesCsv.HEADER)).append('\n');
        for (Sample sample : samples) {
            text.append(SamplesCsv.row(sample)).append('\n');
        }
        return text.toString();
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// Asserts columns of a row: a column, its value, the next column …
    static void has(Map<Column, Double> row, Object... columnsAndValues) {
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            Column column = (Column) columnsAndValues[i];
            double value = ((Number) columnsAndValues[i + 1]).doubleValue();
            assertEquals(value, row.getOrDefault(column, NONE), 1e-9, column.header());
        }
    }
}
