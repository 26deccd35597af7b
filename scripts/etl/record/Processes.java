package etl.record;

import etl.result.Run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What processes of this machine cost, from `/proc`. Empty where it is not Linux, or not allowed.
///
/// @param proc usually `/proc`; tests give a recorded tree
record Processes(Path proc) {

    /// `/proc/<pid>/stat` counts in hundredths of a second on every Linux that users see (proc(5)).
    private static final double TICKS_PER_S = 100;

    private static final double KIB_PER_MIB = 1024;

    /// CPU seconds used by engine, containerd and the shims of the given containers so far, and
    /// their proportional set size now: a page that n processes share counts 1/n for each.
    ///
    /// @param engineCpuS before the window, to be subtracted; null for none
    Run.EngineCost engineCost(Collection<String> containerIds, Double engineCpuS) {
        double pssMib = 0;
        double cpuS = 0;
        List<Path> processes = engineProcesses(containerIds);
        for (Path process : processes) {
            Double pss = pssMib(process);
            Double cpu = cpuS(process);
            if (pss == null || cpu == null) {
                return null;
            }
            pssMib += pss;
            cpuS += cpu;
        }
        return processes.isEmpty()
                ? null
                : new Run.EngineCost(
                        processes.size(),
                        Math.round(pssMib * 100) / 100.0,
                        engineCpuS == null ? cpuS : Math.round((cpuS - engineCpuS) * 100) / 100.0);
    }

    /// Numbers of the processes that are an engine or a containerd.
    Set<String> engines() {
        Set<String> found = new TreeSet<>();
        engineProcesses(List.of()).forEach(p -> found.add(p.getFileName().toString()));
        return found;
    }

    private List<Path> engineProcesses(Collection<String> containerIds) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : all) {
                String name = text(process.resolve("comm")).strip();
                if (name.equals("dockerd") || name.equals("containerd")) {
                    found.add(process);
                } else if (name.startsWith("containerd-shim")) {
                    String line = text(process.resolve("cmdline"));
                    // one shim per container; those of other stacks are not this stack's cost
                    if (containerIds.stream().anyMatch(line::contains)) {
                        found.add(process);
                    }
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return found;
    }

    private static Double pssMib(Path process) {
        return text(process.resolve("smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .map(line -> Double.parseDouble(line.split("\\s+")[1]) / KIB_PER_MIB)
                .findFirst()
                .orElse(null);
    }

    private static Double cpuS(Path process) {
        String stat = text(process.resolve("stat"));
        int name = stat.lastIndexOf(')');
        if (name < 0) {
            return null;
        }
        // fields 14 and 15, counted from 1; the name in field 2 may hold spaces
        String[] fields = stat.substring(name + 2).split(" ");
        return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_S;
    }

    /// This process's own high-water mark of resident memory, MiB; null where it is not told.
    Double ownPeakRssMib() {
        return text(proc.resolve("self/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Double.parseDouble(line.split("\\s+")[1]) / KIB_PER_MIB)
                .map(mib -> Math.round(mib * 10) / 10.0)
                .findFirst()
                .orElse(null);
    }

    /// A file's text; empty when the process is gone or not ours to look at.
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
