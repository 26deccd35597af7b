package etl.record;

import etl.Failure;
import etl.Interrupt;
import etl.result.Run;
import etl.result.SystemFacts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The protocol of a run up to the capture, for one stack: up, ready, settle. Every phase has a
/// limit, and a phase that fails says which it was.
public final class Passage {

    /// A system that has let so many fires pass does not schedule.
    private static final int FIRES_AWAITED = 5;

    private static final Duration LEDGER_AGAIN = Duration.ofSeconds(2);

    private final Engine engine;
    private final ComposeProject stack;
    private final Readiness readiness;
    private final Duration period;
    private final Duration readyLimit;
    private final Interrupt interrupt;
    private final Consumer<String> onPhase;
    private final List<Run.Phase> phases = new ArrayList<>();
    private String phase = "reset";
    private Instant began;

    /// @param onPhase is told the name of each phase as it begins
    public Passage(
            Engine engine, ComposeProject stack, Interrupt interrupt, Consumer<String> onPhase) {
        this.engine = engine;
        this.stack = stack;
        this.readiness = new Readiness(engine, stack.name());
        SystemFacts facts = stack.facts();
        this.period = Duration.ofSeconds(facts.periodS());
        this.readyLimit = Duration.ofSeconds(facts.readyLimitS());
        this.interrupt = interrupt;
        this.onPhase = onPhase;
    }

    /// Starts the stack and waits until it is healthy.
    ///
    /// @throws Failure when it does not get so
    public void up() {
        begin("up");
        stack.up(readyLimit);
        end();
        begin("ready");
        new ReadyWait(engine, stack, interrupt).run();
        end();
    }

    /// Waits for the first fire, which proves that the stack schedules, and then for one period, a
    /// minute as a rule, so that the stack comes to rest.
    ///
    /// @throws Failure when no job has fired after five periods, or a container has failed
    public void settle() {
        begin("settle");
        Instant up = phases.getFirst().start();
        long deadline = System.nanoTime() + period.multipliedBy(FIRES_AWAITED).toNanos();
        while (!hasFired(up) && !interrupt.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        "no job has fired in %d s; see: docker compose -p %s logs"
                                .formatted(period.toSeconds() * FIRES_AWAITED, stack.name()));
            }
            readiness.waiting(); // one that fails only now is told as such, not as missing fires
            interrupt.sleep(LEDGER_AGAIN);
        }
        interrupt.sleep(period);
        end();
    }

    private boolean hasFired(Instant since) {
        return LedgerFile.read(engine, stack.name())
                .flatMap(ledger -> ledger.firstSince(since))
                .isPresent();
    }

    /// Begins a phase that the caller itself carries out.
    public void begin(String name) {
        phase = name;
        began = now();
        onPhase.accept(name);
    }

    /// Ends the present phase.
    public void end() {
        phases.add(new Run.Phase(phase, began, now()));
    }

    ComposeProject stack() {
        return stack;
    }

    /// The phase that is under way, or was when something failed.
    public String phase() {
        return phase;
    }

    /// The phases that have ended.
    public List<Run.Phase> phases() {
        return List.copyOf(phases);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
