package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The group of a stack in trees that look like the kernel's; the real one is in vpsEngineTest.
class StackGroupTest {

    private static final String OOM_CONTROL = "oom_kill_disable 0\nunder_oom 0\noom_kill ";

    @TempDir private Path root;

    private GroupMounts mounts(String... lines) throws IOException {
        Path proc = Files.createDirectories(root.resolve("proc"));
        Files.writeString(proc.resolve("mounts"), String.join("\n", lines) + "\n");
        return new GroupMounts(proc, root);
    }

    private Path file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private GroupMounts v2() throws IOException {
        return mounts("proc /proc proc rw 0 0", "cgroup2 /sys/fs/cgroup cgroup2 rw 0 0");
    }

    private GroupMounts v1() throws IOException {
        return mounts(
                "cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0",
                "cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0",
                "cgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0");
    }

    @Test
    void v2LimitsMemoryAndForbidsSwap() throws IOException {
        Path max = file("sys/fs/cgroup/etlbench_x/memory.max", "max");
        Path swap = file("sys/fs/cgroup/etlbench_x/memory.swap.max", "max");
        StackGroup group = StackGroup.make(v2(), "2", "cgroupfs", "etlbench_x");
        group.limit(64);

        assertEquals("67108864", Files.readString(max));
        assertEquals("0", Files.readString(swap));
        assertEquals("/etlbench_x", group.parent());
    }

    @Test
    void v1LimitsMemoryWithAndWithoutSwap() throws IOException {
        String folder = "sys/fs/cgroup/memory/etlbench_x/";
        Path memory = file(folder + "memory.limit_in_bytes", "9223372036854771712");
        Path both = file(folder + "memory.memsw.limit_in_bytes", "9223372036854771712");
        StackGroup.make(v1(), "1", "cgroupfs", "etlbench_x").limit(100);

        assertEquals("104857600", Files.readString(memory));
        assertEquals("104857600", Files.readString(both));
    }

    /// A group that may swap has no limit; without swap there is nothing to keep from it.
    @Test
    void swapThatCannotBeForbiddenIsTold() throws IOException {
        file("sys/fs/cgroup/memory/etlbench_x/memory.limit_in_bytes", "9223372036854771712");
        Path swaps = file("proc/swaps", "Filename Type Size Used Priority\n");
        StackGroup group = StackGroup.make(v1(), "1", "cgroupfs", "etlbench_x");
        group.limit(100);

        Files.writeString(swaps, Files.readString(swaps) + "/swapfile file 1 0 -2\n");
        Failure failure = assertThrows(Failure.class, () -> group.limit(100));
        assertTrue(failure.getMessage().contains("swapoff -a"), failure.getMessage());
    }

    @Test
    void anEngineWithoutGroupsOfOursIsTold() {
        StackGroup.requireRoot(null, "systemd");
        StackGroup.requireRoot(List.of("name=seccomp,profile=builtin"), "cgroupfs");
        for (Failure failure :
                List.of(
                        assertThrows(
                                Failure.class,
                                () -> StackGroup.requireRoot(List.of("name=rootless"), "cgroupfs")),
                        assertThrows(
                                Failure.class, () -> StackGroup.requireRoot(List.of(), "none")))) {
            assertTrue(failure.getMessage().contains("start this as root"), failure.getMessage());
        }
    }

    @Test
    void aLimitThatIsNotTakenIsTold() throws IOException {
        StackGroup group = StackGroup.make(v2(), "2", "cgroupfs", "etlbench_x");

        Failure failure = assertThrows(Failure.class, () -> group.limit(64));
        assertTrue(failure.getMessage().endsWith("the limit of 64 MiB was not taken"));
    }

