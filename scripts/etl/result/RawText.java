//DEPS org.apache.commons:commons-csv:1.14.1

package etl.result;

import etl.Failure;

import org.apache.commons.csv.CSVFormat;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a raw file, before its cells mean anything.
final class RawText {

    /// No cell of a raw file is quoted and an empty line is not skipped, so that the number of a
    /// record is the number of its line.
    static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setQuote(null).setIgnoreEmptyLines(false).get();

    private RawText() {}

    /// The file as text without the byte order mark that some editors put in front. What is not
    /// UTF-8 becomes a replacement character, so that the cell's own check can name its line.
    static Reader open(Path file) throws IOException {
        return new RawReader(Files.newInputStream(file));
    }

    /// The last line has no newline: it was cut while it was written.
    static boolean isTorn(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
