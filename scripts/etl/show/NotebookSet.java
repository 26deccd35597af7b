package etl.show;

import etl.Failure;
import etl.result.Capture;
import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.NewestSet;
import etl.result.Run;
import etl.result.SmallServer;
import etl.result.SummaryCsv.Row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
        MeasuredSet set = MeasuredSet.read(folder, Double.NaN, SmallServer.OS_SHARE_MIB);
        Map<String, List<Capture>> systems = new TreeMap<>();
        set.systems().forEach(system -> systems.put(system.system(), system.captures()));
        return new NotebookSet(folder, systems, Wording.byPeak(set.rows()), warnings(set));
    }

    /// One line per message: captures that share one are named together.
    private static List<String> warnings(MeasuredSet set) {
        Map<String, List<String>> captures = new LinkedHashMap<>();
        for (MeasuredSystem system : set.systems()) {
            for (int i = 0; i < system.captures().size(); i++) {
                Path samples = system.captures().get(i).files().samples();
                String file = set.folder().relativize(samples).toString();
                system.notes()
                        .get(i)
                        .forEach(
                                n -> captures.computeIfAbsent(n, k -> new ArrayList<>()).add(file));
            }
        }
        return captures.entrySet().stream()
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
