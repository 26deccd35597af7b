package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the machine that runs the recorder says about itself through Linux' `/proc`. A number that
/// is not there (no such file or line, as on macOS) is NaN, a text is an empty Optional.
///
/// @param proc where the proc file system is mounted; tests give a folder with recorded files
public record Host(Path proc) {

    /// `/proc/stat` counts in units of sysconf(_SC_CLK_TCK), which Linux fixes at 100 a second for
    /// programs, whatever the kernel's own tick is (proc(5), time(7)).
    private static final double TICKS_PER_SECOND = 100;

    private static final double KIB_PER_MIB = 1024;

    /// The machine this program runs on.
    public static Host local() {
        return new Host(Path.of("/proc"));
    }

    /// The kernel's release, for example `6.1.0-28-amd64`.
    public Optional<String> kernel() {
        return lines("sys/kernel/osrelease").stream().findFirst();
    }

    /// The processor's name as the kernel gives it; not every ARM kernel does.
    public Optional<String> cpuModel() {
        return lines("cpuinfo").stream()
                .filter(line -> line.startsWith("model name") || line.startsWith("Model"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    /// Logical processors that are online.
    public double cores() {
        long count = lines("stat").stream().filter(line -> line.matches("cpu\\d+ .*")).count();
        return count == 0 ? Double.NaN : count;
    }

    /// RAM that the kernel manages, in MiB (somewhat less than the modules hold).
    public double memoryMib() {
        return number("meminfo", "MemTotal:", 1) / KIB_PER_MIB;
    }

    /// RAM that programs could still take without swapping, in MiB: the kernel's own estimate.
    public double memoryAvailableMib() {
        return number("meminfo", "MemAvailable:", 1) / KIB_PER_MIB;
    }

    /// Swap space in MiB, 0 where there is none.
    public double swapMib() {
        return number("meminfo", "SwapTotal:", 1) / KIB_PER_MIB;
    }

    /// Swap space in use, in MiB.
    public double swapUsedMib() {
        return swapMib() - number("meminfo", "SwapFree:", 1) / KIB_PER_MIB;
    }

    /// Pages read back from swap since boot.
    public double swapInPages() {
        return number("vmstat", "pswpin", 1);
    }

    /// Pages written to swap since boot.
    public double swapOutPages() {
        return number("vmstat", "pswpout", 1);
    }

    /// CPU time, summed over all cores and in seconds since boot, in which this virtual machine
    /// wanted to run and its host ran something else.
    public double stealSeconds() {
        return number("stat", "cpu", 8) / TICKS_PER_SECOND;
    }

    /// The load average of the last minute.
    public double load1() {
        return lines("loadavg").stream().findFirst().map(line -> field(line, 0)).orElse(Double.NaN);
    }

    /// Whether a cgroup tree with memory numbers is mounted here and can be read.
    public boolean cgroupsReadable() {
        return lines("mounts").stream()
                .map(line -> line.split(" "))
                .filter(mount -> mount.length > 3 && hasMemory(mount[2], mount[3]))
                .anyMatch(mount -> Files.isReadable(Path.of(mount[1])));
    }

    private static boolean hasMemory(String type, String options) {
        return type.equals("cgroup2")
                || type.equals("cgroup") && List.of(options.split(",")).contains("memory");
    }

    /// Space in MiB that this user may still write on the disk that holds `folder`, which may not
    /// exist yet; NaN where no folder above it can be asked.
    public static double diskFreeMib(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null) {
            return Double.NaN;
        }
        try {
            FileStore store = Files.getFileStore(existing);
            return store.getUsableSpace() / (KIB_PER_MIB * 1024);
        } catch (IOException e) {
            throw new Failure("cannot ask for the free space of " + existing + ": " + e, e);
        }
    }

    private double number(String file, String name, int field) {
        return lines(file).stream()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .map(line -> field(line, field))
                .orElse(Double.NaN);
    }

    private static double field(String line, int index) {
        String[] fields = line.split("\\s+");
        return index < fields.length ? Double.parseDouble(fields[index]) : Double.NaN;
    }

    private List<String> lines(String file) {
        try (Stream<String> lines = Files.lines(proc.resolve(file))) {
            return lines.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new Failure("cannot read " + proc.resolve(file) + ": " + e.getMessage(), e);
        }
    }
}
