package etl.record;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;

import etl.record.Stack.Occurrence;
import etl.result.Run;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// The engine's events of one project, as long as the recording lasts. An engine that restarts ends
/// the stream: it is opened again, and the containers are listed anew.
final class EventStream implements AutoCloseable {

    // exec_* are left out: a scheduler that works through exec fires three for every job
    private static final Set<String> ACTIONS =
            Set.of(
                    "start",
                    "die",
                    "oom",
                    "destroy",
                    "pause",
                    "unpause",
                    "health_status: unhealthy");

    private static final Duration AGAIN = Duration.ofSeconds(1);

    interface Listener {
        void heard(Occurrence event, String containerId, Map<String, String> attributes);
    }

    private final Engine engine;
    private final String project;
    private final Listener listener;
    private final Runnable afterGap;
    private volatile boolean closed;
    private volatile Subscription subscription;

    EventStream(Engine engine, String project, Listener listener, Runnable afterGap) {
        this.engine = engine;
        this.project = project;
        this.listener = listener;
        this.afterGap = afterGap;
    }

    void open() {
        subscription = subscribe();
        Thread.ofPlatform().daemon().name("events").start(this::keepOpen);
    }

    private Subscription subscribe() {
        return engine.answer(
                () ->
                        engine.docker()
                                .eventsCmd()
                                .withEventTypeFilter(EventType.CONTAINER)
                                .withLabelFilter(Map.of(Engine.PROJECT, project))
                                .exec(new Subscription()));
    }

    private void keepOpen() {
        try {
            subscription.ended.await();
            while (!closed) {
                tell(Run.Event.LOST);
                openAgain();
                subscription.ended.await();
            }
        } catch (InterruptedException e) {
            // nobody listens any longer
        }
    }

    /// Tries until the engine is back. Listening begins before the containers are listed, so that
    /// nothing is missed between.
    private void openAgain() throws InterruptedException {
        while (!closed) {
            Thread.sleep(AGAIN);
            Subscription next = null;
            try {
                next = subscribe();
                if (next.isOpen()) {
                    afterGap.run();
                    subscription = next;
                    tell(Run.Event.AGAIN);
                    return;
                }
            } catch (EngineAway | DockerException e) {
                // not yet, or not yet able to say what it has
            }
            if (next != null) {
                next.shut();
            }
        }
    }

    private void tell(String action) {
        listener.heard(
                new Occurrence(System.nanoTime(), Instant.now(), null, action, engine.host()),
                "",
                Map.of());
    }

    @Override
    public void close() {
        closed = true;
        subscription.shut();
    }

    private final class Subscription extends ResultCallback.Adapter<Event> {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);
        private volatile boolean open;

        /// Waits for the engine's answer.
        private boolean isOpen() throws InterruptedException {
            answered.await();
            return open;
        }

        @Override
        public void onStart(Closeable stream) {
            super.onStart(stream);
            open = true;
            answered.countDown();
        }

        @Override
        public void onNext(Event event) {
            if (event.getActor() == null || !ACTIONS.contains(event.getAction())) {
                return;
            }
            Map<String, String> attributes = event.getActor().getAttributes();
            if (!attributes.containsKey(Engine.BY_COMPOSE)) {
                return;
            }
            String exit = attributes.get("exitCode");
            listener.heard(
                    new Occurrence(
                            System.nanoTime(),
                            Instant.ofEpochSecond(0, event.getTimeNano()),
                            attributes.get("name"),
                            event.getAction(),
                            exit == null ? null : "exit code " + exit),
                    event.getActor().getId(),
                    attributes);
        }

        @Override
        public void onComplete() {
            super.onComplete();
            answered.countDown();
            ended.countDown();
        }

        @Override
        public void onError(Throwable throwable) {
            // not handed on: the adapter would log it, and the stream is opened again
            open = false;
            answered.countDown();
            ended.countDown();
        }

        private void shut() {
            try {
                close();
            } catch (java.io.IOException e) {
                // the connection is being given up anyway
            }
            ended.countDown();
        }
    }
}
