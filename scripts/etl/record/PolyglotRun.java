package etl.record;

import com.github.dockerjava.api.model.Container;

import etl.Failure;
import etl.Interrupt;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Fire;
import etl.result.Language;
import etl.result.LanguageNumbers;
import etl.result.PolyglotRecord;
import etl.result.PolyglotRecord.NotBuilt;
import etl.result.PolyglotRecord.Taken;
import etl.result.Run;
import etl.result.SystemFacts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Records one system whose stack runs the job in all languages, and says how it takes them.
final class PolyglotRun {

    /// So often each language comes.
    private static final int RUNS = 5;

    /// A job of 1.5 s holds three readings, and a capture of 25 minutes stays small.
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Engine engine;
    private final ComposeProject stack;
    private final PolyglotStack polyglot;
    private final Recording recording;
    private final Path csv;
    private final Interrupt interrupt;
    private final Consumer<String> say;
    private final SystemFacts facts;
    private final List<NotBuilt> notBuilt;

    /// @param stack labelled, with the schedule and the images of all languages
    /// @param csv where the samples go
    /// @param notBuilt the languages whose jobs the images lack
    PolyglotRun(
            SetWork work,
            ComposeProject stack,
            PolyglotStack polyglot,
            Path csv,
            List<NotBuilt> notBuilt) {
        this.notBuilt = notBuilt;
        this.engine = work.engine();
        this.stack = stack;
        this.polyglot = polyglot;
        this.recording =
                new Recording(work.systems().root(), work.slate().folder(), work.interrupt());
        this.csv = csv;
        this.interrupt = work.interrupt();
        this.say = line -> work.say(polyglot.system(), line);
        this.facts = stack.facts();
    }

    /// Starts and records; the stack is taken down by the caller.
    ///
    /// @return empty where a person interrupted
    /// @throws Failure when the stack does not work
    Optional<PolyglotRecord> run() {
        Passage passage = new Passage(engine, stack, interrupt, say);
        passage.up();
        passage.settle();
        if (interrupt.getAsBoolean()) {
            return Optional.empty();
        }
        say.accept("capture");
        Duration window =
                Duration.ofSeconds((long) facts.periodS() * RUNS * Language.values().length);
        recording.run(csv, stack.name(), window, INTERVAL, passage.phases());
        if (interrupt.getAsBoolean()) {
            return Optional.empty();
        }
        Ledger ledger =
                LedgerFile.read(engine, stack.name())
                        .orElseThrow(() -> new Failure("the stack has no ledger"));
        Capture capture = Capture.read(CaptureFiles.of(csv), say);
        Run run = capture.run();
        if (run.engineWasLost()) {
            throw new Failure("the engine went away during the window");
        }
        return Optional.of(
                new PolyglotRecord(
                        PolyglotRecord.SCHEMA,
                        polyglot.system(),
                        run.title(),
                        run.version(),
                        Run.source(run.images()),
                        taken(capture, ledger),
                        notBuilt));
    }

    private List<Taken> taken(Capture capture, Ledger ledger) {
        Map<Instant, Ledger.Entry> entries = new HashMap<>();
        ledger.entries().forEach(entry -> entries.put(entry.started(), entry));
        Map<String, String> services = services();
        Map<Language, Double> sizes = sizes();
        List<Taken> all = new ArrayList<>();
        for (Language language : PolyglotRuns.built(notBuilt)) {
            List<Fire> due =
                    capture.fires().stream()
                            .filter(f -> Language.at(f.scheduled(), facts.periodS()) == language)
                            .toList();
            // only what says itself that it is of this language
            List<Fire> fired =
                    due.stream()
                            .filter(f -> !f.isMissed())
                            .filter(f -> isOf(language, entries.get(f.started())))
                            .toList();
            String service =
                    fired.stream()
                            .map(f -> services.get(entries.get(f.started()).host()))
                            .filter(s -> s != null)
                            .findFirst()
                            .orElse(null);
            LanguageNumbers numbers = new LanguageNumbers(capture, fired);
            all.add(
                    new Taken(
                            language,
                            (int) due.stream().map(Fire::scheduled).distinct().count(),
                            (int) fired.stream().map(Fire::scheduled).distinct().count(),
                            (int) fired.stream().filter(Fire::isFailed).count(),
                            polyglot.lines(language),
                            polyglot.isProgram(language),
                            service,
                            polyglot.isJobContainer(service),
                            sizes.get(language),
                            numbers.latencyP50Ms(),
                            numbers.memoryMib()));
        }
        return all;
    }

    private static boolean isOf(Language language, Ledger.Entry entry) {
        return entry != null && entry.language().equals(language.key());
    }

    /// Service by the host name of its container.
    private Map<String, String> services() {
        Map<String, String> services = new HashMap<>();
        for (Container container : engine.ofProject(stack.name())) {
            engine.inspect(container.getId())
                    .ifPresent(
                            c ->
                                    services.put(
                                            c.getConfig().getHostName(),
                                            container.getLabels().get(Engine.SERVICE)));
        }
        return services;
    }

    /// Of the first image with the jobs; all of them have the same.
    private Map<Language, Double> sizes() {
        return PolyglotImage.sizesMib(polyglot.tag(stack.jobServices().keySet().iterator().next()));
    }
}
