import etl.result.AuditRecord;
import etl.result.AuditRecord.By;
import etl.result.AuditRecord.Condition;
import etl.result.AuditRecord.Look;
import etl.result.Fire;
import etl.result.Language;
import etl.result.PolyglotRecord;
import etl.result.Run;
import etl.result.Trial;
import etl.result.VpsRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What `vps` and `audit` leave in a set, for the tests of those that read it: a search that found
/// 40 MiB, and a log that is lost with its container.
final class SystemTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private SystemTests() {}

    /// Writes both for a system.
    ///
    /// @param title may be markup
    static void write(Path set, String system, String title) throws IOException {
        Path searches = Files.createDirectories(set.resolve(VpsRecord.FOLDER));
        Path tests = Files.createDirectories(set.resolve(AuditRecord.FOLDER));
        search(system, title, START.plusSeconds(1800), trials(title))
                .write(searches.resolve(system + ".json"));
        List<Look> looks = new ArrayList<>();
        for (Condition condition : Condition.values()) {
            String evidence = "audit/%s-%s.txt".formatted(system, condition);
            Files.writeString(set.resolve(evidence), "etlbench-failed-1");
            for (By by : By.values()) {
                boolean found = condition != Condition.DOWN_UP;
                looks.add(new Look(condition, by, found, 0, 0, 1, 0.4, null, List.of(evidence)));
            }
        }
        test(system, title, looks).write(tests.resolve(system + ".json"));
    }

    /// Writes a search that a person has stopped after its first trial.
    static void beginSearch(Path set, String system) throws IOException {
        Path searches = Files.createDirectories(set.resolve(VpsRecord.FOLDER));
        search(system, system, null, List.of(trial(null, 5, null)))
                .write(searches.resolve(system + ".json"));
    }

    /// Writes a search in which the smallest limit that Docker takes was enough.
    static void smallestOfAll(Path set, String system) throws IOException {
        Path searches = Files.createDirectories(set.resolve(VpsRecord.FOLDER));
        List<Trial> trials =
                List.of(trial(null, 5, null), trial(6.0, 1, null), trial(6.0, 5, null));
        search(system, system, START.plusSeconds(900), trials)
                .write(searches.resolve(system + ".json"));
    }

    /// Writes how a system takes two languages, the second of which did not run each time; the
    /// fires are those of a capture.
    ///
    /// @param capture its run JSON
    static void languages(Path set, String system, Path capture) throws IOException {
        Path folder = Files.createDirectories(set.resolve(PolyglotRecord.FOLDER));
        new PolyglotRecord(
                        PolyglotRecord.SCHEMA,
                        system,
                        system,
                        "1.0",
                        "built here",
                        List.of(taken(Language.PYTHON, 5), taken(Language.RUST, 4)),
                        List.of(new PolyglotRecord.NotBuilt(Language.GO, "no compiler")))
                .write(folder.resolve(system + ".json"));
        for (String ending : List.of(".run.json", ".jobs.csv")) {
            String name = capture.getFileName().toString().replace(".run.json", ending);
            Files.copy(capture.resolveSibling(name), folder.resolve(system + ending));
        }
    }

    private static PolyglotRecord.Taken taken(Language language, int fired) {
        return new PolyglotRecord.Taken(
                language, 5, fired, 0, 2, false, "one", false, 0.5, 1_234.0, 4.0);
    }

    private static VpsRecord search(
            String system, String title, Instant ended, List<Trial> trials) {
        return new VpsRecord(
                VpsRecord.SCHEMA,
                system,
                title,
                "1.0",
                "never",
                null,
                null,
                images(),
                150,
                START,
                ended,
                trials);
    }

    private static List<Trial> trials(String title) {
        return List.of(
                trial(null, 5, null),
                trial(38.0, 1, null),
                trial(34.0, 1, "out of memory: python3 in " + title),
                trial(38.0, 5, "out of memory: python3 in " + title),
                trial(40.0, 5, null));
    }

    private static List<Run.Image> images() {
        return List.of(new Run.Image("one", "image", "id", null, "built here", 100.0));
    }

    private static Trial trial(Double limitMib, int boundaries, String breaks) {
        double peak = limitMib == null ? 55 : limitMib;
        return new Trial(
                limitMib,
                null,
                boundaries,
                START,
                60,
                "fires",
                breaks,
                peak,
                300.0,
                0.4,
                1.5,
                900.0,
                120.0,
                List.of());
    }

    private static AuditRecord test(String system, String title, List<Look> looks) {
        return new AuditRecord(
                AuditRecord.SCHEMA,
                system,
                title,
                "1.0",
                "never",
                null,
                null,
                images(),
                START,
                START.plusSeconds(900),
                "etlbench-failed-1",
                new Fire(START, START, START.plusSeconds(2), 37),
                10,
                looks,
                false,
                false,
                true,
                "as long as the container");
    }
}
