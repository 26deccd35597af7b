package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Whatever the bytes are, they come out as the JDK's decoder reads them.
class RawReaderTest {

    /// A little more than the reader takes at once.
    private static final int LARGE = 33_000;

    private static String read(byte[] bytes) throws IOException {
        try (Reader reader = new RawReader(new ByteArrayInputStream(bytes))) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a,b\n", "é", "aé", "zwölf,€,𝄞\n", "\u0000\u007f\u0080\uFFFD"})
    void allTextComesOut(String text) throws IOException {
        assertEquals(text, read(utf8(text)));
    }

    /// The first byte that is not ASCII may stand anywhere in what is read at once, a character of
    /// several bytes across its end.
    @Test
    void aLargeTextComesOutWhereverItsFirstOtherCharacterStands() throws IOException {
        int block = 1 << 15;
        for (int place : new int[] {0, 1, block - 2, block - 1, block, block + 1, LARGE - 1}) {
            String text = "x".repeat(place) + "€" + "y".repeat(LARGE - place) + "ü\n";
            assertEquals(text, read(utf8(text)), "at " + place);
        }
        assertEquals("z".repeat(LARGE), read(utf8("z".repeat(LARGE))));
        assertEquals("z".repeat(block), read(utf8("z".repeat(block))));
    }

    @Test
    void onlyTheMarkInFrontIsNoCharacter() throws IOException {
        assertEquals("a,é", read(utf8("\uFEFFa,é")));
        assertEquals("", read(utf8("\uFEFF")));
        assertEquals("\uFEFFa", read(utf8("\uFEFF\uFEFFa")));
        assertEquals("a\uFEFF", read(utf8("a\uFEFF")));
    }

    @Test
    void whatIsNotUtf8IsReplacedAsTheDecoderDoes() throws IOException {
        byte[] latin = "a,\u00fc,b\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("a,\uFFFD,b\n", read(latin));
        byte[] halfAMark = {(byte) 0xEF, (byte) 0xBB};
        assertEquals(new String(halfAMark, StandardCharsets.UTF_8), read(halfAMark));
    }

    @Test
    void aReaderThatAsksForLittleGetsAllOfIt() throws IOException {
        String text = "ab,é\ncd";
        try (Reader reader = new RawReader(new ByteArrayInputStream(utf8(text)))) {
            StringBuilder all = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                all.append((char) next);
            }
            assertEquals(text, all.toString());
            assertEquals(-1, reader.read());
        }
    }

    /// At a place in the caller's array that is not that in the reader's, before and behind the
    /// first other character.
    @Test
    void whatIsReadStandsWhereTheCallerWantsIt() throws IOException {
        try (Reader reader = new RawReader(new ByteArrayInputStream(utf8("abcdé,fgh")))) {
            char[] text = "---------".toCharArray();
            assertEquals(3, reader.read(text, 5, 3));
            assertEquals(1, reader.read(text, 2, 4));
            assertEquals(3, reader.read(text, 6, 3));
            assertEquals("--d--aé,f", new String(text));
        }
    }

    @Test
    void closingItClosesTheFile() throws IOException {
        List<String> closed = new ArrayList<>();
        InputStream in =
                new ByteArrayInputStream(utf8("é")) {
                    @Override
                    public void close() {
                        closed.add("file");
                    }
                };
        try (Reader reader = new RawReader(in)) {
            assertEquals('é', reader.read());
        }
        assertEquals(List.of("file"), closed);
    }
}
