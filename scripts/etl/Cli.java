//DEPS info.picocli:picocli:4.7.7

package etl;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;

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

    /// Runs a picocli command and returns its exit code. A [Failure] becomes one line on stderr, a
    /// wrong option the message and the usage; any other exception is a bug and keeps its trace.
    public static int run(Object command, String... args) {
        return commandLine(command).execute(args);
    }

    /// The configured picocli command line, for tests that set its output streams.
    public static CommandLine commandLine(Object command) {
        return new CommandLine(command)
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
