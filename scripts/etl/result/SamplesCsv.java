package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Reads the raw samples of a capture, `<system>.csv`: one row per instant and container, in our
/// format or in the original's. Streams: memory does not grow with the file.
public final class SamplesCsv {

    /// The columns of our format, in their order.
    public static final List<String> HEADER = SampleRow.HEADER;

    private final Path file;
    private final DockerStats dockerStats;
    private final SampleParser parser;
    private final Consumer<Sample> rows;
    private List<String> header = List.of();
    private boolean any;
    private double lastElapsedS = Double.NEGATIVE_INFINITY;

    private SamplesCsv(Path file, Consumer<Sample> rows) {
        this.file = file;
        this.rows = rows;
        this.dockerStats = new DockerStats(file);
        this.parser = new SampleParser(file);
    }

    /// Hands every row to `rows`, in the file's order. A last line without its newline was cut when
    /// the recorder died: it is left out, and `warnings` is told.
    ///
    /// @throws Failure naming file and line for anything that is not a capture
    public static void read(Path file, Consumer<Sample> rows, Consumer<String> warnings) {
        SamplesCsv reader = new SamplesCsv(file, rows);
        RawRows.read(
                file,
                reader::row,
                line -> warnings.accept(CsvCell.at(file, line) + "was cut off and is left out"));
        if (reader.header.isEmpty()) {
            throw new Failure(reader.notACapture());
        }
        if (!reader.any) {
            throw new Failure(file + ": holds no samples; capture again, or remove the file");
        }
    }

    /// Writes rows of our format one behind the other, each without its newline.
    public static BiConsumer<StringBuilder, Sample> rows() {
        return new SampleRow()::append;
    }

    /// Writes rows of the original's format, which has the clock time only and Docker's rounding.
    ///
    /// @param hostMemoryMib what `docker stats` prints behind the slash for a container without
    ///   limit
    public static BiConsumer<StringBuilder, Sample> dockerStatsRows(double hostMemoryMib) {
        return (out, sample) -> out.append(DockerStats.row(sample, hostMemoryMib));
    }

    /// One row of our format, without its newline.
    public static String row(Sample sample) {
        StringBuilder row = new StringBuilder();
        new SampleRow().append(row, sample);
        return row.toString();
    }

    /// The header line of the original's format.
    public static String dockerStatsHeader() {
        return String.join(",", DockerStats.HEADER);
    }

    private void row(RawRow row) {
        if (header.isEmpty()) {
            header = row.cells();
            if (!header.equals(DockerStats.HEADER) && !header.equals(HEADER)) {
                throw new Failure(notACapture());
            }
            return;
        }
        any = true;
        if (row.size() != header.size()) {
            throw new Failure(
                    CsvCell.at(file, row.line())
                            + ("expected " + header.size() + " columns, found " + row.size()));
        }
        rows.accept(
                isOriginal()
                        ? dockerStats.sample(row.cells(), row.line())
                        : forwards(parser.sample(row), row.line()));
    }

    private boolean isOriginal() {
        return header.size() == DockerStats.HEADER.size();
    }

    private String notACapture() {
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
