package etl.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The search for the smallest memory of one system, `vps/<system>.json` in a result set: every
/// trial, and on what. It is written after each trial, so that a search can be gone on with.
///
/// @param schema version of this file's layout
/// @param system the folder's name in `compose/`
/// @param title name for people
/// @param version as the running system reported it
/// @param verified version, date and how the system's folder was run, or `never`
/// @param engine the container engine
/// @param machine the machine that all ran on
/// @param images one per service
/// @param osShareMib what the operating system is stated to take of a small server
/// @param started when the search began
/// @param ended when it was over; absent where it is not
/// @param trials in the order in which they were made
public record VpsRecord(
        int schema,
        String system,
        String title,
        String version,
        String verified,
        Run.Engine engine,
        Run.Machine machine,
        List<Run.Image> images,
        double osShareMib,
        Instant started,
        Instant ended,
        List<Trial> trials) {

    public static final int SCHEMA = 1;

    /// Folder of these files in a result set.
    public static final String FOLDER = "vps";

    /// With one more trial.
    public VpsRecord with(Trial trial) {
        List<Trial> more = Stream.concat(trials.stream(), Stream.of(trial)).toList();
        return new VpsRecord(
                schema,
                system,
                title,
                version,
                verified,
                engine,
                machine,
                images,
                osShareMib,
                started,
                ended,
                more);
    }

    /// With what the running stack said of itself.
    public VpsRecord identified(String installed, List<Run.Image> used) {
        return new VpsRecord(
                schema,
                system,
                title,
                installed,
                verified,
                engine,
                machine,
                used,
                osShareMib,
                started,
                ended,
                trials);
    }

    /// The same search, over.
    public VpsRecord ended(Instant at) {
        return new VpsRecord(
                schema,
                system,
                title,
                version,
                verified,
                engine,
                machine,
                images,
                osShareMib,
                started,
                at,
                trials);
    }

    /// What was found so far.
    public LimitSearch search() {
        return new LimitSearch(trials);
    }

    /// What a server of so much memory leaves for the stack: as much of it as 960 MiB are of 1 GB,
    /// less the operating system's share and the engine.
    ///
    /// @param serverMib memory that the server is sold with
    /// @return empty while the engine was not measured
    public OptionalDouble forStackMib(double serverMib) {
        OptionalDouble engine = engineMib();
        return engine.isEmpty()
                ? engine
                : OptionalDouble.of(
                        SmallServer.offeredMib(serverMib) - osShareMib - engine.getAsDouble());
    }

    /// What the engine took in the trial that confirmed the smallest limit; before there is one,
    /// the most that it took.
    private OptionalDouble engineMib() {
        Optional<Double> confirmed = search().confirmed().map(Trial::engineMib);
        return confirmed.isPresent()
                ? OptionalDouble.of(confirmed.get())
                : trials.stream()
                        .filter(t -> t.engineMib() != null)
                        .mapToDouble(Trial::engineMib)
                        .max();
    }

    /// What is left for the job on such a server beside the smallest stack that works; negative
    /// where that does not fit. Empty while the search has found nothing.
    public OptionalDouble leftMib(double serverMib) {
        OptionalDouble forStack = forStackMib(serverMib);
        Optional<Double> smallest = search().smallestMib();
        return forStack.isEmpty() || smallest.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(forStack.getAsDouble() - smallest.get());
    }

    /// Where its images come from.
    public String source() {
        return Run.source(images);
    }

    /// @throws etl.Failure when it is no JSON of this kind, with file and line
    public static VpsRecord read(Path file) {
        return JsonFile.read(file, VpsRecord.class, SCHEMA, VpsRecord::schema);
    }

    /// Replaces the file in one step.
    public void write(Path file) {
        JsonFile.write(file, this);
    }
}
