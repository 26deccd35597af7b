package etl.record;

import com.github.dockerjava.api.exception.DockerException;

import etl.Failure;
import etl.Interrupt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What it takes to find something out about whole systems, one after the other, for a result set.
///
/// @param set the result set that the files go to
/// @param say is told what goes on
public record SetWork(
        Engine engine,
        Systems systems,
        Path set,
        CleanSlate slate,
        Interrupt interrupt,
        Consumer<String> say) {

    /// Makes a folder of the set.
    void makeFolder(String name) {
        try {
            Files.createDirectories(set.resolve(name));
        } catch (IOException e) {
            throw new Failure(set + ": cannot be made: " + e.getMessage(), e);
        }
    }

    /// Goes through the systems. One that fails is noted, and the others go on; an interrupt ends
    /// it.
    ///
    /// @param afterwards is done after each
    /// @return what failed, a line each
    List<String> each(List<String> names, Consumer<String> work, Runnable afterwards) {
        List<String> faults = new ArrayList<>();
        for (String system : names) {
            if (!interrupt.getAsBoolean()) {
                try {
                    work.accept(system);
                } catch (EngineAway e) {
                    throw e; // no other system would fare better
                } catch (Failure | DockerException e) {
                    // what failed because of a Ctrl-C is no fault of the system
                    if (!interrupt.getAsBoolean()) {
                        say.accept(system + ": failed: " + e.getMessage());
                        faults.add(system + ": " + e.getMessage());
                    }
                }
                afterwards.run();
            }
        }
        return List.copyOf(faults);
    }

    /// The system's stack, labelled, with its images.
    ///
    /// @throws Failure when another system has containers: nothing is measured beside another stack
    ComposeProject stack(String system) {
        systems.names().forEach(s -> new ProjectRemains(Systems.project(s)).requireStopped());
        say.accept(system + ": images");
        ComposeProject stack = slate.claim(engine, systems, system);
        stack.getImages();
        return stack;
    }

    /// Says something about a system.
    void say(String system, String line) {
        say.accept(system + ": " + line);
    }
}
