package etl.record;

import etl.Failure;
import etl.result.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A cgroup around all containers of a stack, so that one memory limit holds for all of them
/// together, without swap. The engine is told to put the containers into it (`cgroup_parent`).
final class StackGroup implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final int ATTEMPTS = 50;

    /// The kernel rounds a limit down to whole pages.
    private static final double PAGES_MIB = 1;

    private final GroupMounts mounts;
    private final boolean v2;
    private final boolean systemd;
    private final String name;
    private final Path memory;

    private StackGroup(GroupMounts mounts, boolean v2, boolean systemd, String name) {
        this.mounts = mounts;
        this.v2 = v2;
        this.systemd = systemd;
        this.name = systemd ? name + ".slice" : name;
        this.memory = (v2 ? mounts.unified() : mounts.controller("memory")).resolve(this.name);
    }

    /// Whether the engine puts containers into a group of ours at all.
    ///
    /// @param securityOptions as the engine tells them; may be null
    /// @param driver its cgroup driver
    /// @throws Failure when it does not
    static void requireRoot(List<String> securityOptions, String driver) {
        boolean rootless =
                securityOptions != null
                        && securityOptions.stream().anyMatch(o -> o.contains("rootless"));
        if (rootless || !List.of("cgroupfs", "systemd").contains(driver)) {
            throw new Failure(
                    "no memory limit can be set here: %s; start this as root, with an engine that is not rootless"
                            .formatted(
                                    rootless
                                            ? "the engine is rootless"
                                            : "the engine's cgroup driver is " + driver));
        }
    }

    /// Makes the group, without a limit.
    ///
    /// @param version of the engine's cgroups, `1` or `2`
    /// @param driver `cgroupfs` or `systemd`
    /// @param name of letters, digits and underscores: a dash would nest it where systemd rules
    /// @throws Failure when nobody may make one here
    static StackGroup make(GroupMounts mounts, String version, String driver, String name) {
        StackGroup group =
                new StackGroup(mounts, "2".equals(version), "systemd".equals(driver), name);
        try {
            if (group.systemd) {
                Shell.check(LIMIT, "systemctl", "start", group.name);
            }
            Files.createDirectories(group.memory);
        } catch (IOException e) {
            throw new Failure(
                    "no memory limit can be set here: %s cannot be made (%s); start this as root, with an engine that is not rootless"
                            .formatted(group.memory, e.getClass().getSimpleName()),
                    e);
        }
        return group;
    }

    /// What `cgroup_parent` of every container has to say. With a leading slash: a name alone lies
    /// below the engine's own group, and the limit would do nothing.
    String parent() {
        return systemd ? name : "/" + name;
    }

    /// Name as the kernel's messages have it.
    String name() {
        return name;
    }

    /// Sets the limit.
    ///
    /// @throws Failure when the kernel does not take it
    void limit(double mib) {
        long bytes = Math.round(mib * Sample.MIB);
        if (systemd) {
            // written by hand it would be gone at systemd's next reload
            String property = (v2 ? "MemoryMax=" : "MemoryLimit=") + bytes;
            Shell.check(LIMIT, "systemctl", "set-property", "--runtime", name, property);
            if (v2) {
                Shell.check(
                        LIMIT, "systemctl", "set-property", "--runtime", name, "MemorySwapMax=0");
            }
        } else {
            write(v2 ? "memory.max" : "memory.limit_in_bytes", bytes);
        }
        if (v2) {
            forbidSwap("memory.swap.max", 0);
        } else { // of memory and swap together; systemd knows no property for it
            forbidSwap("memory.memsw.limit_in_bytes", bytes);
        }
        double set = counters().limitMib();
        if (!(set <= mib && set > mib - PAGES_MIB)) {
            throw new Failure("%s: the limit of %.0f MiB was not taken".formatted(memory, mib));
        }
    }

    /// A kernel that does not account swap by group has no such file: then there must be none.
    private void forbidSwap(String file, long value) {
        if (Files.exists(memory.resolve(file))) {
            write(file, value);
        } else if (mounts.hasSwap()) {
            throw new Failure(
                    "%s: swap cannot be kept from a group here; switch it off (swapoff -a), or start the kernel with swapaccount=1"
                            .formatted(memory));
        }
    }

    private void write(String file, long value) {
        Path path = memory.resolve(file);
        if (Files.exists(path)) { // where it is not, the limit is not taken, which is seen
            try {
                Files.writeString(path, Long.toString(value));
            } catch (IOException e) {
                throw new Failure(path + ": cannot be written: " + e.getMessage(), e);
            }
        }
    }

    /// What the kernel counts for the whole stack.
    GroupCounters counters() {
        Path cpu = v2 ? memory : mounts.controller("cpuacct").resolve(name);
        return new GroupCounters(v2, memory, cpu);
    }

    /// Whether the container with this first process is in the group.
    boolean holds(long pid, String id) {
        return CgroupPaths.find(mounts.proc(), mounts.root(), pid, id)
                .filter(paths -> paths.memory().startsWith(memory))
                .isPresent();
    }

    /// Removes the group; its containers are gone by now.
    @Override
    public void close() {
        if (systemd) {
            Shell.check(LIMIT, "systemctl", "stop", name);
            Shell.check(LIMIT, "systemctl", "revert", name);
        }
        remove(mounts, name);
    }

    /// Removes groups that were left behind.
    ///
    /// @param isLeft told by the group's name
    static void sweep(GroupMounts mounts, Predicate<String> isLeft) {
        for (Path tree : mounts.all()) {
            names(tree).filter(isLeft).forEach(name -> remove(mounts, name));
        }
    }

    private static Stream<String> names(Path tree) {
        try (Stream<Path> groups = Files.list(tree)) {
            return groups
                    .filter(Files::isDirectory)
                    .map(group -> group.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty(); // a tree that cannot be listed holds nothing that we made
        }
    }

    /// The engine makes a folder of the group in every tree.
    private static void remove(GroupMounts mounts, String name) {
        for (Path group : mounts.all().stream().map(tree -> tree.resolve(name)).toList()) {
            for (int i = 0; i < ATTEMPTS && Files.exists(group); i++) {
                // the kernel takes a moment to let go of a group whose last process has ended
                if (!group.toFile().delete()) {
                    LockSupport.parkNanos(AGAIN.toNanos());
                }
            }
            if (Files.exists(group)) {
                throw new Failure(group + ": cannot be removed; something still runs in it");
            }
        }
    }
}
