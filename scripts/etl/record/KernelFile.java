package etl.record;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A file of the kernel (cgroup, proc) that is kept open and read from its beginning every time:
/// where opening it anew costs five times as much. Between two readings of a tenth of a second all
/// caches of the processor are cold, so what counts is how little code runs: a plain array is read
/// into by the shortest way that Java has, and a reading that ends with a newline is not asked for
/// more (the kernel would make the whole text again to say that there is none).
final class KernelFile implements AutoCloseable {

    /// Up to this size the JDK reads by a buffer on the stack.
    private static final int USUAL = 8192;

    private static final int LARGEST = 1024 * 1024;

    // one thread reads, one file after another; the bytes are used before the next reading
    private static final ThreadLocal<byte[]> BUFFER =
            ThreadLocal.withInitial(() -> new byte[USUAL]);

    private final RandomAccessFile file;
    private byte[] content;
    private int size;
    private int at;

    private KernelFile(RandomAccessFile file) {
        this.file = file;
    }

    /// Null when the kernel has no such file (an older one, or a controller that is not there).
    static KernelFile open(Path path) throws IOException {
        try {
            return new KernelFile(new RandomAccessFile(path.toFile(), "r"));
        } catch (FileNotFoundException e) {
            if (Files.exists(path)) {
                throw e;
            }
            return null;
        }
    }

    /// Reads a file that the kernel gives in one piece: one value, or the lines of one cgroup. The
    /// other methods then look into what was read.
    KernelFile read() throws IOException {
        begin();
        if (size == 0 || content[size - 1] != '\n') {
            rest();
        }
        return this;
    }

    /// Reads a file that may come in several pieces, each of them whole lines.
    KernelFile readPieces() throws IOException {
        begin();
        rest();
        return this;
    }

    private void begin() throws IOException {
        content = BUFFER.get();
        at = 0;
        file.seek(0);
        size = Math.max(0, file.read(content, 0, USUAL));
    }

    private void rest() throws IOException {
        int more = 1;
        while (more > 0 && size < LARGEST) {
            if (size == content.length) {
                content = Arrays.copyOf(content, 2 * size);
                BUFFER.set(content);
            }
            more = file.read(content, size, Math.min(USUAL, content.length - size));
            size += Math.max(0, more);
        }
    }

    /// The number that the file begins with; `NaN` when it does not begin with one.
    double number() {
        return numberAt(0);
    }

    /// The number behind `key` and one space, at the beginning of a line; `NaN` without such a
    /// line. The search goes on behind the last one that was found, so keys asked for in the file's
    /// order are found in one pass.
    double number(String key) {
        int found = line(key, at, size);
        if (found < 0) {
            found = line(key, 0, at);
        }
        if (found < 0) {
            return Double.NaN;
        }
        at = found;
        return numberAt(found + key.length() + 1);
    }

    private int line(String key, int from, int until) {
        int i = from;
        while (i < until) {
            if (startsWith(i, key)) {
                return i;
            }
            while (i < until && content[i] != '\n') {
                i++;
            }
            i++;
        }
        return -1;
    }

    private boolean startsWith(int i, String key) {
        int length = key.length();
        if (i + length >= size || content[i + length] != ' ') {
            return false;
        }
        for (int k = 0; k < length; k++) {
            if (content[i + k] != key.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private double numberAt(int start) {
        long value = 0;
        int i = start;
        while (i < size && content[i] >= '0' && content[i] <= '9') {
            value = value * 10 + (content[i++] - '0');
        }
        return i == start ? Double.NaN : value;
    }

    /// The whole content, for the files that are read once a second.
    String text() {
        return new String(content, 0, size, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
