//DEPS info.picocli:picocli:4.7.7

package etl.record;

import etl.Cli;
import etl.Failure;
import etl.Interrupt;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// A command that finds something out about whole systems, one after the other, and puts it into a
/// result set: a file per system, and a table.
public abstract class SystemsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "SYSTEM",
            description = "Folders of compose/, <system>-tuned included (default: all).")
    private List<String> wanted = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The result set (default: results/<date>-<machine>).")
    private Path out;

    @Option(names = "--resume", description = "Go on with a set; what is complete is not repeated.")
    private boolean resume;

    @Spec private CommandSpec spec;

    /// The systems that can be looked at.
    ///
    /// @param named whether a person named them
    /// @throws Failure when one that was named cannot
    protected List<String> usable(Systems systems, List<String> names, boolean named) {
        return names;
    }

    /// Where the file of a system is.
    protected abstract Path file(Path set, String system);

    /// About how many minutes a system still takes: a guess.
    ///
    /// @param file of the system, which may not be there yet
    protected abstract long minutes(Path file);

    /// What cannot be done with an engine on another machine.
    protected String elsewhere() {
        return "where the folders of compose/ cannot be mounted";
    }

    /// Does it.
    ///
    /// @return what failed, a line each
    protected abstract List<String> work(SetWork work, List<String> names);

    /// Name of the table in the set.
    protected abstract String table();

    @Override
    public Integer call() {
        Systems systems = Systems.here();
        List<String> names = usable(systems, systems.chosen(wanted), !wanted.isEmpty());
        Path set = SetMachine.folder(systems, out);
        try (SuiteLock lock = SuiteLock.take()) {
            new SuiteSet(set, 1).open(true);
            requireNew(set, names);
            long minutes = names.stream().mapToLong(system -> minutes(file(set, system))).sum();
            say("%d systems into %s, about %d minutes".formatted(names.size(), set, minutes));
            return work(systems, set, names);
        }
    }

    private void requireNew(Path set, List<String> names) {
        for (String system : names) {
            Path file = file(set, system);
            if (!resume && Files.exists(file)) {
                throw new Failure(
                        file + ": is there; go on with it by --resume, or name another --out");
            }
        }
    }

    private int work(Systems systems, Path set, List<String> names) {
        try (Interrupt interrupt = Interrupt.listen();
                Engine engine = Engine.connect(null, null);
                CleanSlate slate = CleanSlate.open(RunLabel.now(), this::say)) {
            Preflight.pass(engine, elsewhere(), this::say);
            slate.sweep();
            List<String> faults =
                    work(new SetWork(engine, systems, set, slate, interrupt, this::say), names);
            if (interrupt.getAsBoolean()) {
                say("interrupted; go on with: " + resumeCommand(set));
                return Cli.INTERRUPTED;
            }
            say("wrote " + set.resolve(table()));
            faults.forEach(fault -> say("failed: " + fault));
            return faults.isEmpty() ? Cli.OK : Cli.FAILED;
        }
    }

    private String resumeCommand(Path set) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("./jbangw", spec.name().replaceFirst("\\.java$", "")));
        command.addAll(wanted);
        command.addAll(List.of("--resume", "--out", set.toString()));
        return String.join(" ", command);
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
