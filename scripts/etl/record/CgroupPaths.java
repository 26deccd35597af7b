package etl.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a container's cgroup files lie on this machine.
///
/// @param v2 one tree for all controllers; else one per controller
/// @param memory folder with the memory files
/// @param cpu folder with the CPU time
/// @param pids folder with the number of tasks; null where there is none
/// @param io folder with the block counters; null where there is none
/// @param net the network counters of the container's first process; null for none
record CgroupPaths(boolean v2, Path memory, Path cpu, Path pids, Path io, Path net) {

    /// Finds them through the container's first process: its `/proc/<pid>/cgroup` names the groups,
    /// `/proc/mounts` where they are mounted. They are taken only if they carry the container's id:
    /// a pid from another machine (a remote engine, a desktop's VM) means some other process here.
    /// The container's own group is meant, also where its first process moved into one below it, as
    /// systemd and a nested engine do: the groups below are counted in it.
    ///
    /// @param proc usually `/proc`; tests give a recorded tree, whose mount points lie below `root`
    /// @param root usually `/`
    /// @return empty when they are not there or cannot be read
    static Optional<CgroupPaths> find(Path proc, Path root, long pid, String id) {
        try {
            List<String> groups = Files.readAllLines(proc.resolve(pid + "/cgroup"));
            List<String> mounts =
                    Files.readAllLines(proc.resolve("mounts"), StandardCharsets.ISO_8859_1);
            Path net = proc.resolve(pid + "/net/dev");
            Path memory = folder(groups, mounts, root, "memory", id);
            if (memory != null) {
                return Optional.of(
                        new CgroupPaths(
                                false,
                                memory,
                                folder(groups, mounts, root, "cpuacct", id),
                                folder(groups, mounts, root, "pids", id),
                                folder(groups, mounts, root, "blkio", id),
                                net));
            }
            Path unified = folder(groups, mounts, root, "", id);
            return unified == null
                    ? Optional.empty()
                    : Optional.of(new CgroupPaths(true, unified, unified, unified, unified, net));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    CgroupPaths withoutNetwork() {
        return new CgroupPaths(v2, memory, cpu, pids, io, null);
    }

    /// @param controller empty for the unified tree of cgroup v2
    private static Path folder(
            List<String> groups, List<String> mounts, Path root, String controller, String id) {
        String group =
                groups.stream()
                        .map(line -> line.split(":", 3))
                        .filter(f -> f.length == 3 && names(f[1], controller))
                        .map(f -> f[2])
                        .filter(path -> path.contains(id))
                        .findFirst()
                        .map(path -> withoutGroupsBelow(path, id))
                        .orElse(null);
        if (group == null) {
            return null;
        }
        for (String mount : mounts) {
            String[] f = mount.split(" ");
            boolean fits =
                    controller.isEmpty()
                            ? f[2].equals("cgroup2")
                            : f[2].equals("cgroup") && names(f[3], controller);
            Path folder = root.resolve(f[1].substring(1)).resolve(group.substring(1));
            if (fits && Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }

    private static String withoutGroupsBelow(String path, String id) {
        int end = path.indexOf('/', path.indexOf(id));
        return end < 0 ? path : path.substring(0, end);
    }

    private static boolean names(String list, String controller) {
        return controller.isEmpty()
                ? list.isEmpty()
                : Arrays.asList(list.split(",")).contains(controller);
    }
}
