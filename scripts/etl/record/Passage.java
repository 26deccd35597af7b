package etl.record;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Container;

import etl.Failure;
import etl.Interrupt;
import etl.result.Run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The protocol of a run up to the capture, for one stack: up, ready, settle. Every phase has a
/// limit, and a phase that fails says which it was.
public final class Passage {

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final Duration FIRST_FIRE_LIMIT = Duration.ofMinutes(5);
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration LEDGER_AGAIN = Duration.ofSeconds(2);

    private final Engine engine;
    private final ComposeProject stack;
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
        this.interrupt = interrupt;
        this.onPhase = onPhase;
    }

    /// Starts the stack and waits until it is healthy.
    ///
    /// @throws Failure when it does not get so
    public void up() {
        begin("up");
        stack.up();
        end();
        begin("ready");
        awaitReady();
        end();
    }

    /// Waits for the first fire, which proves that the stack schedules, and lets it come to rest.
    ///
    /// @throws Failure when no job has fired within the limit
    public void settle() {
        begin("settle");
        Instant up = phases.getFirst().start();
        long deadline = System.nanoTime() + FIRST_FIRE_LIMIT.toNanos();
        while (!hasFired(up) && !interrupt.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        "no job has fired in %d s; see: docker compose -p %s logs"
                                .formatted(FIRST_FIRE_LIMIT.toSeconds(), stack.name()));
            }
            interrupt.sleep(LEDGER_AGAIN);
        }
        interrupt.sleep(SETTLE);
        end();
    }

    private boolean hasFired(Instant since) {
        return LedgerFile.read(engine, stack.name())
                .flatMap(ledger -> ledger.firstSince(since))
                .isPresent();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        List<String> waiting = notReady();
        while (!waiting.isEmpty() && !interrupt.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        "not ready after %d s: %s"
                                .formatted(READY_LIMIT.toSeconds(), String.join(", ", waiting)));
            }
            interrupt.sleep(LOOK_AGAIN);
            waiting = notReady();
        }
    }

    /// Containers that are neither healthy, nor running without a check, nor done with exit code 0.
    private List<String> notReady() {
        List<String> waiting = new ArrayList<>();
        for (Container container : engine.ofProject(stack.name())) {
            Optional<InspectContainerResponse> found = engine.inspect(container.getId());
            if (found.isPresent()) {
                String name = found.get().getName().substring(1);
                state(name, found.get().getState()).ifPresent(waiting::add);
            }
        }
        return waiting;
    }

    private static Optional<String> state(String name, ContainerState state) {
        if (Boolean.TRUE.equals(state.getRunning())) {
            String health = state.getHealth() == null ? "healthy" : state.getHealth().getStatus();
            return health.equals("healthy")
                    ? Optional.empty()
                    : Optional.of(name + " is " + health);
        }
        Long code = state.getExitCodeLong();
        if ("exited".equals(state.getStatus()) && code != null && code != 0) {
            throw new Failure(
                    "container %s ended with exit code %d; see: docker logs %s"
                            .formatted(name, code, name));
        }
        return "exited".equals(state.getStatus())
                ? Optional.empty()
                : Optional.of(name + " is " + state.getStatus());
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
