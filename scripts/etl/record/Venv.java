package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A virtual environment of Python below the folder in which `jbangw` keeps its things, so that
/// nothing else on the machine is touched.
///
/// @param folder of the environment
public record Venv(Path folder) {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    /// Makes the environment and installs the packages, where that was not done yet; a second
    /// process that asks at the same time waits.
    ///
    /// @param name of the folder, e.g. `notebook/venv`
    /// @param packages as `pip` takes them, with a version each
    /// @param progress is told before something is installed
    /// @throws Failure when Python or a package cannot be had
    public static Venv install(String name, List<String> packages, Consumer<String> progress) {
        Venv venv = new Venv(JbangwHome.folder(name));
        Path done = venv.folder.resolve("installed.txt");
        try {
            try (FileChannel file =
                            FileChannel.open(
                                    venv.folder.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                List<String> there = Files.exists(done) ? Files.readAllLines(done) : List.of();
                if (!there.containsAll(packages) || !venv.answers()) {
                    progress.accept("getting " + String.join(", ", packages) + " (once)");
                    venv.fill(packages);
                    Files.write(done, packages);
                }
            }
        } catch (IOException e) {
            throw new Failure(venv.folder + ": cannot be written: " + e, e);
        }
        return venv;
    }

    /// Whether its Python still starts: an upgrade of the system's may take it away.
    private boolean answers() {
        return Files.isExecutable(Path.of(python()))
                && Shell.run(LIMIT, python(), "-c", "import pip").ok();
    }

    private void fill(List<String> packages) {
        Shell.Result made = Shell.run(LIMIT, "python3", "-m", "venv", folder.toString());
        if (!made.ok()) {
            throw new Failure(
                    "python3 cannot make a virtual environment in "
                            + folder
                            + ": "
                            + made.lastLine()
                            + "; install Python's venv (Debian: apt-get install python3-venv)");
        }
        Shell.Result pip =
                Shell.run(
                        LIMIT,
                        Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
                        Stream.concat(
                                        Stream.of(python(), "-m", "pip", "install", "-q"),
                                        packages.stream())
                                .toList());
        if (!pip.ok()) {
            throw new Failure(
                    "pip cannot install %s: %s; connect this machine and run again"
                            .formatted(String.join(" ", packages), pip.lastLine()));
        }
    }

    /// The interpreter of the environment.
    public String python() {
        return folder.resolve("bin/python").toString();
    }
}
