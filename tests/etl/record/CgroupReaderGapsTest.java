package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel does not tell is missing, and takes nothing else with it.
class CgroupReaderGapsTest {

    @TempDir Path folder;

    @Test
    void withoutMemoryPeakThePeakIsMissingAndNothingElse() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD).copiedTo(folder);
        Files.delete(tree.paths().orElseThrow().memory().resolve("memory.peak"));

        assertEquals(Double.NaN, tree.reading().peakMib()); // kernels before 5.19
        assertEquals(44.75, tree.reading().memoryMib());
    }

    @Test
    void withoutThePidsControllerTheTasksAreMissingAndNothingElse() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD).copiedTo(folder);
        Files.delete(tree.paths().orElseThrow().pids().resolve("pids.current"));

        assertEquals(Double.NaN, tree.reading().pids());
        assertEquals(3.2553, tree.reading().cpuS(), 1e-12);
    }

    /// Between the end of its last process and the engine's cleaning up the files still answer,
    /// with next to no memory: that is a container which is gone, not a small one.
    @Test
    void aContainerWithoutTasksDoesNotAnswer() throws IOException {
        for (String name : new String[] {RecordedTree.V1_CGROUPFS, RecordedTree.V2_SYSTEMD}) {
            RecordedTree tree = RecordedTree.of(name).copiedTo(folder.resolve(name));
            CgroupPaths paths = tree.paths().orElseThrow();
            Files.writeString(paths.pids().resolve("pids.current"), "0\n");

            try (ContainerReader reader = CgroupReader.open(paths).orElseThrow()) {
                assertTrue(reader.read(false).isEmpty(), name);
            }
        }
    }

    @Test
    void anEmptyIoStatIsNothingReadAndNothingWritten() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD).copiedTo(folder);
        Files.writeString(tree.paths().orElseThrow().io().resolve("io.stat"), "");

        assertEquals(0, tree.reading().blockReadBytes());
        assertEquals(0, tree.reading().blockWriteBytes());
    }

    @Test
    void aV1ThatCountsBlocksIsBelieved() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V1_SYSTEMD).copiedTo(folder);
        Path counters =
                tree.paths()
                        .orElseThrow()
                        .io()
                        .resolve("blkio.throttle.io_service_bytes_recursive");
        Files.writeString(
                counters,
                """
                8:0 Read 4096
                8:0 Write 0
                8:0 Total 4096
                254:0 Read 1024
                254:0 Write 0
                254:0 Total 1024
                Total 5120
                """);

        assertEquals(5120, tree.reading().blockReadBytes());
        assertEquals(0, tree.reading().blockWriteBytes());
    }

    @Test
    void withoutMemoryThereIsNoReader() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD).copiedTo(folder);
        CgroupPaths paths = tree.paths().orElseThrow();
        Files.delete(paths.memory().resolve("memory.current"));

        assertTrue(CgroupReader.open(paths).isEmpty());
    }
}
