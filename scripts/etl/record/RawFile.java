package etl.record;

import etl.Failure;
import etl.result.Sample;
import etl.result.SamplesCsv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/// The raw CSV while it is written: every row goes to the file at once, so that a kill loses at
/// most the line that is being written.
public final class RawFile implements AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private final Function<Sample, String> row;

    private RawFile(Path file, OutputStream out, Function<Sample, String> row) {
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
            OutputStream out =
                    Files.newOutputStream(
                            file,
                            StandardOpenOption.WRITE,
                            force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
                            force
                                    ? StandardOpenOption.TRUNCATE_EXISTING
                                    : StandardOpenOption.CREATE_NEW);
            RawFile raw =
                    dockerStats
                            ? new RawFile(
                                    file, out, s -> SamplesCsv.dockerStatsRow(s, hostMemoryMib))
                            : new RawFile(file, out, SamplesCsv::row);
            raw.line(
                    dockerStats
                            ? SamplesCsv.dockerStatsHeader()
                            : String.join(",", SamplesCsv.HEADER));
            return raw;
        } catch (FileAlreadyExistsException e) {
            throw new Failure(
                    file + ": exists and is not overwritten; name another file, or add --force", e);
        } catch (IOException e) {
            throw new Failure(
                    file + ": cannot be written: " + reason(e) + "; name another folder", e);
        }
    }

    /// Writes one row.
    ///
    /// @throws Failure when the disk is full or gone; the rows so far stay
    void write(Sample sample) {
        line(row.apply(sample));
    }

    private void line(String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
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
