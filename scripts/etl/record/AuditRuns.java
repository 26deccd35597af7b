package etl.record;

import etl.Failure;
import etl.result.AuditCsv;
import etl.result.AuditRecord;
import etl.result.AuditWay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The 3 AM test of several systems, one after the other.
public final class AuditRuns {

    private final SetWork work;

    public AuditRuns(SetWork work) {
        this.work = work;
    }

    /// Where the test of a system is written down.
    public static Path file(Path set, String system) {
        return set.resolve(AuditRecord.FOLDER).resolve(system + ".json");
    }

    /// The way of a system; a tuned entry goes that of its folder.
    public static Optional<AuditWay> way(Systems systems, String system) {
        return AuditWay.read(systems.files(system).getFirst().getParent());
    }

    /// Whether a system's test need not be made again: every look has an answer.
    public static boolean isComplete(Path file) {
        return Files.exists(file) && AuditRecord.read(file).unknown().isEmpty();
    }

    /// Goes through the systems; those that are complete are not repeated.
    ///
    /// @return what failed, a line each
    public List<String> run(List<String> names) {
        work.makeFolder(AuditRecord.FOLDER);
        return work.each(names, this::run, () -> AuditCsv.write(work.set()));
    }

    private void run(String system) {
        Path file = file(work.set(), system);
        if (isComplete(file)) {
            work.say(system, "complete, not repeated");
            return;
        }
        AuditWay way =
                way(work.systems(), system)
                        .orElseThrow(
                                () ->
                                        new Failure(
                                                "compose/%s has no %s that says how its log is found"
                                                        .formatted(
                                                                Systems.folder(system),
                                                                AuditWay.NAME)));
        ComposeProject stack = work.stack(system);
        Path job = work.systems().root().resolve("etl_task.py").toAbsolutePath();
        ComposeProject failing = FailOnce.over(stack, job, work.slate().folder());
        AuditRun run = new AuditRun(work, failing, way, system);
        try {
            run.run().ifPresent(test -> keep(test, file));
        } finally {
            work.interrupt().insist(failing::down);
        }
    }

    /// The test is kept also where a way could not be gone: the other one may be told all the same.
    private void keep(AuditRecord test, Path file) {
        test.write(file);
        test.unknown()
                .ifPresent(
                        look -> {
                            throw new Failure(
                                    "stuck at %s; see %s"
                                            .formatted(
                                                    look.stuckAt(),
                                                    work.set().resolve(look.evidence().getLast())));
                        });
    }
}
