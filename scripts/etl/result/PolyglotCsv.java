//DEPS org.apache.commons:commons-csv:1.14.1

package etl.result;

import etl.Failure;
import etl.result.PolyglotRecord.Taken;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `polyglot.csv` of a result set: a row per system and language. It is derived from the JSON files
/// in `polyglot/`.
public final class PolyglotCsv {

    /// Name of the file in a result set.
    public static final String NAME = "polyglot.csv";

    /// The columns, in their order; `…_added` is the difference to Python in the same system.
    static final List<String> HEADER =
            List.of(
                    "system",
                    "title",
                    "version",
                    "source",
                    "language",
                    "verdict",
                    "fired",
                    "expected",
                    "failed",
                    "lines",
                    "runs_in",
                    "image_mib",
                    "latency_p50_ms",
                    "latency_added_ms",
                    "memory_mib",
                    "memory_added_mib");

    private PolyglotCsv() {}

    /// All of a set, in alphabetical order; none where it has no such folder.
    ///
    /// @throws Failure when one of the files is damaged
    public static List<PolyglotRecord> records(Path set) {
        Path folder = set.resolve(PolyglotRecord.FOLDER);
        return Files.isDirectory(folder)
                ? ResultSet.list(folder).stream()
                        .filter(file -> file.toString().endsWith(".json"))
                        .filter(file -> !file.toString().endsWith(".run.json"))
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .map(PolyglotRecord::read)
                        .toList()
                : List.of();
    }

    /// Writes the table anew.
    public static void write(Path set, List<PolyglotRecord> records) {
        Path file = set.resolve(NAME);
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            csv.printRecord(HEADER);
            for (PolyglotRecord record : records) {
                for (Taken taken : record.languages()) {
                    csv.printRecord(cells(record, taken));
                }
            }
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static List<String> cells(PolyglotRecord record, Taken taken) {
        Taken python = record.of(Language.PYTHON).orElse(null);
        Double latency = python == null ? null : python.latencyP50Ms();
        Double memory = python == null ? null : python.memoryMib();
        return List.of(
                record.system(),
                record.title() == null ? record.system() : record.title(),
                record.version() == null ? "" : record.version(),
                record.source(),
                taken.language().key(),
                taken.verdict().text(),
                "" + taken.fired(),
                "" + taken.expected(),
                "" + taken.failed(),
                "" + taken.lines(),
                taken.service() == null ? "" : taken.service(),
                CsvCell.text(taken.imageMib(), 1),
                text(taken.latencyP50Ms(), 0),
                text(difference(taken.latencyP50Ms(), latency), 0),
                text(taken.memoryMib(), 1),
                text(difference(taken.memoryMib(), memory), 1));
    }

    private static Double difference(Double value, Double from) {
        return value == null || from == null ? null : (Double) (value - from);
    }

    private static String text(Double value, int decimals) {
        return value == null
                ? ""
                : decimals == 0 ? Long.toString(Math.round(value)) : CsvCell.text(value, decimals);
    }
}
