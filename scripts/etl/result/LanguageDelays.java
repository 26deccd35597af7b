package etl.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far the scheduling latencies of one language reach in the capture of a polyglot stack. Where
/// two ranges overlap, the difference of their medians may be no more than the scheduler's own
/// beat. Fires count by the minute at which they started; which job it was, the record knows.
public final class LanguageDelays {

    /// From the least to the largest, ms.
    public record Range(double minMs, double maxMs) {}

    private final Map<Language, Range> ranges = new EnumMap<>(Language.class);

    private LanguageDelays(List<Fire> fires, int periodS) {
        for (Language language : Language.values()) {
            double[] ms =
                    fires.stream()
                            .filter(f -> !f.isMissed())
                            .filter(f -> Language.at(f.scheduled(), periodS) == language)
                            .mapToDouble(Fire::latencyMs)
                            .toArray();
            if (ms.length > 0) {
                ranges.put(language, new Range(Statistics.min(ms), Statistics.max(ms)));
            }
        }
    }

    /// Reads them from the fires that lie beside the system's record; none where they are gone.
    ///
    /// @param set the result set
    /// @param record the system's, of that set
    /// @throws etl.Failure when the fires or the run JSON are damaged, with file and line
    public static LanguageDelays of(Path set, PolyglotRecord record) {
        CaptureFiles files = record.files(set);
        Integer periodS = Files.exists(files.run()) ? RunFile.read(files.run()).periodS() : null;
        return periodS != null && Files.exists(files.jobs())
                ? new LanguageDelays(JobsCsv.read(files.jobs()), periodS)
                : new LanguageDelays(List.of(), 1);
    }

    /// Empty for a language that has no median: it never started, or the record knows that what
    /// started was not its job.
    public Optional<Range> of(PolyglotRecord.Taken taken) {
        return Optional.ofNullable(ranges.get(taken.language()))
                .filter(range -> taken.latencyP50Ms() != null);
    }
}
