package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One suite at a time on a machine: two would measure each other. The lock belongs to the process,
/// so a suite that was killed does not keep it.
public final class SuiteLock implements AutoCloseable {

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /// The file that is locked, for this user.
    static Path file() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "etlbench-suite-%s.lock".formatted(System.getProperty("user.name")));
    }

    /// @throws Failure with the process id of the suite that runs already
    public static SuiteLock take() {
        Path file = file();
        Path owner = file.resolveSibling(file.getFileName() + ".pid");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Failure(
                        "another measurement is running (pid %s); wait for it, or stop it with: kill %1$s"
                                .formatted(Files.readString(owner).strip()));
            }
            // beside the locked file, because some systems do not let others read that one
            Files.writeString(owner, ProcessHandle.current().pid() + "\n");
            return new SuiteLock(channel);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be locked: " + e, e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another thread of this process
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Failure(file() + ": cannot be closed: " + e, e);
        }
    }
}
