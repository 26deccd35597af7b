package etl.record;

import com.github.dockerjava.api.command.InspectContainerResponse;

import java.nio.file.Path;
import java.util.Optional;

/// How containers are read: through their cgroup files where those lie on this machine, else
/// through the engine.
public enum Readers {
    /// Cgroup files where all containers' can be read, else the engine.
    AUTO,
    /// Cgroup files only.
    CGROUP,
    /// The engine's one-shot statistics only.
    ENGINE;

    /// The way that is usable for a stack: resolves [#AUTO].
    Readers resolve(Engine engine, Iterable<InspectContainerResponse> running) {
        if (this != AUTO) {
            return this;
        }
        for (InspectContainerResponse container : running) {
            Optional<ContainerReader> reader = CGROUP.open(engine, container);
            reader.ifPresent(ContainerReader::close);
            if (reader.isEmpty()) {
                return ENGINE;
            }
        }
        return CGROUP;
    }

    /// A reader for the container's present life; empty when it cannot be read this way.
    Optional<ContainerReader> open(Engine engine, InspectContainerResponse container) {
        return switch (this) {
            case ENGINE -> Optional.of(new EngineReader(engine, container.getId()));
            case CGROUP -> cgroup(container);
            case AUTO -> throw new IllegalStateException("resolve it first");
        };
    }

    private static Optional<ContainerReader> cgroup(InspectContainerResponse container) {
        Long pid = container.getState().getPidLong();
        if (pid == null || pid <= 0) {
            return Optional.empty();
        }
        return CgroupPaths.find(Path.of("/proc"), Path.of("/"), pid, container.getId())
                .map(paths -> hasOwnNetwork(container) ? paths : paths.withoutNetwork())
                .flatMap(CgroupReader::open);
    }

    /// With the host's network its counters would be the whole machine's, with another container's
    /// they would count twice; the engine tells none for either.
    private static boolean hasOwnNetwork(InspectContainerResponse container) {
        String mode = container.getHostConfig().getNetworkMode();
        return mode == null
                || !mode.equals("host") && !mode.equals("none") && !mode.startsWith("container:");
    }
}
