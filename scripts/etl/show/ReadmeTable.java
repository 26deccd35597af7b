package etl.show;

import etl.result.Column;
import etl.result.SummaryCsv.Row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The few columns of a result set that a README shows, in Markdown.
final class ReadmeTable {

    private static final List<Shown> COLUMNS =
            List.of(
                    new Shown(Column.PEAK_RAM_MIB, "peak", "MiB", 1),
                    new Shown(Column.ANON_RAM_MIB, "idle, anonymous", "MiB", 1),
                    new Shown(Column.CPU_S_PER_JOB, "CPU per job", "s", 3),
                    new Shown(Column.JOBS_FIRED, "fired", "", 0),
                    new Shown(Column.LATENCY_P50_MS, "after the minute", "ms", 0),
                    new Shown(Column.LATENCY_MAX_MS, "at most", "ms", 0),
                    new Shown(Column.LEFT_OF_1GB_MIB, "left of 1 GB", "MiB", 0));

    private ReadmeTable() {}

    /// Head and rows; only the columns that have a value.
    ///
    /// @param absent folders of the systems that were not measured
    static List<String> lines(List<Row> rows, Collection<String> absent) {
        List<Shown> columns = columns(rows);
        List<String> lines = new ArrayList<>();
        lines.add("| |" + columns.stream().map(ReadmeTable::head).collect(Collectors.joining()));
        lines.add("|---|" + "---:|".repeat(columns.size()));
        rows.forEach(row -> lines.add(line(row, columns)));
        absent.forEach(system -> lines.add(absent(system, columns)));
        return lines;
    }

    private static List<Shown> columns(List<Row> rows) {
        Shown idle = new Shown(Shown.idle(rows), "idle", "MiB", 1);
        return Stream.concat(Stream.of(idle), COLUMNS.stream())
                .filter(c -> has(rows, c.column()))
                .toList();
    }

    private static String head(Shown column) {
        return " " + column.head() + (column.unit().isEmpty() ? "" : ", " + column.unit()) + " |";
    }

    private static String line(Row row, List<Shown> columns) {
        String version = row.version().isEmpty() ? "" : " " + row.version();
        String origin = Origin.of(row.source());
        return "| "
                + escaped(SystemName.of(row) + version)
                + (origin.isEmpty() ? "" : ", *" + escaped(origin) + "*")
                + " |"
                + columns.stream()
                        .map(c -> " " + c.text(row).replace('-', '−') + " |")
                        .collect(Collectors.joining());
    }

    private static String absent(String system, List<Shown> columns) {
        return "| "
                + escaped(SystemName.ofFolder(system))
                + " | *not measured here* |"
                + " – |".repeat(columns.size() - 1);
    }

    /// Whether a row has a value of the column.
    static boolean has(List<Row> rows, Column column) {
        return rows.stream().anyMatch(r -> !Double.isNaN(r.value(column)));
    }

    /// The text so that Markdown shows it as it is.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1");
    }
}
