package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder in which `jbangw` keeps what it can make again.
public final class JbangwHome {

    private JbangwHome() {}

    /// A folder of ours in it, made where it is not there. `jbangw` tells where it is; without it
    /// the same places are tried.
    ///
    /// @throws Failure when it cannot be made
    public static Path folder(String name) {
        Path home =
                told("JBANGW_HOME")
                        .or(() -> told("XDG_CACHE_HOME").map(cache -> cache.resolve("jbangw")))
                        .orElse(Path.of(System.getProperty("user.home"), ".cache", "jbangw"))
                        .toAbsolutePath();
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new Failure(home.resolve(name) + ": cannot be made: " + e, e);
        }
    }

    private static Optional<Path> told(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
