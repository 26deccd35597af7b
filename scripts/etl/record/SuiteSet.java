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
        firstRun().ifPresent(run -> SetMachine.requireSame(folder, run));
    }

    private Optional<Run> firstRun() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".run.json"))
                    .filter(f -> !f.getParent().getFileName().toString().equals(ASIDE))
                    .sorted()
                    .flatMap(file -> readable(file).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be listed: " + e, e);
        }
    }

    /// What is no JSON of a run is not complete, and nothing more.
    private static Optional<Run> readable(Path file) {
        try {
            return Optional.of(RunFile.read(file));
        } catch (Failure e) {
            return Optional.empty();
        }
    }

    /// Name of a run, such as `run-2/cron`, or only `cron` where there is one run per system.
    public String name(SuitePlan.Step step) {
        return repeats == 1 ? step.system() : "run-%d/%s".formatted(step.repeat(), step.system());
    }

    /// The raw CSV of a run.
    public CaptureFiles files(String run) {
        return CaptureFiles.of(folder.resolve(run + ".csv"));
    }

    /// Whether the run of this step is measured.
    public boolean isComplete(SuitePlan.Step step) {
        return isComplete(name(step));
    }

    /// Whether the run is measured: ended normally with the engine there all the time, files
    /// unchanged, at least one fire.
    public boolean isComplete(String run) {
        CaptureFiles files = files(run);
        if (!Files.exists(files.run())
                || !Files.exists(files.samples())
                || !Files.exists(files.jobs())) {
            return false;
        }
        return readable(files.run())
                .filter(json -> "normal".equals(json.termination()))
                .filter(json -> !json.engineWasLost())
                .filter(json -> hasChecksum(json, files.samples()))
                .filter(json -> hasChecksum(json, files.jobs()))
                .filter(json -> Jobs.of(JobsCsv.read(files.jobs())).fired() > 0)
                .isPresent();
    }

    /// Why a capture that has just ended normally does not count.
    String defect(String run) {
        return readable(files(run).run()).filter(Run::engineWasLost).isPresent()
                ? "the engine went away during the window"
                : "the job did not fire once in the window";
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

    /// Puts away one file of the set, where it is there.
    void putAside(Path file) {
        if (Files.exists(file)) {
            move(file, aside(STAMP.format(Instant.now()) + "-" + file.getFileName()));
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to);
        } catch (IOException e) {
            throw new Failure(from + ": cannot be put aside: " + e, e);
        }
    }

    /// Where the containers' logs of a run go; those of an earlier attempt stay.
    public Path logs(String run) {
        return aside("%s-%s.log".formatted(run.replace('/', '-'), STAMP.format(Instant.now())));
    }

    private Path aside(String name) {
        return folder.resolve(ASIDE).resolve(name);
    }
}
