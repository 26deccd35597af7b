package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder in which `jbangw` keeps what it can make again.
public final class JbangwHome {

    private JbangwHome() {}

    /// A folder of ours in it, made where it is not there. Without `jbangw` it is where that would
    /// have it by default.
    ///
    /// @throws Failure when it cannot be made
    public static Path folder(String name) {
        String told = System.getenv("JBANGW_HOME");
        Path home =
                told == null || told.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache", "jbangw")
                        : Path.of(told);
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new Failure(home.resolve(name) + ": cannot be made: " + e, e);
        }
    }
}
