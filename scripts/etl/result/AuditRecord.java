package etl.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The 3 AM test of one system, `audit/<system>.json` in a result set: how the log of the run that
/// failed ten runs ago was looked for, and whether it was found.
///
/// @param schema version of this file's layout
/// @param system the folder's name in `compose/`
/// @param title name for people
/// @param version as the running system reported it
/// @param verified version, date and how the system's folder was run, or `never`
/// @param engine the container engine
/// @param machine the machine that all ran on
/// @param images one per service
/// @param began when the stack was started
/// @param ended when the last look was over
/// @param text what the failed run wrote to stderr
/// @param failed the run that is looked for, as the ledger has it
/// @param runsSince how many runs came after it before the first look
/// @param looks in the order in which they were made
/// @param exitCodeKnown whether a documented call gives its exit code
/// @param timesKnown whether documented calls give its start and its end, to 5 s
/// @param stderrApart whether a documented call gives its stderr without its stdout
/// @param kept how long runs are kept by default, as the system's documentation says
public record AuditRecord(
        int schema,
        String system,
        String title,
        String version,
        String verified,
        Run.Engine engine,
        Run.Machine machine,
        List<Run.Image> images,
        Instant began,
        Instant ended,
        String text,
        Fire failed,
        int runsSince,
        List<Look> looks,
        boolean exitCodeKnown,
        boolean timesKnown,
        boolean stderrApart,
        String kept) {

    public static final int SCHEMA = 1;

    /// Folder of these files in a result set.
    public static final String FOLDER = "audit";

    /// How a look says that the start page did not answer, before the page's address.
    public static final String NOT_OPEN = "the page does not open";

    /// How a look says that a call was not answered, before the call.
    public static final String NO_ANSWER = "no answer";

    /// What had happened to the stack before a look.
    public enum Condition {
        FRESH("on the running stack"),
        RESTART("after a restart"),
        CRASH("after a crash"),
        DOWN_UP("after down and up");

        private final String text;

        Condition(String text) {
            this.text = text;
        }

        /// For people.
        public String text() {
            return text;
        }
    }

    /// Who looks.
    public enum By {
        HAND,
        MACHINE
    }

    /// One attempt to find the text.
    ///
    /// @param found whether the exact text was there
    /// @param clicks of a person
    /// @param pages that the person came to, the first one included
    /// @param typed fields or command lines that were typed; calls of a program
    /// @param seconds until the text was there, or until it was given up: the page's or the
    ///   program's time, not a person's
    /// @param stuckAt the step that could not be made; absent where all were
    /// @param evidence pictures or outputs, relative to the set
    public record Look(
            Condition condition,
            By by,
            boolean found,
            int clicks,
            int pages,
            int typed,
            double seconds,
            String stuckAt,
            List<String> evidence) {

        /// Whether the system was not there to be asked.
        boolean isUnanswered() {
            return stuckAt != null
                    && (stuckAt.startsWith(NOT_OPEN) || stuckAt.startsWith(NO_ANSWER));
        }

        /// In one line, for a person who watches.
        public String text() {
            return "%s, by %s: %s in %s s%s"
                    .formatted(
                            condition.text(),
                            by == By.HAND ? "hand" : "machine",
                            found ? "found" : "not found",
                            seconds,
                            stuckAt == null ? "" : "; stuck at " + stuckAt);
        }
    }

    /// With the looks that were made.
    public AuditRecord with(List<Look> made, Instant over) {
        return new AuditRecord(
                schema,
                system,
                title,
                version,
                verified,
                engine,
                machine,
                images,
                began,
                over,
                text,
                failed,
                runsSince,
                made,
                exitCodeKnown,
                timesKnown,
                stderrApart,
                kept);
    }

    /// In how many of the conditions the log was there for a program, or for a person where no
    /// program gets at it. Empty where one of the four is not known.
    public OptionalInt keptIn() {
        By by =
                look(Condition.FRESH, By.MACHINE).filter(Look::found).isPresent()
                        ? By.MACHINE
                        : By.HAND;
        List<Boolean> known =
                Arrays.stream(Condition.values())
                        .flatMap(condition -> found(condition, by).stream())
                        .toList();
        return known.size() < Condition.values().length
                ? OptionalInt.empty()
                : OptionalInt.of((int) known.stream().filter(found -> found).count());
    }

    /// Whether the log was there for this one then. Empty where nobody knows: the way could not be
    /// gone even on the running stack, so that the system's folder is at fault, or the system did
    /// not answer. A step that could be made on the running stack and cannot be made later has lost
    /// what it leads to.
    public Optional<Boolean> found(Condition condition, By by) {
        boolean wayIsThere = look(Condition.FRESH, by).filter(l -> l.stuckAt() == null).isPresent();
        return look(condition, by)
                .filter(l -> wayIsThere)
                .filter(l -> !l.isUnanswered())
                .map(Look::found);
    }

    /// The first look of which nothing is known: a step could not be made on the running stack, so
    /// that the system's pages are not what its folder says, or the system did not answer later.
    public Optional<Look> unknown() {
        return looks.stream().filter(l -> found(l.condition(), l.by()).isEmpty()).findFirst();
    }

    /// Where its images come from.
    public String source() {
        return Run.source(images);
    }

    /// A look of this kind.
    public Optional<Look> look(Condition condition, By by) {
        return looks.stream().filter(l -> l.condition() == condition && l.by() == by).findFirst();
    }

    /// @throws etl.Failure when it is no JSON of this kind, with file and line
    public static AuditRecord read(Path file) {
        return JsonFile.read(file, AuditRecord.class, SCHEMA, AuditRecord::schema);
    }

    /// Replaces the file in one step.
    public void write(Path file) {
        JsonFile.write(file, this);
    }
}
