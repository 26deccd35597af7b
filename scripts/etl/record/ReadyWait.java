package etl.record;

import etl.Failure;
import etl.Interrupt;

import java.time.Duration;
import java.util.List;

/// Waits until every container of a stack is healthy, or done where it has to be.
///
/// @param stack its folder says how long that may take
record ReadyWait(Engine engine, ComposeProject stack, Interrupt interrupt) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /// Returns early where a person interrupts.
    ///
    /// @throws Failure when the stack does not get healthy in its time
    void run() {
        Duration limit = Duration.ofSeconds(stack.facts().readyLimitS());
        Readiness readiness = new Readiness(engine, stack.name());
        long deadline = System.nanoTime() + limit.toNanos();
        List<String> waiting = readiness.waiting();
        while (!waiting.isEmpty() && !interrupt.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        "not ready after %d s: %s"
                                .formatted(limit.toSeconds(), String.join(", ", waiting)));
            }
            interrupt.sleep(LOOK_AGAIN);
            waiting = readiness.waiting();
        }
    }
}
