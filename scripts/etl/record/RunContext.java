package etl.record;

import etl.result.Run;
import etl.result.SystemFacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts together the run JSON of one capture: once when the window begins (`termination: running`)
/// and once when it is over.
public final class RunContext {

    private static final double NANOS = 1e9;

    private final String system;
    private final Stack stack;
    private final Recorder recorder;
    private final EngineFacts engine;
    private final String format;
    private final List<Run.Phase> phases;
    private final List<String> warnings;
    private final ComposeOrigin compose;
    private final List<Run.Image> images;
    private WindowCost cost;
    private Run.Recorder recorderCost;
    private Run.EngineCost engineCost;
    private Run.HostLoad load;

    /// Reads what is to be read before the window begins.
    ///
    /// @param format `etlbench` or `docker-stats`
    /// @param phases what came before the capture, as the caller knows it
    /// @param warnings what may spoil the measurement
    public RunContext(
            String system,
            Stack stack,
            Recorder recorder,
            EngineFacts engine,
            String format,
            List<Run.Phase> phases,
            List<String> warnings) {
        this.system = system;
        this.stack = stack;
        this.recorder = recorder;
        this.engine = engine;
        this.format = format;
        this.phases = phases;
        this.warnings = new ArrayList<>(warnings);
        this.compose = ComposeOrigin.of(stack.engine(), stack.project());
        this.images = Images.of(stack);
    }

    /// What the system's folder says; its period is needed to count the fires.
    public SystemFacts facts() {
        return compose.facts();
    }

    /// Something that a reader of the numbers has to know.
    public void warn(String warning) {
        warnings.add(warning);
    }

    /// The JSON while the window runs. A kill leaves this one, with what was known so far.
    public Run running() {
        return run("running", null, Map.of());
    }

    /// Begins to count what the window costs, when nothing else is to be done before it.
    public void windowBegins() {
        cost = new WindowCost(stack);
    }

    /// Reads what the window cost, before anything else happens after its end; nothing where it did
    /// not begin.
    public void windowOver() {
        if (cost == null) {
            return;
        }
        recorderCost = cost.recorder();
        engineCost = cost.engine();
        load = cost.host();
    }

    /// The JSON of a window that is over; [#windowOver] comes first.
    ///
    /// @param termination as [Recorder#record] said
    /// @param ledger empty where the stack has none
    /// @param sha256 checksum of each CSV, by file name
    public Run ended(String termination, Optional<Ledger> ledger, Map<String, String> sha256) {
        Instant firstFire =
                stack.lives().stream()
                        .map(m -> m.startedAt)
                        .min(Instant::compareTo)
                        .flatMap(since -> ledger.flatMap(l -> l.firstSince(since)))
                        .orElse(null);
        return run(termination, firstFire, sha256);
    }

    private Run run(String termination, Instant firstFire, Map<String, String> sha256) {
        SystemFacts facts = compose.facts();
        boolean over = !termination.equals("running");
        List<Run.Event> events = Happenings.events(stack, recorder);
        if (over && Run.engineWasLost(events)) {
            warn(
                    "the engine went away during the window: what happened to the containers"
                            + " meanwhile was not heard, only found afterwards");
        }
        String version = over ? InstalledVersion.ask(stack, facts).orElse(null) : null;
        return new Run(
                Run.SCHEMA,
                system,
                facts.title(),
                version,
                compose.variant(),
                stack.project(),
                facts.verified(),
                compose.forRun(),
                facts.job(),
                engine.forRun(),
                SetMachine.facts(),
                images,
                Happenings.lives(stack, recorder, engine.clockOffsetMs()),
                events,
                allPhases(over),
                window(over),
                over ? interval() : null,
                stack.sampler(),
                format,
                facts.periodS(),
                firstFire,
                termination,
                sha256,
                recorderCost,
                engineCost,
                load,
                List.copyOf(warnings));
    }

    private List<Run.Phase> allPhases(boolean over) {
        List<Run.Phase> all = new ArrayList<>(phases);
        if (over) {
            all.add(new Run.Phase("capture", recorder.start(), recorder.end()));
        }
        return all;
    }

    private Run.Window window(boolean over) {
        return new Run.Window(
                recorder.window().toNanos() / NANOS,
                recorder.start(),
                over ? recorder.end() : null,
                over ? Math.round(recorder.keptS() * 1000) / 1000.0 : null);
    }

    private Run.Interval interval() {
        return new Run.Interval(
                recorder.interval().toNanos() / 1e6,
                recorder.instants(),
                recorder.missed(),
                recorder.gaps().quantileMs(0.5),
                recorder.gaps().quantileMs(0.95),
                recorder.gaps().maxMs());
    }
}
