package etl.record;

import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Records a test's stack as `benchmark.java` does, and hands back what is in the files.
final class RecordedStack {

    private RecordedStack() {}

    /// Records into `<folder>/changes.csv` while `meanwhile` runs beside it.
    static Capture capture(Path folder, TestStack stack, int seconds, Runnable meanwhile) {
        Path csv = folder.resolve("changes.csv");
        Duration window = Duration.ofSeconds(seconds);
        return capture(csv, stack.project(), Readers.AUTO, window, meanwhile);
    }

    /// Records in a chosen way while `meanwhile` runs beside it.
    static Capture capture(
            Path csv, String project, Readers readers, Duration window, Runnable meanwhile) {
        return capture(null, csv, project, readers, window, meanwhile);
    }

    /// The same on another engine.
    ///
    /// @param host its address; null for the machine's own
    static Capture capture(
            String host,
            Path csv,
            String project,
            Readers readers,
            Duration window,
            Runnable meanwhile) {
        try (Engine engine = Engine.connect(host, null);
                Stack stack = Stack.watch(engine, project, readers)) {
            Duration interval = Duration.ofMillis(readers == Readers.ENGINE ? 1000 : 100);
            CaptureFiles files = CaptureFiles.of(csv);
            Session session =
                    new Session(
                            files,
                            stack,
                            EngineFacts.of(engine),
                            new Session.Settings(
                                    window, interval, false, false, List.of(), List.of()));
            Thread beside = Thread.ofPlatform().start(meanwhile);
            session.run(Instant.now().plusMillis(500), () -> false, p -> {});
            beside.join();
            return Capture.read(files, w -> {});
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }

    /// What a test does beside a recording.
    interface Step {
        void run() throws IOException, InterruptedException;
    }

    /// The step, for `meanwhile`, so many seconds after the recorder was started.
    static Runnable after(int seconds, Step step) {
        return () -> {
            try {
                Thread.sleep(Duration.ofSeconds(seconds));
                step.run();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts a test", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /// Every life of one container that the recording saw.
    static List<Run.Life> lives(Capture capture, String container) {
        return capture.run().containers().stream().filter(l -> l.name().equals(container)).toList();
    }

    static List<String> actions(Run run) {
        return run.events().stream().map(Run.Event::action).toList();
    }
}
