package etl.record;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;

import etl.Failure;
import etl.result.Run;

import java.nio.file.Path;
import java.util.List;

/// The containers of a stack that runs in one memory group, as the engine tells them.
final class GroupMembers {

    private final Engine engine;
    private final String project;
    private final StackGroup group;

    GroupMembers(Engine engine, String project, StackGroup group) {
        this.engine = engine;
        this.project = project;
        this.group = group;
    }

    /// A limit on a group that the engine did not use would be no limit.
    void requireInGroup() {
        for (InspectContainerResponse container : running()) {
            if (!isInGroup(container) && isStillThere(container)) {
                throw new IllegalStateException(
                        container.getName() + " does not run in the group " + group.parent());
            }
        }
    }

    /// @throws Failure when one was started again, which means that it had failed, or ended badly
    void requireUnharmed() {
        for (InspectContainerResponse container : running()) {
            if (container.getRestartCount() != null && container.getRestartCount() > 0) {
                throw new Failure(
                        "container " + container.getName().substring(1) + " was restarted");
            }
        }
        new Readiness(engine, project).waiting(); // throws where one has ended badly
    }

    /// What the engine takes for them now.
    Run.EngineCost engineCost() {
        List<String> ids = running().stream().map(InspectContainerResponse::getId).toList();
        return new Processes(Path.of("/proc")).engineCost(ids, null);
    }

    private boolean isInGroup(InspectContainerResponse container) {
        Long pid = container.getState().getPidLong();
        return pid != null && group.holds(pid, container.getId());
    }

    /// One that has ended between two looks is in no group any more.
    private boolean isStillThere(InspectContainerResponse container) {
        return engine.inspect(container.getId())
                .map(now -> now.getState().getPidLong())
                .filter(pid -> pid.equals(container.getState().getPidLong()))
                .isPresent();
    }

    private List<InspectContainerResponse> running() {
        return engine.ofProject(project).stream()
                .map(Container::getId)
                .flatMap(id -> engine.inspect(id).stream())
                .filter(c -> Boolean.TRUE.equals(c.getState().getRunning()))
                .toList();
    }
}
