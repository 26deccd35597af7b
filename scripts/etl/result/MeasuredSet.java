package etl.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A result set, read whole: every instant of every capture, the summary, and what the suite says
/// of the systems that have no capture.
///
/// @param folder the set
/// @param systems in alphabetical order
/// @param absent systems that were to be measured and have no capture, each with the reason
/// @param suite null where the set has no `suite.json`
/// @param osShareMib what the operating system is stated to take of a 1 GB machine
public record MeasuredSet(
        Path folder,
        List<MeasuredSystem> systems,
        Map<String, String> absent,
        SuiteRecord suite,
        double osShareMib) {

    /// @param statedJobs as in [Formulas]
    /// @throws Failure when a file is damaged, or there is no capture
    public static MeasuredSet read(Path folder, double statedJobs, double osShareMib) {
        ResultSet set = ResultSet.of(folder);
        Path journal = folder.resolve(SuiteRecord.NAME);
        SuiteRecord suite = Files.exists(journal) ? SuiteRecord.read(journal) : null;
        Map<Path, List<String>> notes = new LinkedHashMap<>();
        Formulas formulas = new Formulas(statedJobs, osShareMib, p -> note(notes, p));
        SystemNumbers numbers = SystemNumbers.of(folder);
        List<List<Capture>> captures = new ArrayList<>();
        List<Summary> summaries = new ArrayList<>();
        for (List<CaptureFiles> repeats : set.captures().values()) {
            List<Capture> read = repeats.stream().map(files -> read(files, notes)).toList();
            captures.add(read);
            summaries.add(numbers.addTo(formulas.summary(read)));
        }
        List<SummaryCsv.Row> rows = Summary.rows(summaries);
        List<MeasuredSystem> systems = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            systems.add(
                    new MeasuredSystem(
                            rows.get(i),
                            summaries.get(i),
                            captures.get(i),
                            captures.get(i).stream()
                                    .map(c -> notes.getOrDefault(c.files().samples(), List.of()))
                                    .toList(),
                            failures(suite, rows.get(i).system())));
        }
        return new MeasuredSet(
                folder,
                systems,
                AbsentSystems.of(folder, set.captures().keySet()),
                suite,
                osShareMib);
    }

    /// The rows of the summary.
    public List<SummaryCsv.Row> rows() {
        return systems.stream().map(MeasuredSystem::row).toList();
    }

    /// What stands in the run JSONs; captures without one are left out.
    public List<Run> runs() {
        return systems.stream()
                .flatMap(system -> system.captures().stream())
                .map(Capture::run)
                .filter(run -> run != null)
                .toList();
    }

    /// What the runs say of one thing: each value once, ` or ` between several; empty where none
    /// says anything.
    public String saidByRuns(Function<Run, Object> fact) {
        return runs().stream()
                .map(fact)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    /// Whether the set has no end yet, as far as its suite says.
    public boolean isUnfinished() {
        return suite != null && suite.ended() == null;
    }

    private static Capture read(CaptureFiles files, Map<Path, List<String>> notes) {
        return Capture.read(
                files,
                warning ->
                        note(notes, new Problem(files.samples(), 0, withoutFile(warning, files))));
    }

    /// A warning of a reader names the file; here that is said by the place of the note.
    private static String withoutFile(String warning, CaptureFiles files) {
        return warning.replace(files.samples() + ": ", "").replace(files.run() + ": ", "");
    }

    private static void note(Map<Path, List<String>> notes, Problem problem) {
        notes.computeIfAbsent(problem.file(), f -> new ArrayList<>()).add(problem.message());
    }

    private static List<SuiteRecord.Fault> failures(SuiteRecord suite, String system) {
        return suite == null || suite.failures() == null
                ? List.of()
                : suite.failures().stream()
                        .filter(f -> AbsentSystems.system(f.run()).equals(system))
                        .toList();
    }
}
