//DEPS de.siegmar:fastcsv:4.1.0

package etl.result;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import etl.Failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads a large raw file row by row with FastCSV, which hands out the characters of each cell
/// without making an object of it. The small files are read with Commons CSV, see [RawText].
final class RawRows {

    /// Stands for "no quotes": it is no character of any text.
    private static final char NONE = '\uFFFF';

    private RawRows() {}

    /// Hands every row to `rows`, the header too; valid until the next one. A last line without its
    /// newline was cut when the recorder died: it is left out, and `torn` is told its number.
    ///
    /// @throws Failure when the file cannot be read
    static void read(Path file, Consumer<RawRow> rows, Consumer<Long> torn) {
        if (RowBatches.areWorthIt(file)) {
            RowBatches.read(file, rows, torn);
        } else {
            split(file, new Alternating(), rows, torn);
        }
    }

    /// The same on this thread.
    ///
    /// @param fresh gives rows to be filled; one is asked for while the two before are still needed
    static void split(
            Path file, Supplier<RawRow> fresh, Consumer<RawRow> rows, Consumer<Long> torn) {
        boolean cut = RawText.isTorn(file);
        try (CsvReader<RawRow> reader =
                        CsvReader.builder()
                                .quoteCharacter(NONE)
                                .skipEmptyLines(false)
                                .allowExtraFields(true)
                                .allowMissingFields(true)
                                .build(new Handler(fresh), RawText.open(file));
                CloseableIterator<RawRow> records = reader.iterator()) {
            while (records.hasNext()) {
                RawRow row = records.next();
                boolean first = row.line() == 1;
                if (cut && !first && !records.hasNext()) {
                    torn.accept(row.line());
                } else {
                    rows.accept(row);
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new Failure(file + ": cannot be read as a CSV: " + e.getMessage(), e);
        }
    }

    /// Two rows take turns, because the one behind is read before the one in front is handed out.
    private static final class Alternating implements Supplier<RawRow> {

        private RawRow one = new RawRow();
        private RawRow other = new RawRow();

        @Override
        public RawRow get() {
            RawRow next = one;
            one = other;
            other = next;
            return next;
        }
    }

    private static final class Handler extends AbstractBaseCsvCallbackHandler<RawRow> {

        private final Supplier<RawRow> fresh;
        private RawRow row;

        private Handler(Supplier<RawRow> fresh) {
            this.fresh = fresh;
            this.row = fresh.get();
        }

        @Override
        protected void handleBegin(long line) {
            row.begin(line);
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            row.add(text, offset, length);
        }

        @Override
        protected void handleEmpty() {
            row.add(new char[0], 0, 0);
        }

        @Override
        protected RawRow buildRecord() {
            RawRow whole = row;
            row = fresh.get();
            return whole;
        }
    }
}
