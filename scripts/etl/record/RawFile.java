package etl.record;

import etl.Failure;
import etl.result.Sample;
import etl.result.SamplesCsv;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/// The raw CSV while it is written: the rows of an instant go to the file at once and in one piece,
/// so that a kill loses at most the instant that is being written.
public final class RawFile implements AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private final BiConsumer<StringBuilder, Sample> row;
    private final StringBuilder rows = new StringBuilder(1024);

    private RawFile(Path file, OutputStream out, BiConsumer<StringBuilder, Sample> row) {
        this.file = file;
        this.out = out;
        this.row = row;
    }

    /// Nothing is overwritten unless it was asked for.
    ///
    /// @throws Failure when the file exists and `force` is not set
    public static void isFree(Path file, boolean force) {
        if (!force && Files.exists(file)) {
            throw new Failure(
                    file + ": exists and is not overwritten; name another file, or add --force");
        }
    }

    /// Makes the folder and looks whether the file could be begun, long before it is.
    ///
    /// @throws Failure when it exists and `force` is not set, or the folder cannot be written
    public static void check(Path file, boolean force) {
        isFree(file, force);
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            // asking for the permission is not enough: the file system may be read-only or full
            Files.delete(Files.createTempFile(folder, ".etlbench", ".probe"));
        } catch (IOException e) {
            throw new Failure(
                    file + ": cannot be written: " + reason(e) + "; name another folder", e);
        }
    }

    /// Begins the file.
    ///
    /// @param dockerStats the original's format instead of ours
    /// @param hostMemoryMib what stands behind the slash in the original's format
    /// @throws Failure when it exists and `force` is not set, or cannot be written
    public static RawFile create(
            Path file, boolean force, boolean dockerStats, double hostMemoryMib) {
        try {
            if (force) {
                Files.write(file, new byte[0]);
            } else {
                Files.createFile(file);
            }
            // the plain stream is the shortest way from an array to the kernel
            RawFile raw =
                    new RawFile(
                            file,
                            new FileOutputStream(file.toFile()),
                            dockerStats
                                    ? SamplesCsv.dockerStatsRows(hostMemoryMib)
                                    : SamplesCsv.rows());
            raw.rows.append(
                    dockerStats
                            ? SamplesCsv.dockerStatsHeader()
                            : String.join(",", SamplesCsv.HEADER));
            raw.rows.append('\n');
            raw.flush();
            return raw;
        } catch (FileAlreadyExistsException e) {
            throw new Failure(
                    file + ": exists and is not overwritten; name another file, or add --force", e);
        } catch (IOException e) {
            throw new Failure(
                    file + ": cannot be written: " + reason(e) + "; name another folder", e);
        }
    }

    /// One whose rows are made and handed to the kernel, and are kept nowhere.
    static RawFile nowhere() {
        return create(Path.of("/dev/null"), true, false, 0);
    }

    /// Takes one row of the present instant.
    void add(Sample sample) {
        row.accept(rows, sample);
        rows.append('\n');
    }

    /// Writes the rows of the instant.
    ///
    /// @throws Failure when the disk is full or gone; the rows so far stay
    void flush() {
        if (rows.isEmpty()) {
            return;
        }
        try {
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
            rows.setLength(0);
        } catch (IOException e) {
            throw new Failure(
                    file
                            + ": cannot be written any more: "
                            + reason(e)
                            + "; the rows so far stay, make room and capture again",
                    e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null || e.getMessage().contains("/")
                ? e.getClass().getSimpleName().replace("Exception", "")
                : e.getMessage();
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new Failure(file + ": cannot be closed: " + reason(e), e);
        }
    }
}
