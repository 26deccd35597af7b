//DEPS org.apache.commons:commons-csv:1.14.1

package etl.result;

import etl.Failure;
import etl.result.SummaryCsv.Row;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a summary table, also one with fewer columns.
final class SummaryReader {

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9]*");

    private SummaryReader() {}

    static List<Row> read(Path file) {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setAllowMissingColumnNames(true)
                        .get();
        List<Row> rows = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, format)) {
            if (!parser.getHeaderNames().contains(SummaryCsv.SYSTEM)) {
                throw new Failure(
                        file
                                + ": line 1: not a summary; make it again with: jbang analysis.java"
                                + " "
                                + file.toAbsolutePath().getParent());
            }
            for (CSVRecord record : parser) {
                rows.add(row(record, file));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(file + ": cannot be read as a CSV: " + e.getMessage(), e);
        }
        if (rows.isEmpty()) {
            throw new Failure(file + ": holds no system; capture one first");
        }
        return rows;
    }

    private static Row row(CSVRecord record, Path file) {
        Map<Column, MedianInterval> intervals = new EnumMap<>(Column.class);
        Map<Column, String> groups = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            double low = number(record, column.header() + SummaryCsv.CI_LOW, file);
            double high = number(record, column.header() + SummaryCsv.CI_HIGH, file);
            if (!Double.isNaN(low) && !Double.isNaN(high)) {
                intervals.put(column, new MedianInterval(low, high));
            }
            String group = letters(record, column.header() + SummaryCsv.GROUP, file);
            if (!group.isEmpty()) {
                groups.put(column, group);
            }
        }
        String title = cell(record, SummaryCsv.TITLE);
        String system = record.get(SummaryCsv.SYSTEM);
        double runs =
                CsvCell.amount(cell(record, SummaryCsv.RUNS), SummaryCsv.RUNS, file, line(record));
        return new Row(
                system,
                title.isEmpty() ? system : title,
                cell(record, SummaryCsv.VERSION),
                cell(record, SummaryCsv.SOURCE),
                cell(record, SummaryCsv.VERIFIED),
                Double.isNaN(runs) ? 1 : (int) runs,
                numbers(record, "", file),
                numbers(record, SummaryCsv.MIN, file),
                numbers(record, SummaryCsv.MAX, file),
                intervals,
                groups);
    }

    /// The columns of one part of the table.
    private static Map<Column, Double> numbers(CSVRecord record, String suffix, Path file) {
        Map<Column, Double> numbers = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            numbers.put(column, number(record, column.header() + suffix, file));
        }
        return numbers;
    }

    private static double number(CSVRecord record, String column, Path file) {
        return CsvCell.number(cell(record, column), column, file, line(record));
    }

    private static String letters(CSVRecord record, String column, Path file) {
        String letters = cell(record, column);
        if (!LETTERS.matcher(letters).matches()) {
            throw new Failure(
                    CsvCell.at(file, line(record))
                            + column
                            + " is not letters of groups: "
                            + CsvCell.shown(letters));
        }
        return letters;
    }

    private static long line(CSVRecord record) {
        return record.getRecordNumber() + 1;
    }

    private static String cell(CSVRecord record, String column) {
        return record.isSet(column) ? record.get(column) : "";
    }
}
