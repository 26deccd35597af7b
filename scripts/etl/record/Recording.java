package etl.record;

import etl.Cli;
import etl.Failure;
import etl.Interrupt;
import etl.Jbangw;
import etl.result.Run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The recorder as a person would start it: `benchmark.java` in a process of its own.
///
/// @param root the repository
/// @param folder of the suite, where the process is noted
record Recording(Path root, Path folder, Interrupt interrupt) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    /// The script may have to be compiled first. Before and behind the window it waits for one
    /// period at most, which is no longer than the window.
    private static final Duration AROUND = Duration.ofMinutes(10);

    /// Records one window.
    ///
    /// @param phases what came before, for the run JSON
    /// @throws Failure when it does not end well; an interrupted one does
    void run(Path csv, String project, Duration window, List<Run.Phase> phases) {
        run(csv, project, window, null, phases);
    }

    /// The same with readings at another interval.
    ///
    /// @param interval null for the usual one
    void run(Path csv, String project, Duration window, Duration interval, List<Run.Phase> phases) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of(csv.toString(), "--project", project));
        arguments.addAll(List.of("--duration", window.toMillis() + "ms"));
        if (interval != null) {
            arguments.addAll(List.of("--interval", interval.toMillis() + "ms"));
        }
        for (Run.Phase phase : phases) {
            arguments.addAll(List.of("--phase", phase.argument()));
        }
        int code = exitCode(arguments, window.multipliedBy(3).plus(AROUND));
        if (code != Cli.OK && !interrupt.getAsBoolean()) {
            throw new Failure(
                    "benchmark.java ended with exit code " + code + "; see the lines above");
        }
    }

    private int exitCode(List<String> arguments, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            Process process = new Jbangw(root).start("benchmark.java", arguments);
            Orphans.note(folder, process.toHandle());
            while (process.isAlive()) {
                interrupt.sleep(LOOK_AGAIN);
                if (interrupt.getAsBoolean()) {
                    // where a terminal's Ctrl-C reached it as well, this one changes nothing
                    process.destroy();
                    process.waitFor();
                } else if (System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new Failure("not done after " + limit.toSeconds() + " s");
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }
}
