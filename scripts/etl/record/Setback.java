package etl.record;

import com.github.dockerjava.api.model.Container;

import etl.Failure;
import etl.Interrupt;
import etl.result.AuditRecord.Condition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What befalls a running stack before the log is looked for again: a restart, a crash, or that it
/// is taken down and started anew with its volumes.
final class Setback {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int PERIODS_AWAITED = 5;

    private final Engine engine;
    private final ComposeProject stack;
    private final Interrupt interrupt;
    private final Consumer<String> say;
    private final Duration period;

    Setback(Engine engine, ComposeProject stack, Interrupt interrupt, Consumer<String> say) {
        this.engine = engine;
        this.stack = stack;
        this.interrupt = interrupt;
        this.say = say;
        this.period = Duration.ofSeconds(stack.facts().periodS());
    }

    /// Brings it about while no job runs, and waits until the stack is ready again.
    ///
    /// @return false where a person interrupted before
    /// @throws Failure when the stack does not come back
    boolean bring(Condition condition) {
        betweenTwoRuns();
        if (interrupt.getAsBoolean()) {
            return false;
        }
        say.accept(condition.text());
        switch (condition) {
            case RESTART -> compose("restart", "--timeout", "10");
            case CRASH -> {
                killAll();
                compose(ComposeProject.UP);
            }
            case DOWN_UP -> {
                compose("down", "--timeout", "10"); // without --volumes
                compose(ComposeProject.UP);
            }
            case FRESH -> throw new AssertionError("nothing is to be done");
        }
        new ReadyWait(engine, stack, interrupt).run();
        return true;
    }

    /// Waits for the middle between two scheduled times, when no job runs: one that is killed would
    /// be a second failed run, newer than the one that is looked for. Where jobs overlap there may
    /// be no such moment.
    private void betweenTwoRuns() {
        long ms = period.toMillis();
        long deadline = System.nanoTime() + period.multipliedBy(PERIODS_AWAITED).toNanos();
        do {
            long rest = Math.floorMod(ms / 2 - System.currentTimeMillis(), ms);
            interrupt.sleep(Duration.ofMillis(rest));
        } while (!interrupt.getAsBoolean() && !isIdle() && System.nanoTime() < deadline);
    }

    private boolean isIdle() {
        return LedgerFile.read(engine, stack.name())
                .map(Ledger::entries)
                .filter(entries -> !entries.isEmpty() && entries.getLast().ended() != null)
                .isPresent();
    }

    private void compose(String... arguments) {
        Shell.check(LIMIT, Map.of(), stack.command(arguments));
    }

    /// As a machine does that goes down: no container has the time to write anything.
    private void killAll() {
        List<String> running =
                engine.ofProject(stack.name()).stream()
                        .filter(container -> "running".equals(container.getState()))
                        .map(Container::getId)
                        .toList();
        if (!running.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("docker", "kill", "--signal", "KILL"));
            command.addAll(running);
            Shell.check(LIMIT, Map.of(), command);
        }
    }
}
