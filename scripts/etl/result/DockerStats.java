package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/// The original's raw format: the text of `docker stats`, stamped with a clock time that has
/// neither date nor zone. Memory has four significant digits; there is no cumulative CPU time.
final class DockerStats {

    static final List<String> HEADER =
            List.of("Timestamp", "Container", "CPU_Perc", "Mem_Usage", "Mem_Perc");

    private static final int DAY_MS = 24 * 3600 * 1000;

    /// What Docker prints in place of a number that it does not have.
    private static final String NONE = "--";

    private final Path file;
    private String last;
    private int lastMs;
    private long elapsedMs;

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
        // the containers of an instant share its time
        if (!clock.equals(last)) {
            int now = millisOfDay(clock, line);
            int step = last == null ? 0 : now - lastMs;
            if (step < -DAY_MS / 2) {
                step += DAY_MS;
            }
            // half a day forwards is a step back over midnight
            if (step < 0 || step > DAY_MS / 2) {
                throw new Failure(
                        CsvCell.at(file, line)
                                + ("time runs backwards: " + clock + " after " + last));
            }
            last = clock;
            lastMs = now;
            elapsedMs += step;
        }
        return elapsedMs / 1000.0;
    }

    /// `10:00:32`, as the original's `date +%H:%M:%S` writes it, is read without the library, which
    /// takes its time at the first rows; any other clock time by it.
    private int millisOfDay(String clock, long line) {
        boolean usual =
                clock.length() == 8
                        && clock.charAt(2) == ':'
                        && clock.charAt(5) == ':'
                        && areDigits(clock, 0)
                        && areDigits(clock, 3)
                        && areDigits(clock, 6);
        if (usual) {
            int hour = Integer.parseInt(clock, 0, 2, 10);
            int minute = Integer.parseInt(clock, 3, 5, 10);
            int second = Integer.parseInt(clock, 6, 8, 10);
            if (hour < 24 && minute < 60 && second < 60) {
                return 1000 * (3600 * hour + 60 * minute + second);
            }
        }
        try {
            return (int) (LocalTime.parse(clock).toNanoOfDay() / 1_000_000);
        } catch (DateTimeParseException e) {
            throw new Failure(CsvCell.at(file, line) + "not a clock time: " + CsvCell.shown(clock));
        }
    }

    private static boolean areDigits(String text, int at) {
        return isDigit(text.charAt(at)) && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private double memoryMib(String text, long line) {
        int slash = text.indexOf('/');
        String used = (slash < 0 ? text : text.substring(0, slash)).strip();
        if (slash >= 0 && (used.equals(NONE) || used.equals("0B"))) {
            String limit = text.substring(slash + 1).strip();
            if (limit.equals(used)) {
                return Double.NaN;
            }
        }
        return DockerSize.mib(used, file, line);
    }

    private double percent(String text, String column, long line) {
        if (text.equals(NONE)) {
            return Double.NaN;
        }
        if (!isPercentage(text)) {
            throw new Failure(
                    CsvCell.at(file, line)
                            + column
                            + " is not a percentage: "
                            + CsvCell.shown(text));
        }
        return CsvCell.amount(text.substring(0, text.length() - 1), column, file, line);
    }

    private static boolean isPercentage(String text) {
        int end = text.length() - 1;
        for (int i = 0; i < end; i++) {
            if (!isDigit(text.charAt(i)) && text.charAt(i) != '.') {
                return false;
            }
        }
        return end > 0 && text.charAt(end) == '%';
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
