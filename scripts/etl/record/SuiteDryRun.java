package etl.record;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// What a suite would do, as the commands that a person would type; none of them is run.
///
/// @param window length of each
public record SuiteDryRun(Systems systems, SuiteSet set, SuitePlan plan, Duration window) {

    /// Images and an uncounted start of every system, then the runs, then the analysis.
    ///
    /// @param print is told every command
    /// @throws etl.Failure when Compose refuses a system's file
    public void commands(Consumer<String> print) {
        for (String system : plan.systems()) {
            ComposeProject stack = ComposeProject.of(systems, system);
            stack.imageCommands().forEach(command -> print.accept(line(command)));
            print.accept(line(stack.command(ComposeProject.UP)));
            print.accept(line(stack.command(ComposeProject.DOWN)));
        }
        for (SuitePlan.Step step : plan.steps()) {
            ComposeProject stack = ComposeProject.of(systems, step.system());
            print.accept(line(stack.command(ComposeProject.UP)));
            print.accept(
                    "./jbangw benchmark.java %s --project %s --duration %dms"
                            .formatted(
                                    set.files(set.name(step)).samples(),
                                    stack.name(),
                                    window.toMillis()));
            print.accept(line(stack.command(ComposeProject.LOGS)));
            print.accept(line(stack.command(ComposeProject.DOWN)));
        }
        print.accept("./jbangw analysis.java " + set.folder());
    }

    private static String line(List<String> command) {
        return String.join(" ", command);
    }
}
