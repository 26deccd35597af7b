package etl.record;

import java.time.Duration;
import java.util.Optional;

/// The `docker compose` command of this machine.
public final class ComposePlugin {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private ComposePlugin() {}

    /// Its version; empty when there is no docker client or no such plugin.
    public static Optional<String> version() {
        if (!Shell.has("docker")) {
            return Optional.empty();
        }
        Shell.Result result = Shell.run(LIMIT, "docker", "compose", "version", "--short");
        return Optional.of(result.stdout().strip()).filter(text -> result.ok() && !text.isEmpty());
    }
}
