package etl.record;

import etl.Failure;
import etl.result.SuiteRecord;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Keeps `suite.json` of a set up to date while the suite goes on, so that a kill leaves what was
/// known.
public final class SuiteJournal {

    private final Path file;
    private final SuitePlan plan;
    private final Duration window;
    private final SuiteSet set;
    private final RunLabel label = RunLabel.now();
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<String> done = new ArrayList<>();
    private final Map<String, SuiteRecord.Images> images = new LinkedHashMap<>();
    private final List<SuiteRecord.Fault> faults = new ArrayList<>();
    private Instant ended;

    private SuiteJournal(SuiteSet set, SuitePlan plan, Duration window) {
        this.set = set;
        this.plan = plan;
        this.window = window;
        this.file = set.folder().resolve(SuiteRecord.NAME);
    }

    /// Writes the first entry; that of an earlier suite on this set is put aside.
    public static SuiteJournal begin(SuiteSet set, SuitePlan plan, Duration window) {
        SuiteJournal journal = new SuiteJournal(set, plan, window);
        journal.takeOver();
        set.putAside(journal.file);
        journal.write();
        return journal;
    }

    /// What an earlier suite on this set got for it counts here as well, and is ours to remove.
    private void takeOver() {
        if (Files.exists(file)) {
            try {
                List<SuiteRecord.Images> earlier = SuiteRecord.read(file).images();
                if (earlier != null) {
                    earlier.forEach(i -> images.put(i.system(), i));
                }
            } catch (Failure e) {
                // what cannot be read is put aside all the same, and nothing is taken over
            }
        }
    }

    /// The mark for everything that this suite creates.
    public RunLabel label() {
        return label;
    }

    /// Notes what getting a system's images cost.
    void images(String system, Engine engine, ComposeProject stack) {
        EngineImages before = EngineImages.now(engine);
        long begin = System.nanoTime();
        stack.getImages();
        double seconds = Math.round((System.nanoTime() - begin) / 1e8) / 10.0;
        EngineImages after = EngineImages.now(engine);
        Set<String> its = after.since(before);
        its.retainAll(stack.imageIds(engine)); // another program may have got one meanwhile
        images.merge(
                system,
                new SuiteRecord.Images(
                        system, seconds, after.newMib(before), its.stream().sorted().toList()),
                SuiteRecord.Images::plus);
        write();
    }

    /// A run is measured.
    public void done(String run) {
        done.add(run);
        write();
    }

    public boolean anyDone() {
        return !done.isEmpty();
    }

    /// A run, or a whole system, could not be measured.
    ///
    /// @param logs file with the containers' logs; null where there are none
    public void fault(String run, String phase, String reason, Path logs) {
        String relative = logs == null ? null : set.folder().relativize(logs).toString();
        faults.add(new SuiteRecord.Fault(run, phase, reason, relative));
        write();
    }

    /// A line per fault.
    public List<String> faults() {
        return faults.stream()
                .map(
                        f ->
                                "%s in phase %s: %s%s"
                                        .formatted(
                                                f.run(),
                                                f.phase(),
                                                f.reason(),
                                                f.logs() == null
                                                        ? ""
                                                        : "; logs: "
                                                                + set.folder().resolve(f.logs())))
                .toList();
    }

    /// The suite is over.
    public void end() {
        ended = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        write();
    }

    /// Removes the images that came with this suite, and those of its systems that were built here.
    /// One that a container still uses stays.
    public void pruneImages(Engine engine, Consumer<String> say) {
        Set<String> ours = new HashSet<>();
        images.values().stream()
                .filter(i -> i.newIds() != null)
                .flatMap(i -> i.newIds().stream())
                .filter(id -> engine.image(id).isPresent())
                .forEach(ours::add);
        plan.systems().stream()
                .map(Systems::folder)
                .distinct()
                .flatMap(system -> EngineImages.built(engine, system).stream())
                .forEach(ours::add);
        for (String image : ours) {
            Shell.Result removed = Shell.run(Duration.ofMinutes(2), "docker", "image", "rm", image);
            say.accept(
                    removed.ok()
                            ? "removed image " + image
                            : "image " + image + " stays: " + removed.lastLine());
        }
    }

    private void write() {
        List<String> order = plan.steps().stream().map(set::name).toList();
        new SuiteRecord(
                        label.id(),
                        started,
                        ended,
                        window.toMillis() / 1000.0,
                        set.repeats(),
                        order,
                        List.copyOf(images.values()),
                        List.copyOf(faults))
                .write(file);
    }
}
