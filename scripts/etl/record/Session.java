package etl.record;

import etl.Failure;
import etl.result.CaptureFiles;
import etl.result.Fire;
import etl.result.JobsCsv;
import etl.result.Run;
import etl.result.RunFile;
import etl.result.SystemFacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One capture from its first instant to its last file: records the window, reads the ledger,
/// writes samples, jobs and run JSON.
public final class Session {

    /// The window is recorded, but the engine that holds the evidence does not answer any more.
    static final String ENGINE_LOST = "engine-lost";

    private final CaptureFiles files;
    private final Stack stack;
    private final EngineFacts engine;
    private final Settings settings;
    private final Recorder recorder;
    private final RunContext context;

    /// @param dockerStats write the original's format
    /// @param force replace files of an earlier capture
    /// @param phases what came before the capture, as the caller knows it
    /// @param warnings what may spoil the measurement
    public record Settings(
            Duration window,
            Duration interval,
            boolean dockerStats,
            boolean force,
            List<Run.Phase> phases,
            List<String> warnings) {}

    /// @param fires null where the stack has no ledger
    public record Outcome(Run run, List<Fire> fires, double peakMib) {}

    public Session(CaptureFiles files, Stack stack, EngineFacts engine, Settings settings) {
        this(files, stack, engine, settings, InstantSource.system());
    }

    /// @param clock what timestamps come from
    Session(
            CaptureFiles files,
            Stack stack,
            EngineFacts engine,
            Settings settings,
            InstantSource clock) {
        this.files = files;
        this.stack = stack;
        this.engine = engine;
        this.settings = settings;
        this.recorder = new Recorder(stack, settings.window(), settings.interval(), clock);
        this.context =
                new RunContext(
                        files.system(),
                        stack,
                        recorder,
                        engine,
                        settings.dockerStats() ? "docker-stats" : "etlbench",
                        settings.phases(),
                        settings.warnings());
    }

    /// Records.
    ///
    /// @param first the first instant, by this machine's clock, a little ahead
    /// @throws Failure when a file cannot be written; what was recorded stays
    public Outcome run(Instant first, BooleanSupplier stop, Consumer<CaptureProgress> progress) {
        double hostMib = engine.memoryBytes() / (double) (1 << 20);
        Duration period = Duration.ofSeconds(context.facts().periodS());
        recorder.beginAt(first);
        String termination;
        try (RawFile raw =
                        RawFile.create(
                                files.samples(),
                                settings.force(),
                                settings.dockerStats(),
                                hostMib);
                FireWatch fires = new FireWatch(stack, engineTime(first), period)) {
            RunFile.write(files.run(), context.running());
            Files.deleteIfExists(files.jobs());
            context.windowBegins();
            termination =
                    recorder.record(
                            raw,
                            stop,
                            p ->
                                    progress.accept(
                                            new CaptureProgress(
                                                    p.elapsedS(),
                                                    p.leftS(),
                                                    p.mib(),
                                                    fires.fires())));
        } catch (IOException e) {
            throw new Failure(files.jobs() + ": cannot be replaced: " + e.getMessage(), e);
        } catch (Failure e) {
            context.warn(e.getMessage());
            context.windowOver();
            keep(e);
            throw e;
        }
        context.windowOver();
        return finish(termination, period, stop);
    }

    /// Marks the run as failed, where there is still room for that.
    private void keep(Failure failure) {
        try {
            RunFile.write(
                    files.run(), context.ended("failed", Optional.empty(), files.checksums()));
        } catch (Failure second) {
            failure.addSuppressed(second);
        }
    }

    private Outcome finish(String termination, Duration period, BooleanSupplier stop) {
        recorder.steppedS()
                .ifPresent(
                        seconds ->
                                context.warn(
                                        String.format(
                                                Locale.ROOT,
                                                "this machine's clock was set by %+.1f s during the"
                                                        + " window: timestamps and fires do not fit"
                                                        + " together",
                                                seconds)));
        Instant from = engineTime(recorder.start());
        Instant until = from.plusNanos(Math.round(recorder.keptS() * 1e9));
        Optional<Ledger> ledger = Optional.empty();
        try {
            ledger = LedgerFile.await(stack, from, until, period, stop);
        } catch (EngineAway e) {
            context.warn(e.getMessage());
            termination = termination.equals("normal") ? ENGINE_LOST : termination;
        }
        List<Fire> fires = ledger.map(l -> l.fires(from, until, period)).orElse(null);
        if (fires != null) {
            write(files.jobs(), JobsCsv.text(fires));
        } else {
            context.warn("no ledger: nothing proves that the job ran");
        }
        Run run = context.ended(termination, ledger, files.checksums());
        RunFile.write(files.run(), run);
        return new Outcome(run, fires, recorder.peakMib());
    }

    private Instant engineTime(Instant ours) {
        return ours.plusNanos(Math.round(engine.clockOffsetMs() * 1e6));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /// What the stack's own folder says about itself.
    public SystemFacts facts() {
        return context.facts();
    }

    public Recorder recorder() {
        return recorder;
    }
}
