package etl.result;

import etl.Failure;

import java.nio.file.Path;

/// Reads and writes [Run] as JSON.
public final class RunFile {

    private RunFile() {}

    /// @throws Failure when it is no JSON of this kind, with file and line
    public static Run read(Path file) {
        Run run = JsonFile.read(file, Run.class);
        if (run.schema() != Run.SCHEMA) {
            throw new Failure(
                    "%s: schema %d is not known here; update the benchmark"
                            .formatted(file, run.schema()));
        }
        return run;
    }

    /// Replaces the file in one step: a reader sees the old one or the new one, never half of it.
    public static void write(Path file, Run run) {
        JsonFile.write(file, run);
    }
}
