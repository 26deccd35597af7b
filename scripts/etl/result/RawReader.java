package etl.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The characters of a raw file. Nearly every file is ASCII from its first byte to its last, and an
/// ASCII byte is its character: the JDK's decoder, which is slow under the compiler that starts
/// fast, is asked only from the first other byte on. It replaces what is not UTF-8.
final class RawReader extends Reader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Nothing was read yet.
    private static final int UNREAD = -1;

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 15];
    private int at;
    private int end = UNREAD;

    /// Null while all was ASCII.
    private Reader decoder;

    /// @param in is closed with it; a byte order mark at its beginning is no character
    RawReader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (end == UNREAD) {
            fill();
            at = beginsWithMark() ? BYTE_ORDER_MARK.length : 0;
        }
        if (decoder == null && at == end) {
            fill();
        }
        int count = decoder == null ? ascii(to, offset, Math.min(length, end - at)) : 0;
        if (count > 0 || length == 0) {
            return count;
        }
        if (decoder == null && at < end) {
            InputStream left = new ByteArrayInputStream(bytes, at, end - at);
            decoder =
                    new InputStreamReader(
                            new SequenceInputStream(left, in), StandardCharsets.UTF_8);
        }
        return decoder == null ? -1 : decoder.read(to, offset, length);
    }

    private void fill() throws IOException {
        at = 0;
        end = in.readNBytes(bytes, 0, bytes.length);
    }

    private boolean beginsWithMark() {
        int length = BYTE_ORDER_MARK.length;
        return end >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
    }

    /// Copies as many as are ASCII.
    private int ascii(char[] to, int offset, int most) {
        byte[] from = bytes; // read once, which that compiler does not see by itself
        int shift = offset - at;
        int until = at + most;
        int i = at;
        while (i < until && from[i] >= 0) {
            to[i + shift] = (char) from[i];
            i++;
        }
        int count = i - at;
        at = i;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