    @Test
    void v2CountsForAllContainersTogether() throws IOException {
        String folder = "sys/fs/cgroup/etlbench_x/";
        file(folder + "memory.current", "10485760\n");
        file(folder + "memory.events", "low 0\nhigh 0\nmax 7\noom 1\noom_kill 1\n");
        file(folder + "memory.stat", "anon 1\npgfault 50\npgmajfault 12\n");
        file(folder + "cpu.stat", "usage_usec 2500000\nuser_usec 1\n");
        GroupCounters counters = StackGroup.make(v2(), "2", "cgroupfs", "etlbench_x").counters();
        counters.look();
        file(folder + "memory.current", "5242880\n");
        counters.look();

        assertEquals(10, counters.peakMib(), "no memory.peak: the most that was seen");
        file(folder + "memory.peak", "20971520\n");
        assertEquals(20, counters.peakMib());
        assertEquals(1, counters.oomKills());
        assertEquals(12, counters.majorFaults());
        assertEquals(2.5, counters.cpuS());
    }

    @Test
    void v1CountsInTwoTrees() throws IOException {
        String folder = "sys/fs/cgroup/memory/etlbench_x/";
        file(folder + "memory.max_usage_in_bytes", "20971520\n");
        file(folder + "memory.oom_control", OOM_CONTROL + "0\n");
        file(folder + "container/memory.oom_control", OOM_CONTROL + "2\n");
        file(folder + "another/memory.oom_control", OOM_CONTROL + "1\n");
        file(folder + "memory.stat", "pgmajfault 0\ntotal_pgmajfault 12\n");
        file("sys/fs/cgroup/cpu,cpuacct/etlbench_x/cpuacct.usage", "2500000000\n");
        GroupCounters counters = StackGroup.make(v1(), "1", "cgroupfs", "etlbench_x").counters();

        assertEquals(20, counters.peakMib());
        assertEquals(3, counters.oomKills());
        assertEquals(12, counters.majorFaults());
        assertEquals(2.5, counters.cpuS());
    }

    /// Then nothing but the kernel's log tells of kills, and is asked each time.
    @Test
    void killsThatTheKernelDoesNotCountAreNoNumber() throws IOException {
        String folder = "sys/fs/cgroup/memory/etlbench_x/";
        file(folder + "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\n");
        Files.createDirectories(root.resolve(folder + "container"));

        GroupCounters counters = StackGroup.make(v1(), "1", "cgroupfs", "etlbench_x").counters();
        assertTrue(Double.isNaN(counters.oomKills()));
    }

    @Test
    void aGroupThatCannotBeMadeSaysWhatIsNeeded() throws IOException {
        file("sys/fs/cgroup", "no folder");

        Failure failure =
                assertThrows(
                        Failure.class, () -> StackGroup.make(v2(), "2", "cgroupfs", "etlbench_x"));
        assertTrue(failure.getMessage().contains("start this as root"), failure.getMessage());
    }

    @Test
    void whatWasLeftBehindIsRemovedEverywhere() throws IOException {
        for (String tree : new String[] {"memory", "cpu,cpuacct", "unified"}) {
            Files.createDirectories(root.resolve("sys/fs/cgroup/" + tree + "/etlbench_left"));
            Files.createDirectories(root.resolve("sys/fs/cgroup/" + tree + "/somebodys"));
        }
        StackGroup.sweep(v1(), "etlbench_left"::equals);

        assertFalse(Files.exists(root.resolve("sys/fs/cgroup/memory/etlbench_left")));
        assertFalse(Files.exists(root.resolve("sys/fs/cgroup/unified/etlbench_left")));
        assertTrue(Files.exists(root.resolve("sys/fs/cgroup/memory/somebodys")));
    }

    @Test
    void aGroupIsKnownByItsName() {
        assertEquals(
                "etlbench_20261125_180000_4711_3",
                GroupName.of(new RunLabel("20261125-180000-4711"), 3));
        assertTrue(GroupName.isLeft("etlbench_20261125_180000_999999999_3"));
        assertTrue(GroupName.isLeft("etlbench_20261125_180000_999999999_3.slice"));
        assertFalse(GroupName.isLeft("etlbench_mine"));
    }
}
