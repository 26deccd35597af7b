package etl.result;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The languages that the job is written in. Each runs every five minutes, one minute behind the
/// one before, so that the fires of a stack that holds all five can be told apart.
public enum Language {
    PYTHON(true, List.of("python3", "-u", "/tasks/python/etl_task.py")),
    RUST(false, List.of("/tasks/rust/etl_task")),
    GO(false, List.of("/tasks/go/etl_task")),
    NODE(true, List.of("node", "/tasks/node/etl_task.mjs")),
    WASM(true, List.of("/tasks/wasm/run"));

    private final boolean hasRuntime;
    private final List<String> command;

    Language(boolean hasRuntime, List<String> command) {
        this.hasRuntime = hasRuntime;
        this.command = command;
    }

    /// As files and ledgers name it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a runtime must be there beside the job; a program of machine code has none.
    public boolean hasRuntime() {
        return hasRuntime;
    }

    /// Where the job lies in an image that has it, and how it is started.
    public List<String> command() {
        return command;
    }

    /// The one whose turn a scheduled time is.
    ///
    /// @param period of the boundaries, in seconds: 60
    public static Language at(Instant boundary, int period) {
        return values()[(int) (boundary.getEpochSecond() / period % values().length)];
    }
}
