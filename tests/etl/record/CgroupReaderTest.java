package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The expected values were worked out by hand from the recorded files, which are named behind
/// them.
class CgroupReaderTest {

    private static final double MIB = 1_048_576;

    @TempDir Path folder;

    @Test
    void v1WithTheCgroupfsDriver() {
        Reading reading = RecordedTree.of(RecordedTree.V1_CGROUPFS).reading();

        // memory.usage_in_bytes 56037376 - total_inactive_file 7065600
        assertEquals(48_971_776 / MIB, reading.memoryMib());
        assertEquals(44_822_528 / MIB, reading.anonMib()); // total_rss
        assertEquals(62_730_240 / MIB, reading.peakMib()); // memory.max_usage_in_bytes
        assertEquals(1.617524872, reading.cpuS(), 1e-12); // cpuacct.usage, ns
        assertEquals(2, reading.pids());
        assertEquals(1184, reading.netRxBytes()); // eth0; lo is left out
        assertEquals(378, reading.netTxBytes());
        // `Total 0` though 6 MiB were written: this kernel counts nothing here, which is no zero
        assertEquals(Double.NaN, reading.blockReadBytes());
        assertEquals(Double.NaN, reading.blockWriteBytes());
    }

    @Test
    void v1WithTheSystemdDriver() {
        Reading reading = RecordedTree.of(RecordedTree.V1_SYSTEMD).reading();

        assertEquals(43.328125, reading.memoryMib()); // 51724288 - 6291456 = 45432832
        assertEquals(44_822_528 / MIB, reading.anonMib());
        assertEquals(58_396_672 / MIB, reading.peakMib());
        assertEquals(2.9040208, reading.cpuS(), 1e-12);
        assertEquals(2, reading.pids());
        assertEquals(1826, reading.netRxBytes());
        assertEquals(574, reading.netTxBytes());
        // `254:0 Read 0` and `Write 0` though 6 MiB went both ways
        assertEquals(Double.NaN, reading.blockReadBytes());
        assertEquals(Double.NaN, reading.blockWriteBytes());
    }

    @Test
    void v2WithTheCgroupfsDriver() {
        Reading reading = RecordedTree.of(RecordedTree.V2_CGROUPFS).reading();

        // memory.current 52191232 - inactive_file 6803456
        assertEquals(45_387_776 / MIB, reading.memoryMib());
        assertEquals(42.734375, reading.anonMib()); // anon 44810240
        assertEquals(58_863_616 / MIB, reading.peakMib()); // memory.peak
        assertEquals(3.299888, reading.cpuS(), 1e-12); // usage_usec
        assertEquals(2, reading.pids());
        assertEquals(1826, reading.netRxBytes());
        assertEquals(574, reading.netTxBytes());
        assertEquals(6_787_072, reading.blockReadBytes()); // rbytes of 254:0
        assertEquals(6_291_456, reading.blockWriteBytes()); // wbytes
    }

    @Test
    void v2WithTheSystemdDriver() {
        Reading reading = RecordedTree.of(RecordedTree.V2_SYSTEMD).reading();

        assertEquals(44.75, reading.memoryMib()); // 53235712 - 6311936 = 46923776
        assertEquals(44.19921875, reading.anonMib()); // anon 46346240
        assertEquals(58_212_352 / MIB, reading.peakMib());
        assertEquals(3.2553, reading.cpuS(), 1e-12);
        assertEquals(2, reading.pids());
        assertEquals(1826, reading.netRxBytes());
        assertEquals(574, reading.netTxBytes());
        assertEquals(6_295_552, reading.blockReadBytes());
        assertEquals(6_291_456, reading.blockWriteBytes());
    }

    @Test
    void countersAreReadOnlyWhereTheyAreAskedFor() {
        CgroupPaths paths = RecordedTree.of(RecordedTree.V2_SYSTEMD).paths().orElseThrow();
        try (ContainerReader reader = CgroupReader.open(paths).orElseThrow()) {
            Reading reading = reader.read(false).orElseThrow();

            assertEquals(44.75, reading.memoryMib());
            assertEquals(Double.NaN, reading.pids());
            assertEquals(Double.NaN, reading.netRxBytes());
            assertEquals(Double.NaN, reading.blockWriteBytes());
        }
    }

    @Test
    void onTheHostsNetworkItsCountersAreNotTheContainers() {
        CgroupPaths paths = RecordedTree.of(RecordedTree.V2_SYSTEMD).paths().orElseThrow();
        try (ContainerReader reader = CgroupReader.open(paths.withoutNetwork()).orElseThrow()) {
            assertEquals(Double.NaN, reader.read(true).orElseThrow().netRxBytes());
        }
    }

    @Test
    void loopbackIsNoTraffic() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD).copiedTo(folder);
        Path net = tree.paths().orElseThrow().net();
        Files.writeString(net, Files.readString(net).replace("lo:       0", "lo:    9999"));

        assertTrue(Files.readString(net).contains("lo:    9999"));
        assertEquals(1826, tree.reading().netRxBytes());
    }

    @Test
    void cacheIsTakenOffOnlyWhereItIsSmallerThanTheUsage() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD).copiedTo(folder);
        Path current = tree.paths().orElseThrow().memory().resolve("memory.current");
        Files.writeString(current, "6291456\n"); // below inactive_file 6311936

        assertEquals(6, tree.reading().memoryMib());
    }
}
