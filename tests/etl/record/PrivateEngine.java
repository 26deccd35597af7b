package etl.record;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.Failure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A second Docker engine that a test may stop and start again. It has data, sockets, containerd
/// and a network namespace of its own, so that the machine's engine never notices it.
public final class PrivateEngine implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;
    private final List<String> options;
    private final Process containerd;
    private Process dockerd;

    private PrivateEngine(Path folder, List<String> options) throws IOException {
        this.folder = folder;
        this.options = options;
        Files.createFile(network());
        // a bind mount keeps the namespace when no process is in it
        Shell.check(LIMIT, "unshare", "--net=" + network(), "true");
        containerd =
                start(
                        "containerd",
                        List.of(
                                "containerd",
                                "--root",
                                folder.resolve("containerd").toString(),
                                "--state",
                                folder.resolve("containerd-state").toString(),
                                "--address",
                                containerdSocket().toString()));
    }

    /// Starts one with the image of the test containers in it; the test is skipped, with the
    /// reason, where that is not possible.
    ///
    /// @param options further ones of dockerd
    public static PrivateEngine up(String... options) throws IOException {
        return up(0, options);
    }

    /// The same with so little disk for images and containers.
    ///
    /// @param mib of disk; 0 for as much as there is
    public static PrivateEngine up(int mib, String... options) throws IOException {
        for (String program :
                List.of("dockerd", "containerd", "unshare", "nsenter", "mountpoint")) {
            assumeTrue(Shell.has(program), "no " + program + " on the PATH for a private engine");
        }
        assumeTrue(
                Shell.run(LIMIT, "id", "-u").stdout().strip().equals("0"),
                "a private engine needs root");
        TestStack.image();
        Path folder = Files.createTempDirectory("etltest-engine");
        PrivateEngine engine = new PrivateEngine(folder, Arrays.asList(options));
        try {
            if (mib > 0) {
                String data = Files.createDirectory(folder.resolve("data")).toString();
                Shell.check(
                        LIMIT, "mount", "-t", "tmpfs", "-o", "size=" + mib + "m", "tmpfs", data);
            }
            engine.start();
            Path image = folder.resolve("image.tar");
            Shell.check(LIMIT, "docker", "save", "--output", image.toString(), TestStack.IMAGE);
            Shell.check(
                    LIMIT, "docker", "--host", engine.host(), "load", "--input", image.toString());
            return engine;
        } catch (IOException | Failure | AssertionError e) {
            engine.close();
            throw e;
        }
    }

    /// Its address.
    public String host() {
        return "unix://" + folder.resolve("docker.sock");
    }

    /// Starts it, again after [#stop].
    public void start() throws IOException {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + network(), "dockerd"));
        command.addAll(List.of("--host", host(), "--config-file", write("daemon.json", "{}")));
        command.addAll(List.of("--data-root", folder.resolve("data").toString()));
        command.addAll(List.of("--exec-root", folder.resolve("exec").toString()));
        command.addAll(List.of("--pidfile", folder.resolve("docker.pid").toString()));
        command.addAll(List.of("--containerd", containerdSocket().toString()));
        command.addAll(options);
        dockerd = start("dockerd", command);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Shell.run(LIMIT, "docker", "--host", host(), "version").ok()) {
            if (!dockerd.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(Files.readString(log("dockerd")));
            }
            sleep();
        }
    }

    /// Stops it as a service manager does, with SIGTERM.
    public void stop() {
        end(dockerd);
    }

    /// Stops it and starts it again.
    public void restart() throws IOException {
        stop();
        start();
    }

    @Override
    public void close() throws IOException {
        if (dockerd != null && dockerd.isAlive()) {
            Shell.run(
                    LIMIT,
                    "sh",
                    "-c",
                    "docker -H %s ps -aq | xargs -r docker -H %1$s rm -fv".formatted(host()));
            stop();
        }
        end(containerd);
        // with --live-restore its data stay mounted on themselves
        for (String mount : List.of("network", "data")) {
            String path = folder.resolve(mount).toString();
            if (Shell.run(LIMIT, "mountpoint", "--quiet", path).ok()) {
                Shell.check(LIMIT, "umount", path);
            }
        }
        Shell.check(LIMIT, "rm", "--recursive", "--force", "--one-file-system", folder.toString());
    }

    private Path network() {
        return folder.resolve("network");
    }

    private Path containerdSocket() {
        return folder.resolve("containerd.sock");
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Process start(String name, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
                .start();
    }

    private void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(process.info() + " does not end; see " + folder);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }
}
