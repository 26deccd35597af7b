//DEPS org.apache.commons:commons-csv:1.14.1

package etl.result;

import etl.Failure;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// Reads the raw samples of a capture, `<system>.csv`: one row per instant and container, in our
/// format or in the original's. Streams: memory does not grow with the file.
public final class SamplesCsv {

    /// The columns of our format, in their order.
    public static final List<String> HEADER = SampleRow.HEADER;

    private final Path file;
    private final DockerStats dockerStats;
    private double lastElapsedS = Double.NEGATIVE_INFINITY;

    private SamplesCsv(Path file) {
        this.file = file;
        this.dockerStats = new DockerStats(file);
    }

    /// Hands every row to `rows`, in the file's order. A last line without its newline was cut when
    /// the recorder died: it is left out, and `warnings` is told.
    ///
    /// @throws Failure naming file and line for anything that is not a capture
    public static void read(Path file, Consumer<Sample> rows, Consumer<String> warnings) {
        SamplesCsv reader = new SamplesCsv(file);
        boolean torn = RawText.isTorn(file);
        try (Reader text = RawText.open(file);
                CSVParser parser = CSVParser.parse(text, RawText.FORMAT)) {
            reader.readAll(parser.iterator(), torn, rows, warnings);
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(file + ": cannot be read as a CSV: " + e.getMessage(), e);
        }
    }

    /// One row of our format, without its newline.
    public static String row(Sample sample) {
        return SampleRow.text(sample);
    }

    /// One row of the original's format, which has the clock time only and Docker's rounding.
    ///
    /// @param hostMemoryMib what `docker stats` prints behind the slash for a container without
    ///   limit
    public static String dockerStatsRow(Sample sample, double hostMemoryMib) {
        return DockerStats.row(sample, hostMemoryMib);
    }

    /// The header line of the original's format.
    public static String dockerStatsHeader() {
        return String.join(",", DockerStats.HEADER);
    }

    private void readAll(
            Iterator<CSVRecord> records,
            boolean torn,
            Consumer<Sample> rows,
            Consumer<String> warnings) {
        List<String> header = records.hasNext() ? records.next().toList() : List.of();
        boolean original = header.equals(DockerStats.HEADER);
        if (!original && !header.equals(HEADER)) {
            throw new Failure(notACapture(header));
        }
        boolean any = false;
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (torn && !records.hasNext()) {
                warnings.accept(
                        CsvCell.at(file, record.getRecordNumber()) + "was cut off and is left out");
                break;
            }
            rows.accept(sample(record, header.size(), original));
            any = true;
        }
        if (!any) {
            throw new Failure(file + ": holds no samples; capture again, or remove the file");
        }
    }

    private Sample sample(CSVRecord record, int columns, boolean original) {
        long line = record.getRecordNumber();
        if (record.size() != columns) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + ("expected " + columns + " columns, found " + record.size()));
        }
        List<String> cells = record.toList();
        if (original) {
            return dockerStats.sample(cells, line);
        }
        return forwards(SampleRow.sample(cells, file, line), line);
    }

    private String notACapture(List<String> header) {
        if (header.isEmpty()) {
            return file + ": is empty; capture again, or remove the file";
        }
        List<String> expected = header.contains("Mem_Usage") ? DockerStats.HEADER : HEADER;
        List<String> missing = expected.stream().filter(c -> !header.contains(c)).toList();
        return file
                + ": line 1: not a capture: "
                + (missing.isEmpty() || missing.size() == expected.size()
                        ? "expected the columns " + String.join(",", expected)
                        : "missing columns " + String.join(", ", missing));
    }

    private Sample forwards(Sample sample, long line) {
        double now = sample.elapsedS();
        if (now < lastElapsedS) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + ("time runs backwards: " + now + " s after " + lastElapsedS + " s"));
        }
        lastElapsedS = now;
        return sample;
    }
}
