package etl.record;

import etl.Failure;
import etl.result.Language;
import etl.result.PolyglotCsv;
import etl.result.PolyglotRecord;
import etl.result.PolyglotRecord.NotBuilt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /// Whether a system's folder says how it takes the languages. A tuned entry takes them as its
    /// system does, and is not asked again.
    public static boolean isDefined(Systems systems, String system) {
        return Systems.folder(system).equals(system) && stack(systems, system).isDefined();
    }

    private static PolyglotStack stack(Systems systems, String system) {
        return new PolyglotStack(system, systems.files(system).getFirst().getParent());
    }

    /// Goes through the systems; those that are complete are not repeated.
    ///
    /// @return what failed, a line each
    public List<String> run(List<String> names) {
        work.makeFolder(PolyglotRecord.FOLDER);
        List<NotBuilt> notBuilt = buildTasks();
        List<String> faults =
                work.each(
                        names,
                        system -> run(system, notBuilt),
                        () -> PolyglotCsv.write(work.set()));
        return Stream.concat(notBuilt.stream().map(NotBuilt::text), faults.stream()).toList();
    }

    /// Builds the jobs; what the toolchains of some languages cannot do is no reason to leave out
    /// the others.
    private List<NotBuilt> buildTasks() {
        work.say().accept("the jobs are built");
        List<NotBuilt> notBuilt = new ArrayList<>();
        for (Language language : Language.values()) {
            if (work.interrupt().getAsBoolean()) {
                return List.of();
            }
            try {
                PolyglotImage.buildTask(work.systems().root(), language);
            } catch (Failure e) {
                NotBuilt missing = new NotBuilt(language, e.getMessage());
                work.say().accept(missing.text());
                notBuilt.add(missing);
            }
        }
        if (notBuilt.size() == Language.values().length) {
            throw new Failure("no job can be built: " + notBuilt.getFirst().reason());
        }
        return List.copyOf(notBuilt);
    }

    /// The languages whose jobs are there.
    static List<Language> built(List<NotBuilt> notBuilt) {
        List<Language> missing = notBuilt.stream().map(NotBuilt::language).toList();
        return Arrays.stream(Language.values()).filter(l -> !missing.contains(l)).toList();
    }

    /// Whether all languages are measured.
    public static boolean isComplete(Path file) {
        return isComplete(file, List.of());
    }

    /// Whether nothing is missing that could be measured now.
    private static boolean isComplete(Path file, List<NotBuilt> notBuilt) {
        return Files.exists(file)
                && PolyglotRecord.read(file).notBuilt().stream()
                        .map(NotBuilt::language)
                        .noneMatch(built(notBuilt)::contains);
    }

    private void run(String system, List<NotBuilt> notBuilt) {
        Path file = file(work.set(), system);
        if (isComplete(file, notBuilt)) {
            work.say(system, "complete, not repeated");
            return;
        }
        PolyglotStack polyglot = stack(work.systems(), system);
        polyglot.requireDefinitions();
        Path slate = work.slate().folder();
        ComposeProject own = work.stack(system);
        List<NotBuilt> notInstalled =
                polyglot.build(work.engine(), own, slate, built(notBuilt), work.interrupt());
        List<NotBuilt> missing = Stream.concat(notBuilt.stream(), notInstalled.stream()).toList();
        notInstalled.forEach(language -> work.say(system, language.text()));
        if (work.interrupt().getAsBoolean()) {
            return;
        }
        if (isComplete(file, missing)) {
            work.say(system, "complete but for that, not repeated");
            return;
        }
        ComposeProject stack =
                polyglot.over(own, slate)
                        // once more: what is laid over may have services of its own
                        .labelled(work.slate().label(), slate);
        SuiteSet set = new SuiteSet(work.set(), 1);
        if (set.putAside(PolyglotRecord.FOLDER + "/" + system)) {
            work.say(system, "an earlier capture that is not complete was put aside");
        }
        set.putAside(file);
        Path csv = file.resolveSibling(system + ".csv");
        PolyglotRun run = new PolyglotRun(work, stack, polyglot, csv, missing);
        try {
            run.run().ifPresent(record -> record.write(file));
        } finally {
            work.interrupt().insist(stack::down);
        }
        if (!notInstalled.isEmpty() && !work.interrupt().getAsBoolean()) {
            throw new Failure(notInstalled.getFirst().text());
        }
    }
}
