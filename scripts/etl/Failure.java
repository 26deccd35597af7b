package etl;

/// An expected failure: bad input, an engine that does not answer, a file that already exists.
/// [Cli] prints its message as one line and exits with 1; everything else that is thrown is a bug
/// and keeps its stack trace.
///
/// The message says what happened, where (file and line, container, host), and the next command.
public class Failure extends RuntimeException {

    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
