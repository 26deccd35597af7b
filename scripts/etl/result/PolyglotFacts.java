package etl.result;

import java.nio.file.Path;
import java.util.Optional;

/// What a system's `compose.polyglot.yml` says beside the services, under `x-polyglot`.
public final class PolyglotFacts {

    private PolyglotFacts() {}

    /// The service that is there for the job only, so that the job's runtime need not be in the
    /// system's own image; empty where the job runs in a container of the system.
    ///
    /// @throws etl.Failure when the file cannot be read or is no YAML
    public static Optional<String> jobContainer(Path override) {
        return YamlNode.read(override)
                .flatMap(file -> file.get("x-polyglot"))
                .flatMap(facts -> facts.text("job_container"));
    }
}
