package etl.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/// Reads a large file with two threads: one splits it into rows, the caller's makes samples of
/// them. The numbers are made by the one that has the time. A few batches of rows go round between
/// the two, so memory does not grow with the file.
final class RowBatches {

    /// Below this many bytes a second thread costs more than it saves.
    private static final long LARGE = 2 << 20;

    private static final int ROWS = 512;
    private static final int BATCHES = 4;

    /// Stands behind the last batch.
    private static final Batch END = new Batch();

    /// The rows before `size` are whole; a row is used again in its place.
    private static final class Batch {
        private final RawRow[] rows = new RawRow[ROWS];
        private int size;

        private void parse() {
            for (int i = 0; i < size; i++) {
                rows[i].parse();
            }
        }
    }

    private final Path file;
    private final BlockingQueue<Batch> full = new ArrayBlockingQueue<>(BATCHES + 1);
    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(BATCHES);

    // the splitting thread's own: the batch that is filled, and what lies over it
    private Batch batch;
    private RawRow spare;

    // written before END is handed over, read behind it
    private RuntimeException failure;
    private long tornLine;

    /// The reading thread has stopped.
    private static final class Abandoned extends RuntimeException {}

    private RowBatches(Path file) {
        this.file = file;
        for (int i = 0; i < BATCHES; i++) {
            free.add(new Batch());
        }
    }

    static boolean areWorthIt(Path file) {
        try {
            return Files.size(file) >= LARGE;
        } catch (IOException e) {
            return false; // the reading itself says what is wrong
        }
    }

    /// As [RawRows#read].
    static void read(Path file, Consumer<RawRow> rows, Consumer<Long> torn) {
        RowBatches batches = new RowBatches(file);
        Thread splitter = Thread.ofPlatform().daemon().start(batches::split);
        try {
            batches.drain(rows);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the reading thread", e);
        } finally {
            splitter.interrupt(); // it may wait for a batch that does not come back
        }
        if (batches.failure != null) {
            throw batches.failure;
        }
        if (batches.tornLine > 0) {
            torn.accept(batches.tornLine);
        }
    }

    private void drain(Consumer<RawRow> rows) throws InterruptedException {
        for (Batch next = full.take(); next != END; next = full.take()) {
            for (int i = 0; i < next.size; i++) {
                rows.accept(next.rows[i]);
            }
            free.add(next);
        }
    }

    private void split() {
        try {
            batch = taken();
            RawRows.split(file, this::fresh, this::add, line -> tornLine = line);
            full.add(batch);
        } catch (Abandoned e) {
            return;
        } catch (RuntimeException e) {
            // what was read before it comes first, as on one thread
            failure = e;
            full.add(batch);
        } catch (Error e) {
            failure = new IllegalStateException(file + ": could not be split", e);
        }
        full.add(END);
    }

    /// The row that [#add] has displaced.
    private RawRow fresh() {
        RawRow row = spare == null ? new RawRow() : spare;
        spare = null;
        return row;
    }

    private void add(RawRow row) {
        if (batch.size == ROWS) {
            if (!full.isEmpty()) { // the other thread has not yet taken the one before
                batch.parse();
            }
            full.add(batch); // has room for all there are
            batch = taken();
        }
        spare = batch.rows[batch.size];
        batch.rows[batch.size++] = row;
    }

    private Batch taken() {
        try {
            Batch next = free.take();
            next.size = 0;
            return next;
        } catch (InterruptedException e) {
            throw new Abandoned();
        }
    }
}
