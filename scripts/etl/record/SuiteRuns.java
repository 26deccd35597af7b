package etl.record;

import etl.Failure;
import etl.Interrupt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Carries out the plan of a suite. A system that fails is noted with phase, reason and logs, and
/// the others go on.
public final class SuiteRuns {

    private final Engine engine;
    private final Systems systems;
    private final SuiteSet set;
    private final SuiteJournal journal;
    private final CleanSlate slate;
    private final Interrupt interrupt;
    private final Consumer<String> say;
    private final Attempts attempts;
    private final Map<String, ComposeProject> usable = new LinkedHashMap<>();

    /// @param say is told what goes on
    public SuiteRuns(
            Engine engine,
            Systems systems,
            SuiteSet set,
            SuiteJournal journal,
            CleanSlate slate,
            Interrupt interrupt,
            Consumer<String> say) {
        this.engine = engine;
        this.systems = systems;
        this.set = set;
        this.journal = journal;
        this.slate = slate;
        this.interrupt = interrupt;
        this.say = say;
        this.attempts = new Attempts(journal, interrupt, say);
    }

    /// Gets the images of all systems before anything is measured.
    public void getImages(List<String> names) {
        for (String system : names) {
            if (!interrupt.getAsBoolean()) {
                say.accept(system + ": images");
                try {
                    ComposeProject stack = slate.claim(engine, systems, system);
                    journal.images(system, engine, stack);
                    usable.put(system, stack);
                } catch (Failure e) {
                    attempts.fault(system, "images", e, null);
                }
            }
        }
    }

    /// Each once up and down, not counted: afterwards every system finds its files in the page
    /// cache.
    public void warmUp() {
        for (String system : List.copyOf(usable.keySet())) {
            if (!interrupt.getAsBoolean()) {
                say.accept(system + ": first start, not counted");
                ComposeProject stack = usable.get(system);
                Passage passage = new Passage(engine, stack, interrupt, p -> {});
                Path logs = set.logs(system + "-first-start");
                if (!attempts.make(system, "first start, ", passage, logs, false, passage::up)) {
                    usable.remove(system);
                }
            }
        }
    }

    /// The runs, in the order of the plan; those that are complete in the set are not repeated.
    ///
    /// @param keepUp leave the stack of the last one up
    public void measure(SuitePlan plan, Duration window, boolean keepUp) {
        Pace pace = new Pace(window);
        for (int i = 0; i < plan.steps().size() && !interrupt.getAsBoolean(); i++) {
            SuitePlan.Step step = plan.steps().get(i);
            String run = set.name(step);
            ComposeProject stack = usable.get(step.system());
            if (set.isComplete(run)) {
                say.accept(run + ": complete, not repeated");
            } else if (stack != null) {
                long left = missing(plan.steps().subList(i, plan.steps().size()));
                say.accept(
                        "%s: run %d of %d, %s"
                                .formatted(run, i + 1, plan.steps().size(), pace.text(left)));
                Passage passage =
                        new Passage(engine, stack, interrupt, p -> say.accept(run + ": " + p));
                Path logs = set.logs(run);
                boolean stays = keepUp && i == plan.steps().size() - 1;
                Runnable work = () -> run(run, stack, passage, window, logs);
                pace.begin();
                if (attempts.make(run, "", passage, logs, stays, work)) {
                    pace.made();
                }
            }
        }
    }

    /// How many of them are not measured yet, and can be.
    private long missing(List<SuitePlan.Step> steps) {
        return steps.stream()
                .filter(step -> usable.containsKey(step.system()))
                .filter(step -> !set.isComplete(step))
                .count();
    }

    private void run(
            String run, ComposeProject stack, Passage passage, Duration window, Path logs) {
        if (set.putAside(run)) {
            say.accept(run + ": an earlier capture that is not complete was put aside");
        }
        passage.up();
        passage.settle();
        if (!interrupt.getAsBoolean()) {
            passage.begin("capture");
            Path csv = set.files(run).samples();
            try {
                new Recording(systems.root(), slate.folder(), interrupt)
                        .run(csv, stack.name(), window, passage.phases());
            } catch (Failure e) {
                set.putAside(run);
                throw new Failure(e.getMessage() + "; the capture was put aside", e);
            }
            if (set.isComplete(run)) {
                journal.done(run);
            } else if (!interrupt.getAsBoolean()) {
                String defect = set.defect(run);
                set.putAside(run);
                throw new Failure(defect + "; the capture was put aside");
            }
        }
        passage.begin("logs");
        interrupt.insist(() -> stack.saveLogs(logs));
    }
}
