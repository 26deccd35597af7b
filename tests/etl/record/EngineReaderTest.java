package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/// The engine's statistics were recorded at the same moment as the trees that [CgroupReaderTest]
/// reads, while the containers were paused.
class EngineReaderTest {

    private static JsonNode recorded(String tree, String file) throws IOException {
        return new ObjectMapper().readTree(RecordedTree.of(tree).root().resolve(file).toFile());
    }

    private static Reading reading(JsonNode stats) {
        return EngineReader.reading(stats, true).orElseThrow();
    }

    @Test
    void cgroupV1IsReadByItsTotals() throws IOException {
        Reading reading = reading(recorded(RecordedTree.V1_CGROUPFS, "stats.json"));

        // usage 56037376 - total_inactive_file 7065600 = 48971776
        assertEquals(48_971_776 / 1_048_576.0, reading.memoryMib());
        assertEquals(44_822_528 / 1_048_576.0, reading.anonMib()); // total_rss
        assertEquals(62_730_240 / 1_048_576.0, reading.peakMib()); // max_usage
        assertEquals(1.617524872, reading.cpuS(), 1e-12); // total_usage, ns
        assertEquals(2, reading.pids());
        assertEquals(1184, reading.netRxBytes());
        assertEquals(378, reading.netTxBytes());
        assertEquals(Double.NaN, reading.blockReadBytes()); // no entry: nothing was counted
        assertEquals(Double.NaN, reading.blockWriteBytes());
    }

    @Test
    void cgroupV2IsReadWithoutAPeakBecauseTheEngineTellsNone() throws IOException {
        Reading reading = reading(recorded(RecordedTree.V2_SYSTEMD, "stats.json"));

        // usage 53235712 - inactive_file 6311936 = 46923776
        assertEquals(46_923_776 / 1_048_576.0, reading.memoryMib());
        assertEquals(44.19921875, reading.anonMib()); // anon 46346240
        assertEquals(Double.NaN, reading.peakMib());
        assertEquals(3.2553, reading.cpuS(), 1e-12);
        assertEquals(2, reading.pids());
        assertEquals(1826, reading.netRxBytes());
        assertEquals(574, reading.netTxBytes());
        assertEquals(6_295_552, reading.blockReadBytes());
        assertEquals(6_291_456, reading.blockWriteBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RecordedTree.V1_CGROUPFS,
                RecordedTree.V1_SYSTEMD,
                RecordedTree.V2_CGROUPFS,
                RecordedTree.V2_SYSTEMD
            })
    void theCgroupFilesOfTheSameMomentTellTheSame(String tree) throws IOException {
        Reading engine = reading(recorded(tree, "stats.json"));
        Reading files = RecordedTree.of(tree).reading();

        assertEquals(files.memoryMib(), engine.memoryMib());
        assertEquals(files.anonMib(), engine.anonMib());
        assertEquals(files.cpuS(), engine.cpuS(), 1e-9);
        assertEquals(files.pids(), engine.pids());
        assertEquals(files.netRxBytes(), engine.netRxBytes());
        assertEquals(files.netTxBytes(), engine.netTxBytes());
        assertEquals(files.blockReadBytes(), engine.blockReadBytes());
        assertEquals(files.blockWriteBytes(), engine.blockWriteBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {RecordedTree.V1_CGROUPFS, RecordedTree.V2_SYSTEMD})
    void theZerosOfAContainerThatDoesNotRunAreNoReading(String tree) throws IOException {
        assertTrue(EngineReader.reading(recorded(tree, "stopped.json"), true).isEmpty());
    }

    @Test
    void anAnswerWithoutMemoryIsNoReading() throws IOException {
        ObjectNode stats = (ObjectNode) recorded(RecordedTree.V2_SYSTEMD, "stats.json");
        stats.putObject("memory_stats");

        assertTrue(EngineReader.reading(stats, true).isEmpty());
    }

    @Test
    void countersAreReadOnlyWhereTheyAreAskedFor() throws IOException {
        Reading reading =
                EngineReader.reading(recorded(RecordedTree.V2_SYSTEMD, "stats.json"), false)
                        .orElseThrow();

        assertEquals(44.75, reading.memoryMib());
        assertEquals(Double.NaN, reading.pids());
        assertEquals(Double.NaN, reading.netRxBytes());
        assertEquals(Double.NaN, reading.netTxBytes());
        assertEquals(Double.NaN, reading.blockReadBytes());
        assertEquals(Double.NaN, reading.blockWriteBytes());
    }

    @Test
    void withoutANetworkOfItsOwnTheNetworkIsUnknown() throws IOException {
        ObjectNode stats = (ObjectNode) recorded(RecordedTree.V2_SYSTEMD, "stats.json");
        stats.remove("networks"); // so the engine answers for a container on the host's network

        assertEquals(Double.NaN, reading(stats).netRxBytes());
    }

    @Test
    void cacheIsTakenOffOnlyWhereItIsSmallerThanTheUsage() throws IOException {
        ObjectNode stats = (ObjectNode) recorded(RecordedTree.V2_SYSTEMD, "stats.json");
        ((ObjectNode) stats.path("memory_stats")).put("usage", 6_291_456); // below 6311936

        assertEquals(6, reading(stats).memoryMib());
    }
}
