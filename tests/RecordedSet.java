import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.Cli;
import etl.result.CaptureFiles;
import etl.result.Fire;
import etl.result.JobsCsv;
import etl.result.Run;
import etl.result.RunFile;
import etl.result.SamplesCsv;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A result set with one sound capture, `cron`: 41 instants, one per second, and one fire; and
/// `check.java` to look at it.
///
/// @param warnings what the last check said on stderr
record RecordedSet(Path samples, Path jobs, Path run, List<String> warnings) {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final String ROW =
            "2026-11-24T10:00:%1$02d.000Z,%1$d.000,cron,25.0,12.0,26.0,1.5,,,,,,\n";

    static RecordedSet in(Path folder) throws IOException {
        Files.createDirectories(folder);
        CaptureFiles files = CaptureFiles.of(folder.resolve("cron.csv"));
        RecordedSet set =
                new RecordedSet(files.samples(), files.jobs(), files.run(), new ArrayList<>());
        Files.writeString(set.samples, rows(second -> true));
        Instant boundary = START.plusSeconds(60);
        Fire fire = new Fire(boundary, boundary.plusMillis(800), boundary.plusMillis(2300), 0);
        Files.writeString(set.jobs, JobsCsv.text(List.of(fire)));
        set.seal("normal");
        return set;
    }

    /// The samples of the seconds that are kept.
    static String rows(IntPredicate kept) {
        return String.join(",", SamplesCsv.HEADER)
                + IntStream.rangeClosed(0, 40)
                        .filter(kept)
                        .mapToObj(ROW::formatted)
                        .collect(Collectors.joining("", "\n", ""));
    }

    /// Writes the run JSON with the checksums of the files as they are now.
    void seal(String termination) {
        Map<String, String> checksums =
                List.of(samples, jobs).stream()
                        .filter(Files::exists)
                        .collect(
                                Collectors.toMap(
                                        f -> f.getFileName().toString(), CaptureFiles::sha256));
        RunFile.write(
                run,
                new Run(
                        Run.SCHEMA,
                        "cron",
                        null,
                        null,
                        "default",
                        "etlbench-cron",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new Run.Life("1", "cron", "cron", START, -60, null, null, null)),
                        null,
                        null,
                        new Run.Window(40, START, START.plusSeconds(40), 40.0),
                        new Run.Interval(1000, 41, 0, 1000.0, 1001.0, 1002.0),
                        "cgroup",
                        "etlbench",
                        60,
                        null,
                        termination,
                        checksums,
                        null,
                        null,
                        null,
                        null));
    }

    /// What `check.java` prints for the paths; its last line counts.
    List<String> check(int exitCode, Path... paths) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Cli.commandLine(new check())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        String[] args = List.of(paths).stream().map(Path::toString).toArray(String[]::new);
        assertEquals(exitCode, line.execute(args), () -> out + "" + err);
        warnings.clear();
        warnings.addAll(err.toString().lines().toList());
        return out.toString().lines().toList();
    }
}
