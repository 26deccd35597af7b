//DEPS org.apache.commons:commons-csv:1.14.1

package etl.result;

import etl.Failure;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads and writes the fires of a capture, `<system>.jobs.csv`: one row per fire, and one with a
/// scheduled time and nothing else for every boundary that was missed.
public final class JobsCsv {

    public static final List<String> HEADER =
            List.of("scheduled", "started", "ended", "latency_ms", "duration_ms", "exit_code");

    private JobsCsv() {}

    /// @throws Failure naming file and line for a row that is not a fire
    public static List<Fire> read(Path file) {
        List<Fire> fires = new ArrayList<>();
        boolean header = false;
        try (Reader text = RawText.open(file);
                CSVParser parser = CSVParser.parse(text, RawText.FORMAT)) {
            for (CSVRecord record : parser) {
                if (header) {
                    fires.add(fire(record.toList(), file, record.getRecordNumber()));
                } else if (record.toList().equals(HEADER)) {
                    header = true;
                } else {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(file + ": cannot be read as a CSV: " + e.getMessage(), e);
        }
        if (!header) {
            throw new Failure(file + ": line 1: expected the columns " + String.join(",", HEADER));
        }
        if (RawText.isTorn(file)) {
            throw new Failure(CsvCell.at(file, fires.size() + 1) + "was cut off; capture again");
        }
        return fires;
    }

    private static Fire fire(List<String> cells, Path file, long line) {
        if (cells.size() != HEADER.size()) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + "expected "
                            + HEADER.size()
                            + " columns, found "
                            + cells.size());
        }
        Fire fire =
                new Fire(
                        CsvCell.time(cells.get(0), "scheduled", file, line),
                        CsvCell.time(cells.get(1), "started", file, line),
                        CsvCell.time(cells.get(2), "ended", file, line),
                        exitCode(cells.get(5), file, line));
        if (fire.scheduled() == null) {
            throw new Failure(CsvCell.at(file, line) + "scheduled must be there");
        }
        if ((fire.ended() == null) != (fire.exitCode() == null)
                || fire.isMissed() && fire.ended() != null) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + "an end needs a start and an exit code, an exit code needs an end");
        }
        if (fire.durationMs() < 0) {
            throw new Failure(CsvCell.at(file, line) + "ended before it started");
        }
        agrees(cells.get(3), fire.latencyMs(), "latency_ms", file, line);
        agrees(cells.get(4), fire.durationMs(), "duration_ms", file, line);
        return fire;
    }

    private static Integer exitCode(String cell, Path file, long line) {
        double code = CsvCell.number(cell, "exit_code", file, line);
        if (Double.isNaN(code)) {
            return null;
        }
        if (code != (int) code) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + "exit_code is not a whole number: "
                            + CsvCell.shown(cell));
        }
        return (int) code;
    }

    /// Latency and duration are written for people; they follow from the times, so a difference
    /// means that somebody changed the file.
    private static void agrees(String cell, double value, String column, Path file, long line) {
        double written = CsvCell.number(cell, column, file, line);
        if (Double.compare(written, value) != 0) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + column
                            + " is "
                            + CsvCell.shown(cell)
                            + " but the times say '"
                            + whole(value)
                            + "'");
        }
    }

    /// The whole file as text, newline at the end of every line.
    public static String text(List<Fire> fires) {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
        for (Fire fire : fires) {
            text.append(CsvCell.text(fire.scheduled())).append(',');
            text.append(CsvCell.text(fire.started())).append(',');
            text.append(CsvCell.text(fire.ended())).append(',');
            text.append(whole(fire.latencyMs())).append(',');
            text.append(whole(fire.durationMs())).append(',');
            text.append(fire.exitCode() == null ? "" : fire.exitCode()).append('\n');
        }
        return text.toString();
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "" : Long.toString(Math.round(value));
    }
}
