package etl.record;

import etl.Failure;
import etl.result.CaptureFiles;
import etl.result.PolyglotCsv;
import etl.result.PolyglotRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The job in all languages in several systems, one after the other.
public final class PolyglotRuns {

    private final SetWork work;

    public PolyglotRuns(SetWork work) {
        this.work = work;
    }

    /// Where a system's answer is written down.
    public static Path file(Path set, String system) {
        return set.resolve(PolyglotRecord.FOLDER).resolve(system + ".json");
    }

    /// Whether a system's folder says how it takes the languages.
    public static boolean isDefined(Systems systems, String system) {
        return stack(systems, system).isDefined();
    }

    private static PolyglotStack stack(Systems systems, String system) {
        return new PolyglotStack(system, systems.files(system).getFirst().getParent());
    }

    /// Goes through the systems; those that are complete are not repeated.
    ///
    /// @return what failed, a line each
    /// @throws Failure when the jobs themselves cannot be built, with the toolchain's last words
    public List<String> run(List<String> names) {
        work.makeFolder(PolyglotRecord.FOLDER);
        work.say().accept("the jobs are built");
        PolyglotImage.buildTasks(work.systems().root());
        return work.each(
                names,
                this::run,
                () -> PolyglotCsv.write(work.set(), PolyglotCsv.records(work.set())));
    }

    private void run(String system) {
        Path file = file(work.set(), system);
        if (Files.exists(file)) {
            work.say(system, "complete, not repeated");
            return;
        }
        PolyglotStack polyglot = stack(work.systems(), system);
        ComposeProject stack =
                polyglot.over(work.engine(), work.stack(system), work.slate().folder());
        Path csv = file.resolveSibling(system + ".csv");
        removeUnfinished(csv);
        PolyglotRun run = new PolyglotRun(work, stack, polyglot, csv);
        try {
            run.run().ifPresent(record -> record.write(file));
        } finally {
            stack.down();
        }
    }

    /// A capture of ours without an answer beside it was interrupted; it is made again.
    private static void removeUnfinished(Path csv) {
        CaptureFiles files = CaptureFiles.of(csv);
        for (Path path : List.of(files.samples(), files.jobs(), files.run())) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new Failure(path + ": cannot be removed: " + e.getMessage(), e);
            }
        }
    }
}
