package etl.record;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;

import etl.Failure;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The containers of one Compose project, kept up to date while it is recorded. Other containers of
/// the engine are never looked at.
public final class Stack implements AutoCloseable {

    private final Engine engine;
    private final String project;
    private final Readers readers;
    private final List<Member> lives = new CopyOnWriteArrayList<>();
    private final List<Occurrence> occurrences = new CopyOnWriteArrayList<>();
    private final EventStream events;

    /// Something that happened to a container.
    ///
    /// @param nanos when it was heard of, by `System.nanoTime`
    /// @param at when it happened, by the engine's clock
    record Occurrence(long nanos, Instant at, String container, String action, String detail) {}

    private Stack(Engine engine, String project, Readers readers) {
        this.engine = engine;
        this.project = project;
        this.readers = readers;
        this.events = new EventStream(engine, project, this::heard, this::look);
    }

    /// Finds the running containers of a project and begins to listen for changes.
    ///
    /// @throws Failure when none is running
    public static Stack watch(Engine engine, String project, Readers wanted) {
        List<InspectContainerResponse> running =
                engine.ofProject(project).stream()
                        .filter(
                                c ->
                                        "running".equals(c.getState())
                                                || "paused".equals(c.getState()))
                        .map(c -> engine.inspect(c.getId()))
                        .flatMap(java.util.Optional::stream)
                        .toList();
        if (running.isEmpty()) {
            throw new Failure("project " + project + " is not running; " + Target.running(engine));
        }
        Readers readers = wanted.resolve(engine, running);
        Stack stack = new Stack(engine, project, readers);
        // listening begins before the containers are listed, so that no start is missed between
        stack.events.open();
        stack.look();
        stack.firstReading();
        return stack;
    }

    /// A stack that cannot be read is told before the window, not found empty behind it.
    private void firstReading() {
        for (Member member : running()) {
            if (!member.answers()) {
                close();
                throw new Failure(
                        "container "
                                + member.name
                                + " is running but cannot be read by "
                                + sampler()
                                + "; try --sampler "
                                + (readers == Readers.CGROUP ? "engine" : "cgroup")
                                + ", or see: docker stats "
                                + member.name);
            }
        }
    }

    /// Brings the list up to date with what the engine says now.
    private void look() {
        running().forEach(this::closeIfOver);
        for (Container container : engine.ofProject(project)) {
            if (!"exited".equals(container.getState()) && !"created".equals(container.getState())) {
                started(container.getId());
            }
        }
    }

    /// An end that was not heard of: the container is gone, stopped, or started once more.
    private void closeIfOver(Member member) {
        InspectContainerResponse now = engine.inspect(member.id).orElse(null);
        if (now == null) {
            member.finishedAt = Instant.now();
            return;
        }
        boolean runs =
                Boolean.TRUE.equals(now.getState().getRunning())
                        && !Boolean.TRUE.equals(now.getState().getRestarting());
        if (!runs || !Instant.parse(now.getState().getStartedAt()).equals(member.startedAt)) {
            // no exit code: a 0 would say that it ended by itself, and that nobody heard
            member.finishedAt = Instant.parse(now.getState().getFinishedAt());
        }
    }

    private synchronized void started(String id) {
        InspectContainerResponse container = engine.inspect(id).orElse(null);
        if (container == null || !Boolean.TRUE.equals(container.getState().getRunning())) {
            return;
        }
        Instant startedAt = Instant.parse(container.getState().getStartedAt());
        if (lives.stream().anyMatch(m -> m.id.equals(id) && m.startedAt.equals(startedAt))) {
            return;
        }
        lives.add(
                new Member(
                        id,
                        container.getName().substring(1),
                        container.getConfig().getLabels().get(Engine.SERVICE),
                        startedAt,
                        readers.open(engine, container).orElse(null)));
    }

    private void heard(Occurrence event, String id, Map<String, String> attributes) {
        occurrences.add(event);
        switch (event.action()) {
            case "start" -> started(id);
            case "die" -> died(event, id, attributes);
            case "oom" -> current(id).forEach(m -> m.oomKilled = true);
            default -> {
                // kept as an event only
            }
        }
    }

    private void died(Occurrence event, String id, Map<String, String> attributes) {
        for (Member member : current(id)) {
            String code = attributes.get("exitCode");
            member.exitCode = code == null ? null : Integer.valueOf(code);
            member.finishedAt = event.at();
            // the flag is sticky and tells of the container, so only a true one is taken over
            engine.inspect(id)
                    .filter(c -> Boolean.TRUE.equals(c.getState().getOOMKilled()))
                    .ifPresent(c -> member.oomKilled = true);
        }
    }

    private List<Member> current(String id) {
        return lives.stream().filter(m -> m.id.equals(id) && !m.isOver()).toList();
    }

    /// Containers that run now, as far as was heard.
    Collection<Member> running() {
        return lives.stream().filter(m -> !m.isOver()).toList();
    }

    /// All lives seen since the watch began.
    List<Member> lives() {
        return Collections.unmodifiableList(lives);
    }

    List<Occurrence> occurrences() {
        return List.copyOf(occurrences);
    }

    /// `cgroup` or `engine`.
    public String sampler() {
        return readers.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The Compose project's name.
    public String project() {
        return project;
    }

    Engine engine() {
        return engine;
    }

    @Override
    public void close() {
        events.close();
        lives.forEach(Member::close);
    }
}
