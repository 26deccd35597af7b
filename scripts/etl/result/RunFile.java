package etl.result;

import java.nio.file.Path;

/// Reads and writes [Run] as JSON.
public final class RunFile {

    private RunFile() {}

    /// @throws etl.Failure when it is no JSON of this kind, with file and line
    public static Run read(Path file) {
        return JsonFile.read(file, Run.class, Run.SCHEMA, Run::schema);
    }

    /// Replaces the file in one step: a reader sees the old one or the new one, never half of it.
    public static void write(Path file, Run run) {
        JsonFile.write(file, run);
    }
}
