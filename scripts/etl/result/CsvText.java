//DEPS org.apache.commons:commons-csv:1.14.1

package etl.result;

import etl.Failure;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small table as comma-separated text (RFC 4180, with line feeds).
final class CsvText {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private CsvText() {}

    static String of(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord(header);
            csv.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
        return text.toString();
    }

    /// Writes one anew.
    ///
    /// @throws Failure when the file cannot be written
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
