package etl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// One line on stderr that tells how far the work is: rewritten in place on a terminal, a plain
/// line every 30 s elsewhere.
public final class ProgressLine {

    private static final long EVERY_NANOS = 30_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private long last = System.nanoTime() - EVERY_NANOS;

    public ProgressLine(PrintWriter err) {
        this.err = err;
        this.terminal = isTerminal();
    }

    /// Shows the text, or keeps quiet where the last plain line is not 30 s old.
    public void show(String text) {
        if (terminal) {
            // erase to the end of the line: the text before may have been longer
            err.print("\r" + text + "\u001b[K");
            err.flush();
        } else if (System.nanoTime() - last >= EVERY_NANOS) {
            last = System.nanoTime();
            err.println(text);
            err.flush();
        }
    }

    /// Ends the line, so that what comes next stands on its own.
    public void end() {
        if (terminal) {
            err.println();
            err.flush();
        }
    }

    /// Java tells of stdin and stdout only; on Linux the descriptor says what stderr is.
    private static boolean isTerminal() {
        Path stderr = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(stderr)) {
            return target(stderr).startsWith("/dev/pts/") || target(stderr).startsWith("/dev/tty");
        }
        return System.console() != null && System.console().isTerminal();
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
