package etl.record;

import etl.Failure;
import etl.result.LimitSearch;
import etl.result.Run;
import etl.result.SmallServer;
import etl.result.SystemFacts;
import etl.result.Trial;
import etl.result.VpsCsv;
import etl.result.VpsRecord;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Searches the smallest memory at which whole stacks work, one system after the other, trial by
/// trial. What was tried is written down after every trial.
public final class VpsSearches {

    private final SetWork work;
    private final EngineFacts facts;
    private int trials;

    public VpsSearches(SetWork work) {
        this.work = work;
        this.facts = EngineFacts.of(work.engine());
    }

    /// Where the search of a system is written down.
    public static Path file(Path set, String system) {
        return set.resolve(VpsRecord.FOLDER).resolve(system + ".json");
    }

    /// Goes through the systems.
    ///
    /// @return what failed, a line each
    /// @throws Failure when no limit can be set here, or no kill be heard of
    public List<String> search(List<String> names) {
        prepare();
        return work.each(names, this::search, () -> VpsCsv.write(work.set()));
    }

    /// Before anything is started; what searches left behind that were killed goes.
    private void prepare() {
        StackGroup.requireRoot(
                work.engine().docker().infoCmd().exec().getSecurityOptions(), facts.cgroupDriver());
        StackGroup.sweep(GroupMounts.here(), GroupName::isLeft);
        try (StackGroup group = group()) {
            group.limit(SmallServer.SOLD_AS_MIB);
        }
        OomLog.requireReadable();
        work.makeFolder(VpsRecord.FOLDER);
    }

    private void search(String system) {
        Path file = file(work.set(), system);
        VpsRecord record = Files.exists(file) ? VpsRecord.read(file) : begin(system);
        if (record.ended() != null) {
            work.say(system, "complete, not repeated");
            return;
        }
        ComposeProject stack = work.stack(system);
        Optional<LimitSearch.Step> step = next(record);
        while (step.isPresent() && !work.interrupt().getAsBoolean()) {
            work.say(system, step.get().text());
            record = tried(record, stack, step.get());
            record.write(file);
            step = next(record);
        }
        if (!work.interrupt().getAsBoolean()) {
            record.ended(now()).write(file);
            double smallest =
                    record.search().smallestMib().orElseThrow(notFound(record.search(), file));
            work.say(system, "works from %.0f MiB on".formatted(smallest));
        }
    }

    /// The file stays, with all that was tried.
    private static Supplier<Failure> notFound(LimitSearch search, Path file) {
        return () ->
                new Failure(
                        "no limit was found at which it works (%s); to search again remove %s"
                                .formatted(
                                        Objects.requireNonNullElse(
                                                search.trials().getLast().breaks(),
                                                "the kernel keeps no high-water mark"),
                                        file));
    }

    private static Optional<LimitSearch.Step> next(VpsRecord record) {
        return record.search().next(record.forStackMib(SmallServer.SOLD_AS_MIB).orElse(Double.NaN));
    }

    private VpsRecord begin(String system) {
        SystemFacts says = ComposeProject.of(work.systems(), system).facts();
        return new VpsRecord(
                VpsRecord.SCHEMA,
                system,
                says.title(),
                null,
                says.verified(),
                facts.forRun(),
                SetMachine.facts(),
                null,
                SmallServer.OS_SHARE_MIB,
                now(),
                null,
                List.of());
    }

    /// Makes one trial; the record is the same where a person interrupted.
    private VpsRecord tried(VpsRecord record, ComposeProject stack, LimitSearch.Step step) {
        try (StackGroup group = group()) {
            TrialRun run =
                    new TrialRun(
                            work.engine(),
                            stack,
                            group,
                            step,
                            work.slate().folder(),
                            work.interrupt());
            try {
                Optional<Trial> trial = run.run();
                if (trial.isEmpty()) {
                    return record;
                }
                work.say(record.system(), trial.get().text());
                if (!trial.get().works()) {
                    saveLogs(record.system(), stack, step);
                } else if (record.images() == null) {
                    return identified(record, stack).with(trial.get());
                }
                return record.with(trial.get());
            } finally {
                work.interrupt().insist(run.stack()::down);
            }
        }
    }

    /// A trial is worth more than its logs.
    private void saveLogs(String system, ComposeProject stack, LimitSearch.Step step) {
        try {
            stack.saveLogs(logs(system, step));
        } catch (Failure e) {
            work.say(system, "its logs cannot be saved: " + e.getMessage());
        }
    }

    /// What the running stack says of itself.
    private VpsRecord identified(VpsRecord record, ComposeProject stack) {
        try (Stack running = Stack.watch(work.engine(), stack.name(), Readers.ENGINE)) {
            List<Run.Image> images = Images.of(running);
            return record.identified(
                    InstalledVersion.ask(running, stack.facts()).orElse(null), images);
        }
    }

    private Path logs(String system, LimitSearch.Step step) {
        String limit = step.limitMib() == null ? "no-limit" : "%.0f-mib".formatted(step.limitMib());
        return new SuiteSet(work.set(), 1).logs("vps-%s-%s".formatted(system, limit));
    }

    private StackGroup group() {
        return StackGroup.make(
                GroupMounts.here(),
                facts.cgroupVersion(),
                facts.cgroupDriver(),
                GroupName.of(work.slate().label(), ++trials));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
