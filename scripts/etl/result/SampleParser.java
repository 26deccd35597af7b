package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads the rows of one file in our format. Names and minutes come again and again: each is made
/// into an object once.
final class SampleParser {

    private static final String FORM = "2026-11-24T10:00:30.000Z";
    private static final int MINUTE = "2026-11-24T10:00:".length();

    private final Path file;
    private final List<char[]> names = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private int latest; // of the names
    private char[] minute;
    private long minuteS;
    private char[] lastText = {};
    private Instant last;

    SampleParser(Path file) {
        this.file = file;
    }

    /// @throws Failure naming file and line for a value that is none
    Sample sample(RawRow row) {
        double memory = amount(row, 3);
        double anon = amount(row, 4);
        double peak = amount(row, 5);
        double cpuS = amount(row, 6);
        double percent = amount(row, 7);
        double pids = amount(row, 8);
        double netRx = amount(row, 9);
        double netTx = amount(row, 10);
        double read = amount(row, 11);
        double written = amount(row, 12);
        double elapsedS = amount(row, 1);
        if (Double.isNaN(elapsedS) || row.length(2) == 0 || row.length(0) == 0) {
            throw new Failure(
                    CsvCell.at(file, row.line())
                            + "timestamp, elapsed_s and container must be there");
        }
        return new Sample(
                time(row), elapsedS, name(row), memory, anon, peak, cpuS, percent, pids, netRx,
                netTx, read, written);
    }

    private double amount(RawRow row, int index) {
        return row.amount(index, SampleRow.HEADER, file);
    }

    /// The containers come in the same order in each instant: the one behind the last is tried
    /// first.
    private String name(RawRow row) {
        for (int tried = 0; tried < names.size(); tried++) {
            latest = latest + 1 < names.size() ? latest + 1 : 0;
            if (row.is(2, names.get(latest))) {
                return known.get(latest);
            }
        }
        String name = row.cell(2);
        names.add(name.toCharArray());
        known.add(name);
        latest = names.size() - 1;
        return name;
    }

    /// The containers of an instant share its time; within a minute that is known only the seconds
    /// are read.
    private Instant time(RawRow row) {
        if (!row.is(0, lastText)) {
            lastText = row.chars(0);
            last = fresh(row);
        }
        return last;
    }

    private Instant fresh(RawRow row) {
        if (row.length(0) != FORM.length() || minute == null || !row.startsWith(0, minute)) {
            return parsed(row);
        }
        int second = digits(row, MINUTE, 2);
        int milli = digits(row, MINUTE + 3, 3);
        boolean form = row.at(0, MINUTE + 2) == '.' && row.at(0, FORM.length() - 1) == 'Z';
        return form && second >= 0 && second < 60 && milli >= 0
                ? Instant.ofEpochSecond(minuteS + second, milli * 1_000_000L)
                : parsed(row);
    }

    /// -1 where one of the characters is no digit.
    private static int digits(RawRow row, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = row.at(0, i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private Instant parsed(RawRow row) {
        String text = row.cell(0);
        Instant time = CsvCell.time(text, SampleRow.HEADER.getFirst(), file, row.line());
        if (text.length() == FORM.length()) {
            minute = text.substring(0, MINUTE).toCharArray();
            minuteS = Math.floorDiv(time.getEpochSecond(), 60) * 60;
        }
        return time;
    }
}
