package etl.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How one system takes the job in five languages, `polyglot/<system>.json` in a result set. What
/// was recorded lies beside it, as of every capture: samples, fires and run JSON.
///
/// @param schema version of this file's layout
/// @param system the folder's name in `compose/`
/// @param title name for people
/// @param version as the running system reported it
/// @param source where its images come from
/// @param languages one entry per language whose job was there
/// @param notBuilt the others
public record PolyglotRecord(
        int schema,
        String system,
        String title,
        String version,
        String source,
        List<Taken> languages,
        List<NotBuilt> notBuilt) {

    public PolyglotRecord {
        notBuilt = notBuilt == null ? List.of() : List.copyOf(notBuilt);
    }

    public static final int SCHEMA = 1;

    /// Folder of these files in a result set.
    public static final String FOLDER = "polyglot";

    /// How a language is taken: the verdict of the third KPI.
    public enum Verdict {
        CONTAINERIZED_COMMAND("containerized command"),
        SHELL_COMMAND("shell command"),
        SDK_OR_WRAPPER("SDK or wrapper"),
        DOES_NOT_RUN("does not run");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /// For people.
        public String text() {
            return text;
        }
    }

    /// A language that was not measured, because its job cannot be built on this machine, or its
    /// runtime not be installed in the system's image.
    ///
    /// @param reason the toolchain's last words
    public record NotBuilt(Language language, String reason) {

        /// In one line.
        public String text() {
            return "%s is not measured: %s".formatted(language.key(), reason);
        }
    }

    /// @param expected scheduled times in the window
    /// @param fired those at which the job of this language started
    /// @param failed those whose job ended badly or recorded no end
    /// @param lines that had to be written in the system's own format, comments and empty lines
    ///   left out
    /// @param isProgram whether they are a program against the system's SDK, and not data
    /// @param service whose container the job ran in; absent where it did not run
    /// @param jobContainer whether that container is there for the job only, so that the runtime
    ///   need not be in the system's own image
    /// @param imageMib what the image took more for this language
    /// @param latencyP50Ms median scheduling latency
    /// @param memoryMib median over the fires of the peak while the job ran − the idle memory
    ///   before
    public record Taken(
            Language language,
            int expected,
            int fired,
            int failed,
            int lines,
            boolean isProgram,
            String service,
            boolean jobContainer,
            double imageMib,
            Double latencyP50Ms,
            Double memoryMib) {

        /// Whether a runtime has to be in the system's own image.
        public boolean needsRuntimeInSystem() {
            return language.hasRuntime() && !jobContainer;
        }

        /// A language that did not run in every scheduled time, or failed once, is not taken. One
        /// for which a program had to be written needs an SDK or wrapper; one that runs in a
        /// container of its own is a containerized command; any other is a shell command.
        public Verdict verdict() {
            if (fired < expected || failed > 0) {
                return Verdict.DOES_NOT_RUN;
            }
            return isProgram
                    ? Verdict.SDK_OR_WRAPPER
                    : jobContainer ? Verdict.CONTAINERIZED_COMMAND : Verdict.SHELL_COMMAND;
        }
    }

    /// What was recorded of it.
    ///
    /// @param set the result set that it belongs to
    public CaptureFiles files(Path set) {
        return CaptureFiles.of(set.resolve(FOLDER).resolve(system + ".csv"));
    }

    /// How many of the languages run.
    public long thoseThatRun() {
        return languages.stream().filter(t -> t.verdict() != Verdict.DOES_NOT_RUN).count();
    }

    /// The entry of one language.
    public Optional<Taken> of(Language language) {
        return languages.stream().filter(t -> t.language() == language).findFirst();
    }

    /// @throws etl.Failure when it is no JSON of this kind, with file and line
    public static PolyglotRecord read(Path file) {
        return JsonFile.read(file, PolyglotRecord.class, SCHEMA, PolyglotRecord::schema);
    }

    /// Replaces the file in one step.
    public void write(Path file) {
        JsonFile.write(file, this);
    }
}
