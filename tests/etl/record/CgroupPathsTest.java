package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CgroupPathsTest {

    @TempDir Path folder;

    private static Path below(RecordedTree tree, String path) {
        return tree.root().resolve(path.replace("ID", tree.id()));
    }

    @Test
    void v1HasAFolderPerController() {
        RecordedTree tree = RecordedTree.of(RecordedTree.V1_CGROUPFS);
        CgroupPaths paths = tree.paths().orElseThrow();

        assertFalse(paths.v2()); // though a cgroup2 is mounted beside it, at unified
        assertEquals(below(tree, "sys/fs/cgroup/memory/docker/ID"), paths.memory());
        assertEquals(below(tree, "sys/fs/cgroup/cpuacct/docker/ID"), paths.cpu());
        assertEquals(below(tree, "sys/fs/cgroup/pids/docker/ID"), paths.pids());
        assertEquals(below(tree, "sys/fs/cgroup/blkio/docker/ID"), paths.io());
        assertEquals(below(tree, "proc/" + tree.pid() + "/net/dev"), paths.net());
    }

    @Test
    void systemdsV1MountsSomeControllersTogether() {
        RecordedTree tree = RecordedTree.of(RecordedTree.V1_SYSTEMD);
        CgroupPaths paths = tree.paths().orElseThrow();

        String group = "/system.slice/docker-ID.scope";
        assertFalse(paths.v2());
        assertEquals(below(tree, "sys/fs/cgroup/memory" + group), paths.memory());
        assertEquals(below(tree, "sys/fs/cgroup/cpu,cpuacct" + group), paths.cpu());
        assertEquals(below(tree, "sys/fs/cgroup/pids" + group), paths.pids());
        assertEquals(below(tree, "sys/fs/cgroup/blkio" + group), paths.io());
    }

    @Test
    void v2HasOneFolder() {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD);
        Path group = below(tree, "sys/fs/cgroup/system.slice/docker-ID.scope");
        Path net = below(tree, "proc/" + tree.pid() + "/net/dev");

        assertEquals(
                new CgroupPaths(true, group, group, group, group, net), tree.paths().orElseThrow());
    }

    @Test
    void theCgroupfsDriverPutsContainersBelowDocker() {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_CGROUPFS);

        assertEquals(below(tree, "sys/fs/cgroup/docker/ID"), tree.paths().orElseThrow().memory());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RecordedTree.V1_CGROUPFS,
                RecordedTree.V1_SYSTEMD,
                RecordedTree.V2_CGROUPFS,
                RecordedTree.V2_SYSTEMD
            })
    void aProcessWithoutTheContainersIdIsRefused(String name) {
        RecordedTree tree = RecordedTree.of(name);
        String other = tree.id().replace(tree.id().charAt(0), tree.id().charAt(1));

        assertTrue(tree.paths().isPresent());
        assertTrue(CgroupPaths.find(tree.proc(), tree.root(), tree.pid(), other).isEmpty());
    }

    @Test
    void aProcessThatIsNotThereIsRefused() {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD);

        assertTrue(CgroupPaths.find(tree.proc(), tree.root(), tree.pid() + 1, tree.id()).isEmpty());
    }

    @Test
    void aFirstProcessInAGroupBelowStillMeansTheWholeContainer() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V2_SYSTEMD).copiedTo(folder);
        Path below = below(tree, "sys/fs/cgroup/system.slice/docker-ID.scope/init.scope");
        Files.createDirectory(below);
        Path groups = tree.proc().resolve(tree.pid() + "/cgroup");
        Files.writeString(groups, Files.readString(groups).strip() + "/init.scope\n");

        assertEquals(below.getParent(), tree.paths().orElseThrow().memory());
    }

    @Test
    void aV1WithoutThePidsControllerHasNoFolderForIt() throws IOException {
        RecordedTree tree = RecordedTree.of(RecordedTree.V1_CGROUPFS).copiedTo(folder);
        Path groups = tree.proc().resolve(tree.pid() + "/cgroup");
        Files.write(
                groups,
                Files.readAllLines(groups).stream().filter(l -> !l.contains(":pids:")).toList());

        assertNull(tree.paths().orElseThrow().pids());
        assertEquals(Double.NaN, tree.reading().pids());
        assertEquals(48_971_776 / 1_048_576.0, tree.reading().memoryMib());
    }
}
