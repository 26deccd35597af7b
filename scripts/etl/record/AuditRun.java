package etl.record;

import etl.Failure;
import etl.Interrupt;
import etl.result.AuditRecord;
import etl.result.AuditRecord.Condition;
import etl.result.AuditRecord.Look;
import etl.result.AuditWay;
import etl.result.Fire;
import etl.result.Run;
import etl.result.SystemFacts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The 3 AM test of one system: the job fails once, ten runs go by, and then its log is looked for
/// on the running stack, after a restart, after a crash, and after it was taken down and started
/// again with its volumes.
final class AuditRun {

    /// So many runs come after the failed one before it is looked for.
    static final int RUNS_SINCE = 10;

    private static final Duration LEDGER_AGAIN = Duration.ofSeconds(2);
    private static final int PERIODS_AWAITED = 5;

    private final Engine engine;
    private final ComposeProject stack;
    private final AuditWay way;
    private final SetWork work;
    private final String system;
    private final Interrupt interrupt;
    private final Consumer<String> say;
    private final SystemFacts facts;
    private final Duration period;
    private final Setback setback;

    /// @param stack labelled, with a job that can be made to fail
    AuditRun(SetWork work, ComposeProject stack, AuditWay way, String system) {
        this.engine = work.engine();
        this.stack = stack;
        this.way = way;
        this.work = work;
        this.system = system;
        this.interrupt = work.interrupt();
        this.say = line -> work.say(system, line);
        this.facts = stack.facts();
        this.period = Duration.ofSeconds(facts.periodS());
        this.setback = new Setback(engine, stack, interrupt, say);
    }

    /// Does all of it; the stack is taken down by the caller.
    ///
    /// @return empty where a person interrupted
    /// @throws Failure when the stack does not work
    Optional<AuditRecord> run() {
        Instant began = now();
        Passage passage = new Passage(engine, stack, interrupt, say);
        passage.up();
        passage.settle();
        String text = "etlbench-failed-" + Long.toString(began.toEpochMilli(), 36);
        say.accept("one run fails");
        FailOnce.next(engine, stack.name(), text);
        Optional<Fire> failed =
                await(PERIODS_AWAITED, "no run has failed", ledger -> failed(ledger, began));
        say.accept(RUNS_SINCE + " runs go by");
        Optional<Integer> since =
                failed.flatMap(
                        f ->
                                await(
                                        RUNS_SINCE + PERIODS_AWAITED,
                                        "fewer than %d runs".formatted(RUNS_SINCE),
                                        ledger -> since(ledger, f).filter(n -> n >= RUNS_SINCE)));
        if (since.isEmpty()) {
            return Optional.empty();
        }
        AuditLooks looks = new AuditLooks(way, work.systems().root(), work.set(), system, text);
        List<Look> all = new ArrayList<>(look(looks, Condition.FRESH));
        AuditFacts known =
                new AuditFacts(way, new Calls(work.systems().root()), failed.get(), text);
        AuditRecord record = record(began, text, failed.get(), since.get(), known);
        for (Condition condition : List.of(Condition.RESTART, Condition.CRASH, Condition.DOWN_UP)) {
            if (!interrupt.getAsBoolean()) {
                all.addAll(lookAfter(looks, condition));
            }
        }
        return interrupt.getAsBoolean() ? Optional.empty() : Optional.of(record.with(all, now()));
    }

    private List<Look> look(AuditLooks looks, Condition condition) {
        List<Look> made = looks.under(condition);
        made.forEach(look -> say.accept(look.text()));
        return made;
    }

    /// That a stack does not come back is an answer, too.
    private List<Look> lookAfter(AuditLooks looks, Condition condition) {
        try {
            if (!setback.bring(condition)) {
                return List.of();
            }
        } catch (EngineAway e) {
            throw e; // nothing that the system could help
        } catch (Failure e) {
            say.accept("the stack does not come back: " + e.getMessage());
            return AuditLooks.none(condition, "the stack does not come back: " + e.getMessage());
        }
        return look(looks, condition);
    }

    /// What the running stack says of itself and of the failed run.
    private AuditRecord record(
            Instant began, String text, Fire failed, int since, AuditFacts known) {
        try (Stack running = Stack.watch(engine, stack.name(), Readers.ENGINE)) {
            List<Run.Image> images = Images.of(running);
            return new AuditRecord(
                    AuditRecord.SCHEMA,
                    system,
                    facts.title(),
                    InstalledVersion.ask(running, facts).orElse(null),
                    facts.verified(),
                    EngineFacts.of(engine).forRun(),
                    SetMachine.facts(),
                    images,
                    began,
                    null,
                    text,
                    failed,
                    since,
                    List.of(),
                    known.exitCodeKnown(),
                    known.timesKnown(),
                    known.stderrApart(),
                    way.kept());
        }
    }

    private static Optional<Fire> failed(Ledger ledger, Instant since) {
        return ledger.entries().stream()
                .filter(e -> e.started().isAfter(since))
                .filter(e -> e.exitCode() != null && e.exitCode() == FailOnce.EXIT_CODE)
                .map(e -> new Fire(e.started(), e.started(), e.ended(), e.exitCode()))
                .findFirst();
    }

    private static Optional<Integer> since(Ledger ledger, Fire failed) {
        return Optional.of(
                (int)
                        ledger.entries().stream()
                                .filter(e -> e.started().isAfter(failed.started()))
                                .filter(e -> e.ended() != null)
                                .count());
    }

    /// Looks into the ledger until something is there; empty where a person interrupted.
    ///
    /// @param periods so many may go by
    /// @param missing what is said when they have
    private <T> Optional<T> await(int periods, String missing, Function<Ledger, Optional<T>> what) {
        long deadline = System.nanoTime() + period.multipliedBy(periods).toNanos();
        Optional<T> there = Optional.empty();
        while (there.isEmpty() && !interrupt.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Failure("%s in %d periods".formatted(missing, periods));
            }
            interrupt.sleep(LEDGER_AGAIN);
            there = LedgerFile.read(engine, stack.name()).flatMap(what);
        }
        return there;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
