package etl.record;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Container;

import etl.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far the containers of a stack have come.
record Readiness(Engine engine, String project) {

    /// Containers that are neither healthy, nor running without a check, nor done with exit code 0.
    ///
    /// @throws Failure when one is done with another exit code
    List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (Container container : engine.ofProject(project)) {
            Optional<InspectContainerResponse> found = engine.inspect(container.getId());
            if (found.isPresent()) {
                String name = found.get().getName().substring(1);
                state(name, found.get().getState()).ifPresent(waiting::add);
            }
        }
        return waiting;
    }

    private static Optional<String> state(String name, ContainerState state) {
        if (Boolean.TRUE.equals(state.getRunning())) {
            String health = state.getHealth() == null ? "healthy" : state.getHealth().getStatus();
            return health.equals("healthy")
                    ? Optional.empty()
                    : Optional.of(name + " is " + health);
        }
        Long code = state.getExitCodeLong();
        if ("exited".equals(state.getStatus()) && code != null && code != 0) {
            throw new Failure(
                    "container %s ended with exit code %d%s"
                            .formatted(
                                    name,
                                    code,
                                    Boolean.TRUE.equals(state.getOOMKilled())
                                            ? ", killed because it wanted more memory than it may"
                                                    + " have"
                                            : ""));
        }
        return "exited".equals(state.getStatus())
                ? Optional.empty()
                : Optional.of(name + " is " + state.getStatus());
    }
}
