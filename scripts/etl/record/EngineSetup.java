package etl.record;

import etl.Failure;

import java.time.Duration;
import java.util.function.Consumer;

/// What `--install-engine` does: a bare Debian or Ubuntu gets Docker Engine, Compose and the base
/// image, from its own package sources. What is there already is left as it is, so it can be run
/// again at any time.
public final class EngineSetup {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Consumer<String> say;
    private final Apt apt;

    private EngineSetup(Consumer<String> say) {
        this.say = say;
        this.apt = new Apt(say);
    }

    /// @param say is told each step in one line
    /// @throws Failure with the reason when a step is not possible on this machine
    public static void install(Consumer<String> say) {
        EngineSetup setup = new EngineSetup(say);
        setup.client();
        setup.engine();
        setup.compose();
        BaseImage.ensure(say, setup.apt);
    }

    private void client() {
        if (!Shell.has("docker")) {
            // Debian 13 has the client in a package of its own, older ones and Ubuntu in docker.io.
            apt.install(Version.ENGINE, "docker-cli", "docker.io");
        }
    }

    private void engine() {
        Shell.Result answer = Dockerd.ask();
        if (!answer.ok()) {
            refuseForeignEngine();
            refuseForeignUser(answer);
            answer = bringUp(new Dockerd(say));
        }
        String version = answer.stdout().strip();
        if (!Version.ENGINE.isMetBy(version)) {
            throw new Failure(
                    "Docker Engine %s runs here, %s or newer is needed: upgrade it, see %s"
                            .formatted(
                                    version,
                                    Version.ENGINE,
                                    "https://docs.docker.com/engine/install/"));
        }
        say.accept("Docker Engine " + version + " answers");
    }

    private Shell.Result bringUp(Dockerd dockerd) {
        Apt.requireRoot();
        dockerd.limitMtu(); // before the package comes: under systemd it starts the engine itself
        if (!Shell.has("dockerd")) {
            apt.install(Version.ENGINE, "docker.io");
        }
        if (!Dockerd.ask().ok()) {
            dockerd.start();
        }
        return Dockerd.waitForAnswer();
    }

    /// A remote engine or another context is not mended by installing one here.
    private static void refuseForeignEngine() {
        String host =
                Shell.check(
                                LIMIT,
                                "docker",
                                "context",
                                "inspect",
                                "--format",
                                "{{.Endpoints.docker.Host}}")
                        .strip();
        if (!host.equals("unix:///var/run/docker.sock")) {
            throw new Failure(
                    "the docker client is set to %s, which does not answer: start that engine, or %s"
                            .formatted(
                                    host, "unset DOCKER_HOST and run: docker context use default"));
        }
    }

    private static void refuseForeignUser(Shell.Result answer) {
        if (answer.lastLine().contains("permission denied")) {
            throw new Failure(
                    "Docker Engine runs, but not for this user: sudo usermod -aG docker %s, and %s"
                            .formatted(System.getProperty("user.name"), "log in again"));
        }
    }

    private void compose() {
        if (ComposePlugin.version().filter(Version.COMPOSE::isMetBy).isEmpty()) {
            apt.install(Version.COMPOSE, "docker-compose-v2", "docker-compose");
        }
        String version = ComposePlugin.version().orElse("nothing");
        if (!Version.COMPOSE.isMetBy(version)) {
            throw new Failure(
                    "docker compose version says %s, %s or newer is needed: remove the older plugin %s"
                            .formatted(version, Version.COMPOSE, "(docker info shows its path)"));
        }
        say.accept("Docker Compose " + version + " is there");
    }
}
