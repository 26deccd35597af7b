package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The original's raw format: the text of `docker stats`, stamped with a clock time that has
/// neither date nor zone. Memory has four significant digits; there is no cumulative CPU time.
final class DockerStats {

    static final List<String> HEADER =
            List.of("Timestamp", "Container", "CPU_Perc", "Mem_Usage", "Mem_Perc");

    private static final Pattern PERCENT = Pattern.compile("[0-9.]+%");
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /// What Docker prints in place of a number that it does not have.
    private static final String NONE = "--";

    private final Path file;
    private LocalTime last;
    private Duration elapsed = Duration.ZERO;

    DockerStats(Path file) {
        this.file = file;
    }

    /// One row. A clock that jumps back by more than half a day has passed midnight; any other step
    /// back is an error. `0B / 0B` is what Docker prints for a stopped container and `-- / --` for
    /// one that does not answer: missing, not 0.
    Sample sample(List<String> cells, long line) {
        if (cells.get(1).isEmpty()) {
            throw new Failure(CsvCell.at(file, line) + "the container has no name");
        }
        double memory = memoryMib(cells.get(3), line);
        double cpu = percent(cells.get(2), HEADER.get(2), line);
        percent(cells.get(4), HEADER.get(4), line);
        return new Sample(
                null,
                elapsedS(cells.get(0), line),
                cells.get(1),
                memory,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.isNaN(memory) ? Double.NaN : cpu,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private double elapsedS(String clock, long line) {
        LocalTime now;
        try {
            now = LocalTime.parse(clock);
        } catch (DateTimeParseException e) {
            throw new Failure(CsvCell.at(file, line) + "not a clock time: " + CsvCell.shown(clock));
        }
        Duration step = last == null ? Duration.ZERO : Duration.between(last, now);
        if (step.compareTo(HALF_A_DAY.negated()) < 0) {
            step = step.plusDays(1);
        }
        // half a day forwards is a step back over midnight
        if (step.isNegative() || step.compareTo(HALF_A_DAY) > 0) {
            throw new Failure(
                    CsvCell.at(file, line) + "time runs backwards: " + clock + " after " + last);
        }
        last = now;
        elapsed = elapsed.plus(step);
        return elapsed.toMillis() / 1000.0;
    }

    private double memoryMib(String text, long line) {
        String bare = text.replace(" ", "");
        if (bare.equals("--/--") || bare.equals("0B/0B")) {
            return Double.NaN;
        }
        return DockerSize.mib(text.split("/", 2)[0].strip(), file, line);
    }

    private double percent(String text, String column, long line) {
        if (text.equals(NONE)) {
            return Double.NaN;
        }
        if (!PERCENT.matcher(text).matches()) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + column
                            + " is not a percentage: "
                            + CsvCell.shown(text));
        }
        return CsvCell.amount(text.substring(0, text.length() - 1), column, file, line);
    }

    /// The row that `docker stats` would have printed, clock in UTC.
    static String row(Sample sample, double hostMemoryMib) {
        String memory =
                Double.isNaN(sample.memoryMib())
                        ? NONE + " / " + NONE
                        : DockerSize.text(sample.memoryMib())
                                + " / "
                                + DockerSize.text(hostMemoryMib);
        return String.format(
                Locale.ROOT,
                "%tT,%s,%s,%s,%s",
                sample.timestamp().atZone(ZoneOffset.UTC),
                sample.container(),
                percentText(sample.cpuPercent()),
                memory,
                percentText(100 * sample.memoryMib() / hostMemoryMib));
    }

    private static String percentText(double percent) {
        return Double.isNaN(percent) ? NONE : String.format(Locale.ROOT, "%.2f%%", percent);
    }
}
