//DEPS info.picocli:picocli:4.7.7

import etl.Cli;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// What a command answered: exit code and what it printed.
record Outcome(int exit, String out, String err) {

    /// Runs the command in this process, as its `main` would.
    static Outcome of(Object command, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Cli.commandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit =
                line.execute(List.of(args).stream().map(Object::toString).toArray(String[]::new));
        line.getOut().flush();
        line.getErr().flush();
        return new Outcome(exit, out.toString(), err.toString());
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
