package etl.record;

import etl.Failure;
import etl.result.CaptureFiles;
import etl.result.Jobs;
import etl.result.JobsCsv;
import etl.result.Run;
import etl.result.RunFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder that a suite fills: captures directly in it, or one folder per repeat.
///
/// @param folder of the set
/// @param repeats how often each system is measured
public record SuiteSet(Path folder, int repeats) {

    /// Where logs and faulty captures go; no analysis looks there.
    private static final String ASIDE = "aside";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /// `<date>-<cores>-core-<processor>`, for a set that nobody named.
    public static String defaultName(Instant now) {
        Host host = Host.local();
        String cpu =
                host.cpuModel()
                        .orElse("cpu")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-");
        return "%s-%.0f-core-%s"
                .formatted(
                        DateTimeFormatter.ISO_LOCAL_DATE.format(now.atZone(ZoneOffset.UTC)),
                        host.cores(),
                        cpu.replaceAll("^-|-$", ""));
    }

    /// Makes the folder, or looks whether it can be gone on with.
    ///
    /// @param resume go on with a set that is there
    /// @throws Failure when it holds something and `resume` is not set, or is another machine's
    public void open(boolean resume) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                if (!resume && files.findAny().isPresent()) {
                    throw new Failure(
                            folder
                                    + ": is not empty; go on with it by --resume, or name another"
                                    + " --out");
                }
            }
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be made: " + e, e);
        }
        firstRun().ifPresent(this::requireSameMachine);
    }

    private Optional<Run> firstRun() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".run.json"))
                    .filter(f -> !f.getParent().getFileName().toString().equals(ASIDE))
                    .sorted()
                    .findFirst()
                    .map(RunFile::read);
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be listed: " + e, e);
        }
    }

    private void requireSameMachine(Run run) {
        Host host = Host.local();
        Run.Machine theirs = run.machine();
        boolean same =
                Optional.ofNullable(theirs.cpuModel()).equals(host.cpuModel())
                        && theirs.cores() == Runtime.getRuntime().availableProcessors()
                        && theirs.memoryMib() == Math.round(host.memoryMib());
        if (!same) {
            throw new Failure(
                    "%s: was measured on another machine (%s, %d cores, %.0f MiB); name another --out"
                            .formatted(
                                    folder, theirs.cpuModel(), theirs.cores(), theirs.memoryMib()));
        }
    }

    /// Name of a run, such as `run-2/cron`, or only `cron` where there is one run per system.
    public String name(int repeat, String system) {
        return repeats == 1 ? system : "run-%d/%s".formatted(repeat, system);
    }

    /// The raw CSV of a run.
    public CaptureFiles files(String run) {
        return CaptureFiles.of(folder.resolve(run + ".csv"));
    }

    /// Whether the run is measured: ended normally, files unchanged, at least one fire.
    public boolean isComplete(String run) {
        CaptureFiles files = files(run);
        if (!Files.exists(files.run())
                || !Files.exists(files.samples())
                || !Files.exists(files.jobs())) {
            return false;
        }
        Run json = RunFile.read(files.run());
        return "normal".equals(json.termination())
                && hasChecksum(json, files.samples())
                && hasChecksum(json, files.jobs())
                && Jobs.of(JobsCsv.read(files.jobs())).fired() > 0;
    }

    private static boolean hasChecksum(Run run, Path file) {
        return CaptureFiles.sha256(file).equals(run.sha256().get(file.getFileName().toString()));
    }

    /// Puts away what is there of a run that is not complete, so that nothing is lost or
    /// overwritten.
    ///
    /// @return whether there was something
    public boolean putAside(String run) {
        CaptureFiles files = files(run);
        String stamp = STAMP.format(Instant.now());
        boolean any = false;
        for (Path file : List.of(files.samples(), files.jobs(), files.run())) {
            if (Files.exists(file)) {
                any = true;
                move(file, aside(run.replace('/', '-') + "-" + stamp + "-" + file.getFileName()));
            }
        }
        return any;
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to);
        } catch (IOException e) {
            throw new Failure(from + ": cannot be put aside: " + e, e);
        }
    }

    /// Where the containers' logs of a run go.
    public Path logs(String run) {
        return aside(run.replace('/', '-') + ".log");
    }

    private Path aside(String name) {
        return folder.resolve(ASIDE).resolve(name);
    }
}
