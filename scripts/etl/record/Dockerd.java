package etl.record;

import etl.Failure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/// Starts the engine that is installed on this machine.
///
/// @param say is told each step in one line
record Dockerd(Consumer<String> say) {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Path LOG = Path.of("/var/log/dockerd.log");

    /// Asks the engine that the client is set to for its version.
    static Shell.Result ask() {
        return Shell.run(LIMIT, "docker", "version", "--format", "{{.Server.Version}}");
    }

    /// Where this machine's network carries less than containers assume, they are told so: in a
    /// configuration file, if there is none yet.
    void limitMtu() {
        Mtu.ofDefaultRoute()
                .filter(Mtu::configure)
                .ifPresent(
                        mtu ->
                                say.accept(
                                        "%s carries packets of %d bytes only: so will containers (%s)"
                                                .formatted(
                                                        mtu.device(),
                                                        mtu.bytes(),
                                                        Mtu.CONFIGURATION)));
    }

    /// Starts it through systemd where that runs, else by hand. It outlives this program.
    void start() {
        if (Files.isDirectory(Path.of("/run/systemd/system"))) {
            say.accept("starting Docker Engine (systemctl start docker)");
            Shell.check(LIMIT, "systemctl", "start", "docker");
            return;
        }
        say.accept("starting Docker Engine (dockerd, as there is no systemd; log in " + LOG + ")");
        // In a session of its own: Ctrl-C at the terminal is not meant for it.
        ProcessBuilder dockerd = new ProcessBuilder("setsid", "dockerd");
        dockerd.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        try {
            dockerd.start();
        } catch (IOException e) {
            throw new Failure("cannot start dockerd: " + e.getMessage(), e);
        }
    }

    /// @throws Failure when it does not answer within a minute
    static Shell.Result waitForAnswer() {
        long end = System.nanoTime() + LIMIT.toNanos();
        Shell.Result answer = ask();
        while (!answer.ok() && System.nanoTime() < end) {
            pause();
            answer = ask();
        }
        if (!answer.ok()) {
            throw new Failure(
                    "Docker Engine does not answer after %d s: %s; see %s or journalctl -u docker"
                            .formatted(LIMIT.toSeconds(), answer.lastLine(), LOG));
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(250));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while waiting for Docker Engine", e);
        }
    }
}
