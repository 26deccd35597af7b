package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One row of a raw file as characters, used again for the next one. A million rows have ten
/// million numbers: no text is made of a cell unless something is wrong with it.
final class RawRow {

    /// Powers of ten that a double holds exactly.
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private char[] text = new char[256];
    private int[] begins = new int[17]; // one more than there are cells: the last one's end
    private int cells;
    private long line;

    /// What [#plain] says of each cell, once [#parse] was called.
    private double[] numbers;

    private boolean parsed;

    /// Stands for a cell that is not a plain number; plain ones have no sign.
    private static final double OTHER = -1;

    void begin(long newLine) {
        line = newLine;
        cells = 0;
        parsed = false;
    }

    void add(char[] from, int offset, int length) {
        int begin = begins[cells];
        if (length > 0) { // many are empty: counters are read once a second
            if (begin + length > text.length) {
                text = Arrays.copyOf(text, 2 * (begin + length));
            }
            System.arraycopy(from, offset, text, begin, length);
        }
        if (++cells == begins.length) {
            begins = Arrays.copyOf(begins, 2 * cells);
        }
        begins[cells] = begin + length;
    }

    /// Number of the line in the file, counted from 1.
    long line() {
        return line;
    }

    int size() {
        return cells;
    }

    String cell(int index) {
        return new String(text, begins[index], length(index));
    }

    List<String> cells() {
        List<String> all = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            all.add(cell(i));
        }
        return all;
    }

    int length(int index) {
        return begins[index + 1] - begins[index];
    }

    char at(int index, int position) {
        return text[begins[index] + position];
    }

    /// A copy of a cell's characters.
    char[] chars(int index) {
        return Arrays.copyOfRange(text, begins[index], begins[index + 1]);
    }

    boolean is(int index, char[] known) {
        return length(index) == known.length && startsWith(index, known);
    }

    boolean startsWith(int index, char[] known) {
        int begin = begins[index];
        return length(index) >= known.length
                && Arrays.equals(text, begin, begin + known.length, known, 0, known.length);
    }

    /// Makes the numbers in advance, where another thread has the time for it.
    void parse() {
        if (numbers == null || numbers.length < cells) {
            numbers = new double[Math.max(16, cells)];
        }
        for (int i = 0; i < cells; i++) {
            numbers[i] = plain(i);
        }
        parsed = true;
    }

    /// The number in a cell, as [CsvCell#amount] reads it; `NaN` for an empty one.
    ///
    /// @throws Failure naming file and line for a value that is none
    double amount(int index, List<String> columns, Path file) {
        double number = parsed ? numbers[index] : plain(index);
        return number == OTHER ? judged(index, columns, file) : number;
    }

    private double judged(int index, List<String> columns, Path file) {
        return CsvCell.amount(cell(index), columns.get(index), file, line);
    }

    /// The number in a cell of digits and at most one point. Up to 15 digits with up to 15 of them
    /// behind the point are a whole number and a power of ten that a double holds exactly, so that
    /// their quotient is the double nearest to the text (Clinger, *How to read floating point
    /// numbers accurately*, 1990). `NaN` for an empty cell, OTHER for any other text.
    private double plain(int index) {
        int from = begins[index];
        int to = begins[index + 1];
        if (from == to) {
            return Double.NaN;
        }
        char[] all = text; // read once, which the compiler that starts fast does not see by itself
        long digits = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            char digit = (char) (all[i] - '0'); // what comes before 0 is above 9, too
            if (digit <= 9) {
                digits = digits * 10 + digit;
            } else if (all[i] == '.' && point < 0) {
                point = i;
            } else {
                return OTHER; // a sign, an exponent, or no number at all
            }
        }
        int count = to - from - (point < 0 ? 0 : 1);
        if (count == 0 || count >= POWERS.length) {
            return OTHER;
        }
        return point < 0 ? digits : digits / POWERS[to - point - 1];
    }
}
