package etl.result;

import etl.Failure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;

/// One cell of the project's CSV files: an empty cell is a missing value, and a bad one is reported
/// with its file and line.
final class CsvCell {

    private static final DateTimeFormatter UTC =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private CsvCell() {}

    /// A number that is not negative; `NaN` for an empty cell.
    static double amount(String text, String column, Path file, long line) {
        double value = number(text, column, file, line);
        if (value < 0) {
            throw new Failure(at(file, line) + "negative " + column + ": " + text);
        }
        return value;
    }

    /// A finite number; `NaN` for an empty cell.
    static double number(String text, String column, Path file, long line) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        double value = parsed(text);
        if (!Double.isFinite(value)) {
            throw new Failure(at(file, line) + column + " is not a number: " + shown(text));
        }
        return value;
    }

    /// `NaN` for what is not plain decimal notation: Java alone would also take `1f`, ` 1` and
    /// `0x1p3`.
    private static double parsed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.-+eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// A UTC time such as `2026-11-24T10:00:30.000Z`; null for an empty cell.
    static Instant time(String text, String column, Path file, long line) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Failure(
                    at(file, line) + column + " is not a UTC time (ISO-8601): " + shown(text));
        }
    }

    static String text(Instant time) {
        return time == null ? "" : UTC.format(time);
    }

    /// At most the given number of decimals, at least one, as Python prints a float; empty for
    /// `NaN`. Rounds the exact binary value half to even, which is what Python's `round` does: the
    /// original's summary comes out to the last digit.
    static String text(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "";
        }
        double scaled = value * Math.pow(10, decimals);
        double beyond = scaled - Math.floor(scaled);
        // the product is wrong by less than it is away from the middle between two roundings
        if (Math.abs(scaled) < 1e9 && Math.abs(beyond - 0.5) > 1e-6) {
            return plain(Math.round(scaled), decimals);
        }
        BigDecimal rounded = // its class takes about 10 ms to set up: only where it decides
                new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return (rounded.scale() < 1 ? rounded.setScale(1) : rounded).toPlainString();
    }

    /// A number of 10^-decimals as a decimal, without zeros at its end.
    private static String plain(long scaled, int decimals) {
        StringBuilder text = new StringBuilder(16).append(Math.abs(scaled));
        while (text.length() <= decimals) {
            text.insert(0, '0');
        }
        int point = text.length() - decimals;
        text.insert(point, '.');
        int end = text.length();
        while (end > point + 1 && text.charAt(end - 1) == '0') {
            end--;
        }
        text.setLength(end);
        if (end == point + 1) {
            text.append('0');
        }
        return scaled < 0 ? text.insert(0, '-').toString() : text.toString();
    }

    /// Appends a non-negative value with exactly the given number of decimals, nothing for `NaN`.
    /// The recorder writes thirty rows a second and must not be seen: nothing is made here but
    /// characters.
    static void append(StringBuilder out, double value, int decimals) {
        if (Double.isNaN(value)) {
            return;
        }
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long scaled = Math.round(value * scale);
        out.append(scaled / scale);
        if (decimals > 0) {
            out.append('.');
        }
        for (long unit = scale / 10; unit > 0; unit /= 10) {
            out.append((char) ('0' + scaled / unit % 10));
        }
    }

    static String at(Path file, long line) {
        return file + ": line " + line + ": ";
    }

    /// A piece of foreign text that fits on a line of an error message.
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "'";
    }
}
