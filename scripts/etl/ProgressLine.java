package etl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// One line on stderr that tells how far the work is: rewritten in place every two seconds on a
/// terminal, a plain line every 30 s elsewhere.
public final class ProgressLine {

    private static final long ON_TERMINAL_NANOS = 2_000_000_000L;
    private static final long ELSEWHERE_NANOS = 30_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private final long everyNanos;
    private long last;

    public ProgressLine(PrintWriter err) {
        this.err = err;
        this.terminal = isTerminal();
        this.everyNanos = terminal ? ON_TERMINAL_NANOS : ELSEWHERE_NANOS;
        this.last = System.nanoTime() - everyNanos;
    }

    /// Shows the text, or keeps quiet where the last one is not old enough: then the text is not
    /// made either, because making it costs more than a reading of the stack.
    public void show(Supplier<String> text) {
        if (System.nanoTime() - last < everyNanos) {
            return;
        }
        last = System.nanoTime();
        if (terminal) {
            // erase to the end of the line: the text before may have been longer
            err.print("\r" + text.get() + "\u001b[K");
        } else {
            err.println(text.get());
        }
        err.flush();
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
