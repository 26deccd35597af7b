package etl.show;

import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.SetChanges;
import etl.result.SetChanges.Verdict;

import j2html.tags.DomContent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What changed from one result set to another.
public final class ComparePage {

    private static final Map<Column, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(Column.STEADY_RAM_MIB, "Idle memory, MiB");
        COLUMNS.put(Column.PEAK_RAM_MIB, "Peak memory, MiB");
        COLUMNS.put(Column.CPU_S, "CPU in the window, s");
    }

    private final MeasuredSet before;
    private final MeasuredSet after;
    private final SetChanges changes;

    private ComparePage(MeasuredSet before, MeasuredSet after) {
        this.before = before;
        this.after = after;
        this.changes = SetChanges.of(before, after);
    }

    /// Writes `compared-with-<before>.html` into the newer set; it is derived, so an older one is
    /// replaced.
    public static Path write(MeasuredSet before, MeasuredSet after) {
        Path file = after.folder().resolve("compared-with-" + name(before) + ".html");
        ComparePage page = new ComparePage(before, after);
        PageShell.write(
                file,
                page.headline(),
                "%s beside %s".formatted(name(after), name(before)),
                new SetDifferences(before, after).html(),
                page.sections());
        return file;
    }

    private static String name(MeasuredSet set) {
        Path name = set.folder().toAbsolutePath().normalize().getFileName();
        return name == null ? "set" : name.toString();
    }

    private String headline() {
        long tested =
                changes.changes().stream().filter(c -> c.verdict() != Verdict.TOO_FEW_RUNS).count();
        if (changes.systems().isEmpty()) {
            return "The two sets have no system in common";
        }
        if (tested == 0) {
            return "Too few runs to tell a change from noise";
        }
        return changes.found() == 0
                ? "Nothing changed beyond noise"
                : "%d of %d comparisons changed beyond noise".formatted(changes.found(), tested);
    }

    private List<DomContent> sections() {
        List<DomContent> sections = new ArrayList<>();
        if (!changes.systems().isEmpty()) {
            COLUMNS.forEach(
                    (column, head) ->
                            sections.add(new CompareChart(after, changes, column, head).html()));
            sections.add(SystemName.note(after.rows()));
        }
        return sections;
    }
}
