package etl.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file of the kernel (cgroup, proc) that is kept open and read from its beginning every time:
/// one system call a reading and no garbage, where opening it anew costs five times as much.
final class KernelFile implements AutoCloseable {

    private static final int LARGEST = 64 * 1024;

    // one thread reads, one file after another; the bytes are used before the next reading
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(LARGEST));

    private final FileChannel channel;
    private ByteBuffer content;

    private KernelFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Null when the kernel has no such file (an older one, or a controller that is not there).
    static KernelFile open(Path path) throws IOException {
        try {
            return new KernelFile(FileChannel.open(path));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /// Reads the file; the other methods then look into what was read.
    KernelFile read() throws IOException {
        content = BUFFER.get().clear();
        while (content.hasRemaining() && channel.read(content, content.position()) > 0) {
            // some kernel files come in pieces
        }
        content.flip();
        return this;
    }

    /// The number that the file begins with; `NaN` when it does not begin with one.
    double number() {
        return numberAt(0);
    }

    /// The number behind `key` and one space, at the beginning of a line; `NaN` without such a
    /// line.
    double number(String key) {
        int at = 0;
        while (at < content.limit()) {
            if (startsWith(at, key) && peek(at + key.length()) == ' ') {
                return numberAt(at + key.length() + 1);
            }
            at = nextLine(at);
        }
        return Double.NaN;
    }

    /// The whole content, for the files that are read once a second.
    String text() {
        return StandardCharsets.US_ASCII.decode(content.duplicate()).toString();
    }

    private boolean startsWith(int at, String key) {
        for (int i = 0; i < key.length(); i++) {
            if (peek(at + i) != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int nextLine(int at) {
        int i = at;
        while (i < content.limit() && content.get(i) != '\n') {
            i++;
        }
        return i + 1;
    }

    private double numberAt(int at) {
        long value = 0;
        int i = at;
        while (i < content.limit() && peek(i) >= '0' && peek(i) <= '9') {
            value = value * 10 + (peek(i++) - '0');
        }
        return i == at ? Double.NaN : value;
    }

    private int peek(int at) {
        return at < content.limit() ? content.get(at) : -1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
