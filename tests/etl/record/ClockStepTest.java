package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Run;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Somebody sets the machine's clock while a stack is recorded.
@NeedsEngine
class ClockStepTest {

    private static final String CALM =
            """
            services:
              calm:
                image: IMAGE
                init: true
                command: ["sleep", "600"]
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {3600, -3600})
    void theWindowKeepsItsLengthAndTheStepIsAWarning(int step) throws Exception {
        long set = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        InstantSource clock = () -> Instant.now().plusSeconds(System.nanoTime() > set ? step : 0);
        CaptureFiles files = CaptureFiles.of(folder.resolve("calm.csv"));
        try (TestStack project = TestStack.up(folder, CALM);
                Engine engine = Engine.connect(null, null);
                Stack stack = Stack.watch(engine, project.project(), Readers.AUTO)) {
            Session.Settings settings =
                    new Session.Settings(
                            Duration.ofSeconds(5),
                            Duration.ofMillis(500),
                            false,
                            false,
                            List.of(),
                            List.of());
            new Session(files, stack, EngineFacts.of(engine), settings, clock)
                    .run(clock.instant().plusMillis(500), () -> false, p -> {});
        }

        Capture capture = Capture.read(files, w -> {});
        Run run = capture.run();
        assertEquals("normal", run.termination());
        assertEquals(11, capture.timeline().instants().size() + run.interval().missed());
        assertEquals(5, run.window().keptS(), 0.4);
        Duration window = Duration.between(run.window().start(), run.window().end());
        assertEquals(5, window.toMillis() / 1000.0, 0.4);
        String warning = "this machine's clock was set by %+d.0 s".formatted(step);
        assertTrue(
                run.warnings().stream().anyMatch(w -> w.startsWith(warning)),
                run.warnings().toString());
    }
}
