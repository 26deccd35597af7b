package etl.record;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// A machine's `/proc` and `/sys/fs/cgroup` as they were recorded with one container running; see
/// `tests/data/cgroup/README.md`.
record RecordedTree(Path root, long pid, String id) {

    static final String V1_CGROUPFS = "v1-cgroupfs";
    static final String V1_SYSTEMD = "v1-systemd";
    static final String V2_CGROUPFS = "v2-cgroupfs";
    static final String V2_SYSTEMD = "v2-systemd";

    /// The container is told by the recording's engine, not by the files that are looked for.
    static RecordedTree of(String name) {
        Path root = folder().resolve(name);
        return switch (name) {
            case V1_CGROUPFS ->
                    new RecordedTree(
                            root,
                            28745,
                            "168de8bd17ce2d846737c3ca2f0f27678b7e3dbbdf589fcf70b3ae70bf58a259");
            case V1_SYSTEMD ->
                    new RecordedTree(
                            root,
                            454,
                            "680d29834d0d13b4e3129c2100a1493ab1395ab660382cac9efc4c978ccff971");
            case V2_CGROUPFS ->
                    new RecordedTree(
                            root,
                            484,
                            "5f40d31999ecedaeed8d891a886d7f3b6f948413d18a2b34fd70eec7810fcb0e");
            case V2_SYSTEMD ->
                    new RecordedTree(
                            root,
                            478,
                            "237ad3931075153908398aa27f5c04fdb8991469be47a34aaaf05d8373a716ed");
            default -> throw new IllegalArgumentException("no recording " + name);
        };
    }

    /// A copy that a test may change.
    RecordedTree copiedTo(Path folder) throws IOException {
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                            throws IOException {
                        Files.createDirectories(folder.resolve(root.relativize(dir)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Files.copy(file, folder.resolve(root.relativize(file)));
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new RecordedTree(folder, pid, id);
    }

    Path proc() {
        return root.resolve("proc");
    }

    Optional<CgroupPaths> paths() {
        return CgroupPaths.find(proc(), root, pid, id);
    }

    /// What the reader makes of it, counters included.
    Reading reading() {
        try (ContainerReader reader = CgroupReader.open(paths().orElseThrow()).orElseThrow()) {
            return reader.read(true).orElseThrow();
        }
    }

    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jbang-catalog.json"))) {
            folder = folder.getParent();
        }
        return folder.resolve("tests/data/cgroup");
    }
}
