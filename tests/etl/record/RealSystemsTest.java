package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import etl.Failure;
import etl.Interrupt;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Findings;
import etl.result.Jobs;
import etl.result.ResultsCheck;
import etl.result.Run;
import etl.result.SystemFacts;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Every real system, as its folder says: it comes up, fires the job at its minute, is recorded for
/// 60 s and leaves nothing behind. Several run beside each other, because nothing is compared.
@NeedsEngine
class RealSystemsTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration CAPTURE_LIMIT = Duration.ofMinutes(5);

    /// As many as two processors take without jobs that come too late to be seen.
    private static final int LANES = 3;

    /// No registry answers. One that does and lacks the image is a fault of the folder.
    private static final Pattern NO_REGISTRY =
            Pattern.compile("no such host|connection refused|i/o timeout|toomanyrequests");

    @TempDir private static Path folder;

    private static final Systems SYSTEMS = new Systems(TestStack.repository());
    private static final Map<String, Outcome> OUTCOMES = new ConcurrentHashMap<>();

    /// @param skipped why there is no capture; null where there is one
    /// @param failure what went wrong; null where nothing did
    private record Outcome(String skipped, Failure failure) {}

    static List<String> systems() {
        return SYSTEMS.names();
    }

    @BeforeAll
    static void captureAll() {
        try (Interrupt interrupt = Interrupt.listen();
                Engine engine = Engine.connect(null, null);
                ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            BaseImage.ensure(line -> {});
            List<CompletableFuture<Void>> all = new ArrayList<>();
            // the folders with the most services take longest, so they begin
            systems().stream()
                    .filter(name -> Systems.folder(name).equals(name))
                    .sorted(Comparator.comparingInt(RealSystemsTest::services).reversed())
                    .forEach(
                            name ->
                                    all.add(
                                            CompletableFuture.runAsync(
                                                    () -> entries(name, engine, interrupt),
                                                    lanes)));
            all.forEach(CompletableFuture::join);
        }
    }

    private static int services(String system) {
        return ComposeProject.of(SYSTEMS, system).config().path("services").size();
    }

    /// Default and tuned one after the other: they share their ports.
    private static void entries(String name, Engine engine, Interrupt interrupt) {
        systems().stream()
                .filter(entry -> Systems.folder(entry).equals(name))
                .forEach(entry -> OUTCOMES.put(entry, capture(entry, engine, interrupt)));
    }

    private static Outcome capture(String system, Engine engine, Interrupt interrupt) {
        ComposeProject stack = ComposeProject.of(SYSTEMS, system);
        if (!stack.leftovers().isEmpty()) {
            return new Outcome(stack.name() + " is up already; it is left alone", null);
        }
        try {
            stack.getImages();
        } catch (Failure e) {
            return NO_REGISTRY.matcher(e.getMessage()).find()
                    ? new Outcome(e.getMessage(), null)
                    : new Outcome(null, e);
        }
        try {
            Passage passage = new Passage(engine, stack, interrupt, p -> {});
            passage.up();
            record(system, stack, passage);
            return new Outcome(null, null);
        } catch (Failure e) {
            Shell.Result logs = Shell.run(CAPTURE_LIMIT, Map.of(), stack.command("logs"));
            return new Outcome(null, new Failure(e.getMessage() + "\n" + logs.stdout(), e));
        } finally {
            stack.down();
        }
    }

    private static void record(String system, ComposeProject stack, Passage passage) {
        List<String> command = new ArrayList<>();
        command.add(SYSTEMS.root().resolve("jbangw").toString());
        command.addAll(List.of("benchmark.java", files(system).samples().toString()));
        command.addAll(List.of("--project", stack.name()));
        command.addAll(List.of("--duration", WINDOW.toSeconds() + "s"));
        for (Run.Phase phase : passage.phases()) {
            command.addAll(List.of("--phase", phase.argument()));
        }
        Shell.check(CAPTURE_LIMIT, Map.of(), command);
    }

    private static CaptureFiles files(String system) {
        return CaptureFiles.of(folder.resolve(system + ".csv"));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void firesAtItsMinuteAndIsRecorded(String system) {
        Outcome outcome = OUTCOMES.get(system);
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        if (outcome.skipped() != null) {
            abort(outcome.skipped());
        }
        Capture capture = Capture.read(files(system), w -> {});
        Run run = capture.run();
        assertEquals(new Jobs(1, 1, 0, 0, 0), Jobs.of(capture.fires()));
        assertEquals("normal", run.termination());
        assertEquals(
                run.containers().stream().map(Run.Life::name).sorted().toList(),
                capture.timeline().containers().stream().sorted().toList());
        assertFalse(capture.timeline().complete().isEmpty());
        version(system, run);
        Findings findings = new Findings();
        ResultsCheck.file(files(system).samples(), findings);
        assertEquals(List.of(), findings.problems());
        assertEquals(List.of(), ComposeProject.of(SYSTEMS, system).leftovers());
    }

    /// What runs is what the folder pins, unless its image was exchanged.
    private static void version(String system, Run run) {
        SystemFacts facts = ComposeProject.of(SYSTEMS, system).facts();
        if (facts.versionCommand() != null) {
            assertNotNull(run.version());
        }
        String exchange = Systems.folder(system).toUpperCase(Locale.ROOT) + "_IMAGE";
        if (System.getenv(exchange) == null && facts.version().matches("\\d.*")) {
            assertTrue(run.version().contains(facts.version()), run.version());
        }
    }
}
