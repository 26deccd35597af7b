package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class HostTest {

    @TempDir private Path proc;

    private Host host;

    @BeforeEach
    void recordTwoCores() throws IOException {
        host = new Host(proc);
        write("sys/kernel/osrelease", "6.1.0-28-amd64\n");
        write("cpuinfo", "processor\t: 0\nmodel name\t: Example CPU @ 2.00GHz\n");
        write(
                "stat",
                """
                cpu  17020 0 4805 86433 601 0 110 4850 0 0
                cpu0 7686 0 1839 44897 67 0 13 17 0 0
                cpu1 9334 0 2965 41535 534 0 96 31 0 0
                ctxt 1990473
                """);
        write(
                "meminfo",
                """
                MemTotal:        1048576 kB
                MemFree:          524288 kB
                MemAvailable:     786432 kB
                SwapCached:            4 kB
                SwapTotal:        524288 kB
                SwapFree:         458752 kB
                """);
        write("vmstat", "pgpgin 9\npswpin 12\npswpout 345\n");
        write("loadavg", "0.35 0.42 0.24 1/105 15147\n");
    }

    @Test
    void factsOfTheMachineAreRead() {
        assertEquals(Optional.of("6.1.0-28-amd64"), host.kernel());
        assertEquals(Optional.of("Example CPU @ 2.00GHz"), host.cpuModel());
        assertEquals(2, host.cores());
    }

    @Test
    void memoryIsInMebibytes() {
        assertEquals(1024, host.memoryMib());
        assertEquals(768, host.memoryAvailableMib());
        assertEquals(512, host.swapMib());
        assertEquals(64, host.swapUsedMib());
    }

    @Test
    void stealIsSummedOverAllCoresInSeconds() {
        assertEquals(48.5, host.stealSeconds());
    }

    @Test
    void swapPagesAndLoadAreRead() {
        assertEquals(12, host.swapInPages());
        assertEquals(345, host.swapOutPages());
        assertEquals(0.35, host.load1());
    }

    @Test
    void whatIsNotThereIsMissingAndNotZero() {
        Host mac = new Host(proc.resolve("nothing-here"));
        assertEquals(Optional.empty(), mac.kernel());
        assertEquals(Optional.empty(), mac.cpuModel());
        assertEquals(Double.NaN, mac.cores());
        assertEquals(Double.NaN, mac.memoryMib());
        assertEquals(Double.NaN, mac.swapUsedMib());
        assertEquals(Double.NaN, mac.stealSeconds());
        assertEquals(Double.NaN, mac.load1());
    }

    @Test
    void aKernelThatDoesNotCountStealHasNone() throws IOException {
        write("stat", "cpu  17020 0 4805 86433\ncpu0 17020 0 4805 86433\n");
        assertEquals(Double.NaN, host.stealSeconds());
    }

    @Test
    void freeSpaceOfAFolderThatIsStillToBeMadeIsThatOfItsDisk() throws IOException {
        double free = Host.diskFreeMib(proc.resolve("results/not-yet"));
        double expected = Files.getFileStore(proc).getUsableSpace() / 1048576.0;
        assertEquals(expected, free, 0.05 * expected);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theRunningKernelIsUnderstood() {
        Host here = Host.local();
        assertTrue(here.kernel().isPresent());
        assertTrue(here.cores() >= 1);
        assertTrue(here.memoryAvailableMib() > 0 && here.memoryAvailableMib() <= here.memoryMib());
        assertTrue(here.swapInPages() >= 0);
    }

    private void write(String file, String content) throws IOException {
        Path target = proc.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, content);
    }
}
