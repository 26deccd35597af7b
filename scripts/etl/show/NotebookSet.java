package etl.show;

import etl.Failure;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Column;
import etl.result.Formulas;
import etl.result.NewestSet;
import etl.result.Problem;
import etl.result.ResultSet;
import etl.result.Run;
import etl.result.SmallServer;
import etl.result.Summary;
import etl.result.SummaryCsv.Row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A result set as a notebook works with it: every capture read into memory, and the summary that
/// `analysis.java` makes of them. Nothing is written.
///
/// @param folder the result set
/// @param systems the captures by system in alphabetical order; several where there are repeats
/// @param rows the summary, lowest peak first; the share of the operating system is analysis.java's
///   default
/// @param warnings what a reader should know about the captures, a line each
public record NotebookSet(
        Path folder, Map<String, List<Capture>> systems, List<Row> rows, List<String> warnings) {

    /// The environment variable in which `notebook.java --set` names a set.
    public static final String CHOSEN = "ETLBENCH_SET";

    /// The set that `--set` names, else the one below `results` that was measured last.
    ///
    /// @throws Failure when there is none
    public static Path folder(Path results) {
        String chosen = System.getenv(CHOSEN);
        return chosen == null || chosen.isEmpty() ? NewestSet.below(results) : Path.of(chosen);
    }

    /// @throws Failure when the folder holds no capture, or one that cannot be read
    public static NotebookSet read(Path folder) {
        List<Problem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Map<String, List<Capture>> systems = new TreeMap<>();
        for (Map.Entry<String, List<CaptureFiles>> files :
                ResultSet.of(folder).captures().entrySet()) {
            systems.put(
                    files.getKey(),
                    files.getValue().stream().map(f -> Capture.read(f, warnings::add)).toList());
        }
        Formulas formulas = new Formulas(Double.NaN, SmallServer.OS_SHARE_MIB, problems::add);
        List<Row> rows =
                Summary.rows(
                        systems.values().stream()
                                .map(formulas::summary)
                                .sorted(
                                        Comparator.comparingDouble(
                                                s -> s.value(Column.PEAK_RAM_MIB)))
                                .toList());
        warnings.replaceAll(w -> w.replace(folder + "/", ""));
        warnings.addAll(lines(folder, problems));
        return new NotebookSet(folder, systems, rows, List.copyOf(warnings));
    }

    /// One line per message: files that share one are named together.
    private static List<String> lines(Path folder, List<Problem> problems) {
        Map<String, List<String>> files =
                problems.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Problem::message,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                p -> folder.relativize(p.file()).toString(),
                                                Collectors.toList())));
        return files.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    /// Names of the systems that have a peak, lightest first.
    public List<String> byPeak() {
        return rows.stream()
                .filter(row -> !Double.isNaN(row.value(Column.PEAK_RAM_MIB)))
                .map(Row::system)
                .toList();
    }

    /// A system's captures, one per run.
    ///
    /// @throws Failure when the set has no such system
    public List<Capture> captures(String system) {
        if (!systems.containsKey(system)) {
            throw new Failure(
                    "%s: no system %s; it has %s"
                            .formatted(folder, system, String.join(", ", systems.keySet())));
        }
        return systems.get(system);
    }

    /// Name of a system for people.
    public String title(String system) {
        return MemoryLine.name(system, captures(system).getLast().title());
    }

    /// The line below a picture that says where its numbers come from.
    public String source() {
        List<Run> runs =
                systems.values().stream()
                        .flatMap(List::stream)
                        .map(Capture::run)
                        .filter(Objects::nonNull)
                        .toList();
        return Caption.of(folder, runs);
    }

    /// What the set holds and what it cannot say, as Markdown.
    public String about() {
        return SetWords.of(this);
    }
}
