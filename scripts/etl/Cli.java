//DEPS info.picocli:picocli:4.7.7

package etl;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// What every command shares: how it is started, how it reports a failure, and its exit codes.
public final class Cli {

    /// The command did what was asked.
    public static final int OK = 0;

    /// An expected failure, see [Failure].
    public static final int FAILED = 1;

    /// Wrong use: message and usage.
    public static final int USAGE = 2;

    /// Stopped by Ctrl-C or SIGTERM; what was done so far is kept.
    public static final int INTERRUPTED = 130;

    private Cli() {}

    /// A command that states its options itself. Annotations read better; but reading them, and
    /// making the classes behind them, takes a fifth of a start of 0.15 s.
    public interface Stated extends Callable<Integer> {

        /// The command with its options; see [Cli#stated].
        CommandSpec spec();
    }

    /// A specification of a command to which its own options are added, with the usual two for
    /// help.
    public static CommandSpec stated(Stated command, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage().description(description);
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build());
        spec.addOption(
                OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        return spec;
    }

    /// Runs a picocli command and returns its exit code. A [Failure] becomes one line on stderr, a
    /// wrong option the message and the usage; any other exception is a bug and keeps its trace.
    public static int run(Object command, String... args) {
        return commandLine(command).execute(args);
    }

    /// The configured picocli command line, for tests that set its output streams.
    public static CommandLine commandLine(Object command) {
        return new CommandLine(command instanceof Stated stated ? stated.spec() : command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Cli::wrongUse)
                .setExecutionExceptionHandler(Cli::report);
    }

    /// picocli alone prints either a suggestion or the usage; a reader needs both.
    private static int wrongUse(ParameterException exception, String[] args) {
        CommandLine line = exception.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(line.getCommandName() + ": " + exception.getMessage());
        UnmatchedArgumentException.printSuggestions(exception, err);
        line.usage(err);
        err.flush();
        return USAGE;
    }

    private static int report(Exception exception, CommandLine line, ParseResult parsed)
            throws Exception {
        if (!(exception instanceof Failure failure)) {
            throw exception;
        }
        PrintWriter err = line.getErr();
        err.println(line.getCommandName() + ": " + failure.getMessage());
        err.flush();
        return FAILED;
    }
}
