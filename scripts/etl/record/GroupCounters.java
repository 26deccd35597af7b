package etl.record;

import etl.result.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the kernel counts for a cgroup and all groups in it. A number that it does not keep is
/// `NaN`.
final class GroupCounters {

    private static final String OOM_KILL = "oom_kill";

    private final boolean v2;
    private final Path memory;
    private final Path cpu;
    private double mostMib = Double.NaN;

    /// @param v2 one folder for all controllers
    /// @param memory folder of the group with its memory files
    /// @param cpu folder with its CPU time; the engine may make it later
    GroupCounters(boolean v2, Path memory, Path cpu) {
        this.v2 = v2;
        this.memory = memory;
        this.cpu = cpu;
    }

    /// The limit that is set, MiB.
    double limitMib() {
        return number(memory, v2 ? "memory.max" : "memory.limit_in_bytes") / Sample.MIB;
    }

    /// Looks how much is in use, for a kernel that keeps no high-water mark (cgroup v2 before
    /// 5.19).
    void look() {
        double used = number(memory, v2 ? "memory.current" : "memory.usage_in_bytes") / Sample.MIB;
        mostMib = mostMib >= used ? mostMib : used;
    }

    /// The most that was in use, page cache included, MiB.
    double peakMib() {
        double peak = number(memory, v2 ? "memory.peak" : "memory.max_usage_in_bytes") / Sample.MIB;
        return Double.isNaN(peak) ? mostMib : peak;
    }

    /// How many processes were killed because there was no memory left. cgroup v1 counts each where
    /// it was, so those of a container that is gone are not in the sum any more. (Its count of
    /// failures, `memory.failcnt`, stays at 0 on Linux 6.18 however often the limit is reached.)
    double oomKills() {
        if (v2) {
            return number(memory, "memory.events", OOM_KILL);
        }
        double own = number(memory, "memory.oom_control", OOM_KILL);
        try (Stream<Path> containers = Files.list(memory)) {
            return containers
                    .filter(Files::isDirectory)
                    .mapToDouble(folder -> number(folder, "memory.oom_control", OOM_KILL))
                    .filter(count -> !Double.isNaN(count)) // gone while we looked
                    .reduce(own, Double::sum);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /// Page faults so far that had to wait for a disk.
    double majorFaults() {
        return number(memory, "memory.stat", v2 ? "pgmajfault" : "total_pgmajfault");
    }

    /// CPU seconds so far, of all containers that were ever in the group.
    double cpuS() {
        return v2
                ? number(cpu, "cpu.stat", "usage_usec") / 1e6
                : number(cpu, "cpuacct.usage") / 1e9;
    }

    private static double number(Path folder, String file) {
        return number(folder, file, "");
    }

    private static double number(Path folder, String file, String key) {
        try (KernelFile kernel = KernelFile.open(folder.resolve(file))) {
            if (kernel == null) {
                return Double.NaN;
            }
            kernel.read();
            return key.isEmpty() ? kernel.number() : kernel.number(key);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
