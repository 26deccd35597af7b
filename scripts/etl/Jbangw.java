package etl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Other commands of the repository, as a person would start them: each in a process of its own, on
/// the same terminal.
///
/// @param root the repository, which holds `jbangw`
public record Jbangw(Path root) {

    /// Runs a command to its end.
    ///
    /// @return its exit code
    public int run(String script, String... arguments) {
        try {
            return start(script, Arrays.asList(arguments)).waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }

    /// Starts a command and does not wait for it.
    ///
    /// @throws Failure when it cannot be started
    public Process start(String script, List<String> arguments) {
        Path jbangw = root.resolve("jbangw");
        List<String> command = new ArrayList<>(List.of(jbangw.toString(), script));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new Failure(jbangw + ": cannot be started: " + e, e);
        }
    }
}
