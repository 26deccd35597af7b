package etl.show;

import etl.result.Column;
import etl.result.SummaryCsv.Row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The summary as Markdown that reads well in a terminal, too: aligned at the decimal point, only
/// the columns that have values, the original's five first. What does not fit beside each other
/// continues in a table below.
public final class MarkdownTable {

    private static final int WIDTH = 120;
    private static final int NAME_ROOM = 18;
    private static final Set<Column> FIRST_OF_THEME =
            EnumSet.of(
                    Column.STEADY_RAM_MIB,
                    Column.CPU_S,
                    Column.JOBS_EXPECTED,
                    Column.LATENCY_P50_MS,
                    Column.LEFT_OF_1GB_MIB,
                    Column.FIND_BY_HAND_S);

    private final List<Row> rows;
    private final StringBuilder text = new StringBuilder();

    private MarkdownTable(List<Row> rows) {
        this.rows = rows;
    }

    /// All lines, each with its newline; below the table a sentence for what stands behind the
    /// values, see [MarkdownColumn], and what was measured, see [Provenance].
    public static String of(List<Row> rows) {
        MarkdownTable table = new MarkdownTable(rows);
        List<String> names = new ArrayList<>(List.of("Orchestrator"));
        rows.forEach(row -> names.add(row.system().replace("|", "\\|")));
        MarkdownColumn.pad(names, false);
        List<List<String>> beside = new ArrayList<>(List.of(names));
        for (List<List<String>> group : table.groups()) {
            if (width(beside) + width(group) > WIDTH && beside.size() > 1) {
                table.append(beside);
                table.text.append('\n');
                beside = new ArrayList<>(List.of(names));
            }
            beside.addAll(group);
        }
        table.append(beside);
        Stream.of(RepeatNotes.groups(rows, List.of(Column.values())), RepeatNotes.intervals(rows))
                .filter(note -> !note.isEmpty())
                .forEach(note -> table.text.append('\n').append(note).append('\n'));
        String provenance = Provenance.list(rows);
        if (!provenance.isEmpty()) {
            table.text.append('\n').append(provenance);
        }
        return table.text.toString();
    }

    /// The columns that have values, those of one theme together.
    private List<List<List<String>>> groups() {
        List<List<List<String>>> groups = new ArrayList<>();
        List<List<String>> group = new ArrayList<>();
        for (Column column : Column.values()) {
            if (FIRST_OF_THEME.contains(column) && !group.isEmpty()) {
                groups.add(group);
                group = new ArrayList<>();
            }
            if (rows.stream().anyMatch(row -> !Double.isNaN(row.value(column)))) {
                List<String> cells = MarkdownColumn.of(rows, column);
                if (width(group) + width(List.of(cells)) > WIDTH - NAME_ROOM) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
                group.add(cells);
            }
        }
        groups.add(group);
        return groups;
    }

    private static int width(List<List<String>> columns) {
        return columns.stream().mapToInt(column -> column.getFirst().length() + 3).sum();
    }

    private void append(List<List<String>> columns) {
        line(columns.stream().map(List::getFirst).toList());
        List<String> rule = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            char[] dashes = new char[columns.get(i).getFirst().length()];
            Arrays.fill(dashes, '-');
            dashes[dashes.length - 1] = i == 0 ? '-' : ':';
            rule.add(new String(dashes));
        }
        line(rule);
        for (int i = 1; i <= rows.size(); i++) {
            int row = i;
            line(columns.stream().map(c -> c.get(row)).toList());
        }
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
