package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.SamplesCsv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// What the comparisons of speed are made with.
class TimedTest {

    @TempDir private Path folder;

    @Test
    void aProcessIsAccountedForAsAWhole() {
        Timed timed =
                Timed.run(
                        folder,
                        3,
                        List.of(
                                "python3",
                                "-c",
                                "import sys, time; x = b'x' * (60 << 20); time.sleep(0.3);"
                                        + " sys.exit(3)"));
        assertTrue(timed.wallS() >= 0.3, timed.toString());
        assertTrue(timed.cpuS() > 0 && timed.cpuS() < timed.wallS(), "one thread: " + timed);
        assertTrue(timed.peakMib() >= 60, timed.toString());
    }

    @Test
    void whatFailsHasNoSpeed() {
        Failure failure =
                assertThrows(
                        Failure.class,
                        () -> Timed.run(folder, 0, List.of("python3", "-c", "exit(4)")));
        assertEquals("python3 -c exit(4): exit code 4 in place of 0", failure.getMessage());
    }

    @Test
    void theRowsAreACaptureAndTheSameEachTime() throws Exception {
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        RowsFile.write(first, 3000);
        RowsFile.write(second, 3000);
        AtomicLong rows = new AtomicLong();
        SamplesCsv.read(first, sample -> rows.incrementAndGet(), warning -> rows.set(-1));
        assertEquals(3000, rows.get());
        assertEquals(-1, Files.mismatch(first, second));
    }
}
