package etl.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a suite did, `suite.json` in its result set: the context that no single run has.
///
/// @param id of the suite, as on the labels
/// @param started when it began
/// @param ended when it ended; null while it runs
/// @param durationS length of each window
/// @param repeats how often each system was to be measured
/// @param order of the runs as they were made, e.g. `run-1/cron`
/// @param images what getting the images cost, one entry per system
/// @param failures what did not come to an end
public record SuiteRecord(
        String id,
        Instant started,
        Instant ended,
        double durationS,
        int repeats,
        List<String> order,
        List<Images> images,
        List<Fault> failures) {

    /// Name of the file in a result set.
    public static final String NAME = "suite.json";

    /// @param seconds that pulling and building took; next to nothing where they were there
    /// @param newMib disk that all images together took more afterwards; null where the engine does
    ///   not say
    /// @param newIds the images that came
    public record Images(String system, double seconds, Double newMib, List<String> newIds) {

        /// What this and a later look at the same system's images took together.
        public Images plus(Images later) {
            List<String> earlier = newIds == null ? List.of() : newIds;
            return new Images(
                    system,
                    Math.round((seconds + later.seconds) * 10) / 10.0,
                    newMib == null || later.newMib == null
                            ? null
                            : (Double) (Math.round((newMib + later.newMib) * 10) / 10.0),
                    Stream.concat(earlier.stream(), later.newIds.stream()).distinct().toList());
        }
    }

    /// @param run e.g. `run-2/dagster`
    /// @param phase in which it failed
    /// @param reason in one line
    /// @param logs file with the containers' logs; null where there were none
    public record Fault(String run, String phase, String reason, String logs) {}

    /// Reads the file of a set.
    ///
    /// @throws Failure when it is no JSON of this kind, with file and line
    public static SuiteRecord read(Path file) {
        return JsonFile.read(file, SuiteRecord.class);
    }

    /// Replaces the file in one step.
    public void write(Path file) {
        JsonFile.write(file, this);
    }
}
