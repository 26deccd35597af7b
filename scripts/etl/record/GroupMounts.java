package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Where the cgroup trees of this machine are mounted.
///
/// @param proc usually `/proc`; tests give a recorded tree, whose mount points lie below `root`
/// @param root usually `/`
record GroupMounts(Path proc, Path root) {

    static GroupMounts here() {
        return new GroupMounts(Path.of("/proc"), Path.of("/"));
    }

    /// The unified tree of cgroup v2.
    ///
    /// @throws Failure when there is none
    Path unified() {
        return mounts().filter(mount -> mount[2].equals("cgroup2"))
                .map(this::folder)
                .findFirst()
                .orElseThrow(() -> new Failure("no cgroup tree is mounted on this machine"));
    }

    /// The tree of one controller of cgroup v1.
    ///
    /// @throws Failure when there is none
    Path controller(String name) {
        return mounts().filter(mount -> mount[2].equals("cgroup"))
                .filter(mount -> Arrays.asList(mount[3].split(",")).contains(name))
                .map(this::folder)
                .findFirst()
                .orElseThrow(
                        () ->
                                new Failure(
                                        "no cgroup tree of the controller %s is mounted on this machine"
                                                .formatted(name)));
    }

    /// All trees; a group of Docker's has a folder in each.
    List<Path> all() {
        return mounts().filter(mount -> mount[2].equals("cgroup") || mount[2].equals("cgroup2"))
                .map(this::folder)
                .toList();
    }

    /// Whether the machine has any swap; the first line of that file is a heading.
    boolean hasSwap() {
        try {
            return Files.readAllLines(proc.resolve("swaps")).size() > 1;
        } catch (IOException e) {
            return false; // a kernel without swap has no such file
        }
    }

    private Path folder(String[] mount) {
        return root.resolve(mount[1].substring(1));
    }

    private Stream<String[]> mounts() {
        try {
            return Files.readAllLines(proc.resolve("mounts"), StandardCharsets.ISO_8859_1).stream()
                    .map(line -> line.split(" "))
                    .filter(mount -> mount.length > 3);
        } catch (IOException e) {
            throw new Failure("no cgroup tree can be found on this machine: " + e.getMessage(), e);
        }
    }
}
