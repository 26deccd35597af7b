package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import etl.result.Run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ProcessesTest {

    @TempDir Path proc;

    /// @param ticks user and system time, each in hundredths of a second
    private void process(int pid, String name, String cmdline, int pssKib, int ticks)
            throws IOException {
        Path folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.writeString(folder.resolve("comm"), name + "\n");
        Files.writeString(folder.resolve("cmdline"), cmdline);
        Files.writeString(
                folder.resolve("stat"),
                "%d (%s x) S 1 1 1 0 -1 4194560 0 0 0 0 %d %d 0 0"
                        .formatted(pid, name, ticks, ticks));
        Files.writeString(
                folder.resolve("smaps_rollup"), "Rss: 9 kB\nPss: %d kB\n".formatted(pssKib));
    }

    @Test
    void engineContainerdAndTheStacksShimsAreSummed() throws IOException {
        process(10, "dockerd", "dockerd", 50 * 1024, 100);
        process(11, "containerd", "containerd", 20 * 1024, 50);
        process(12, "containerd-shim", "shim\0-id\0aaaa", 5 * 1024, 10);
        process(13, "containerd-shim", "shim\0-id\0ffff", 7 * 1024, 10); // another stack's
        process(14, "bash", "bash", 3 * 1024, 1000);

        Run.EngineCost cost = new Processes(proc).engineCost(List.of("aaaa"), null);

        assertEquals(3, cost.processes());
        assertEquals(75.0, cost.pssMib()); // 50 + 20 + 5
        assertEquals(3.2, cost.cpuS(), 1e-9); // 2 × (1.00 + 0.50 + 0.10)
    }

    @Test
    void cpuIsTheDifferenceFromTheBeginningOfTheWindow() throws IOException {
        process(10, "dockerd", "dockerd", 1024, 150);

        assertEquals(1.0, new Processes(proc).engineCost(List.of(), 2.0).cpuS());
    }

    @Test
    void whatMayNotBeReadIsMissingAndNotSmaller() throws IOException {
        process(10, "dockerd", "dockerd", 1024, 150);
        process(11, "containerd", "containerd", 1024, 150);
        Files.delete(proc.resolve("11/smaps_rollup"));

        assertNull(new Processes(proc).engineCost(List.of(), null));
    }

    @Test
    void withoutAnEngineHereThereIsNoCost() {
        assertNull(new Processes(proc).engineCost(List.of(), null));
        assertNull(new Processes(proc).ownPeakRssMib());
    }
}
