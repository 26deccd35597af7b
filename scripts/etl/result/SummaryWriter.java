//DEPS org.apache.commons:commons-csv:1.14.1

package etl.result;

import etl.Failure;
import etl.result.SummaryCsv.Row;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Writes a summary table: medians and texts, then those columns that at least one row has.
final class SummaryWriter {

    private final List<Column> ranges;
    private final List<Column> intervals;
    private final List<Column> groups;

    private SummaryWriter(List<Row> rows) {
        ranges = columns(column -> rows.stream().anyMatch(r -> r.hasRange(column)));
        intervals = columns(column -> rows.stream().anyMatch(r -> interval(r, column) != null));
        groups = columns(column -> rows.stream().anyMatch(r -> !r.group(column).isEmpty()));
    }

    static void write(Path file, List<Row> rows) {
        SummaryWriter table = new SummaryWriter(rows);
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            csv.printRecord(table.header());
            for (Row row : rows) {
                csv.printRecord(table.cells(row));
            }
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of(SummaryCsv.SYSTEM));
        for (Column column : Column.values()) {
            header.add(column.header());
        }
        header.addAll(
                List.of(
                        SummaryCsv.RUNS,
                        SummaryCsv.TITLE,
                        SummaryCsv.VERSION,
                        SummaryCsv.SOURCE,
                        SummaryCsv.VERIFIED));
        for (Column column : ranges) {
            header.add(column.header() + SummaryCsv.MIN);
            header.add(column.header() + SummaryCsv.MAX);
        }
        for (Column column : intervals) {
            header.add(column.header() + SummaryCsv.CI_LOW);
            header.add(column.header() + SummaryCsv.CI_HIGH);
        }
        groups.forEach(column -> header.add(column.header() + SummaryCsv.GROUP));
        return header;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of(row.system()));
        for (Column column : Column.values()) {
            cells.add(column.text(row.value(column)));
        }
        cells.add(Integer.toString(row.runs()));
        cells.addAll(List.of(row.title(), row.version(), row.source(), row.verified()));
        for (Column column : ranges) {
            cells.add(column.text(row.lows().get(column)));
            cells.add(column.text(row.highs().get(column)));
        }
        for (Column column : intervals) {
            MedianInterval interval = interval(row, column);
            cells.add(interval == null ? "" : column.text(interval.low()));
            cells.add(interval == null ? "" : column.text(interval.high()));
        }
        groups.forEach(column -> cells.add(row.group(column)));
        return cells;
    }

    private static MedianInterval interval(Row row, Column column) {
        return row.intervals().get(column);
    }

    private static List<Column> columns(Predicate<Column> wanted) {
        return Stream.of(Column.values()).filter(wanted).toList();
    }
}
