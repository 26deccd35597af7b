package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that stays open and is read again and again.
class KernelFileTest {

    @TempDir Path folder;

    @Test
    void keysAreFoundInAnyOrderAndOnlyAtTheBeginningOfALine() throws IOException {
        try (KernelFile file = file("rss 5\ntotal_rss 77\ncache 1\ninactive_file 9\nanon 3")) {
            file.read();
            assertEquals(9, file.number("inactive_file"));
            assertEquals(5, file.number("rss"));
            assertEquals(77, file.number("total_rss"));
            assertEquals(77, file.number("total_rss"));
            assertEquals(3, file.number("anon"));
            assertEquals(1, file.number("cache"));
            assertEquals(Double.NaN, file.number("file"));
            assertEquals(Double.NaN, file.number("total"));
        }
    }

    @Test
    void aNumberIsTheLeadingOne() throws IOException {
        try (KernelFile file = file("123456789012\n")) {
            assertEquals(123_456_789_012.0, file.read().number());
        }
        try (KernelFile file = file("max\n")) {
            assertEquals(Double.NaN, file.read().number());
        }
        try (KernelFile file = file("")) {
            assertEquals(Double.NaN, file.read().number());
        }
    }

    @Test
    void everyReadingBeginsAnew() throws IOException {
        Path path = Files.writeString(folder.resolve("usage"), "1\n");
        try (KernelFile file = KernelFile.open(path)) {
            assertEquals(1, file.read().number());
            Files.writeString(path, "22\n");
            assertEquals(22, file.read().number());
        }
    }

    @Test
    void aLargeFileIsReadWhole() throws IOException {
        String many = "eth0: 1\n".repeat(10_000) + "last 42\n";
        try (KernelFile file = file(many)) {
            assertEquals(many, file.readPieces().text());
            assertEquals(42, file.number("last"));
        }
        // one piece that is larger than the usual buffer, which does not end with a newline there
        try (KernelFile file = file("a".repeat(9000) + "\nlast 42\n")) {
            assertEquals(42, file.read().number("last"));
        }
    }

    @Test
    void aFileThatIsNotThereIsNone() throws IOException {
        assertNull(KernelFile.open(folder.resolve("memory.peak")));
    }

    private KernelFile file(String content) throws IOException {
        return KernelFile.open(Files.writeString(folder.resolve("file"), content));
    }
}
