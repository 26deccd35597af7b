package etl.result;

import etl.Failure;
import etl.result.AuditRecord.By;
import etl.result.AuditRecord.Condition;
import etl.result.AuditRecord.Look;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `audit.csv` of a result set: how the log of a run that failed ten runs ago is found in each
/// system. It is derived from the JSON files in `audit/`.
public final class AuditCsv {

    /// Name of the file in a result set.
    public static final String NAME = "audit.csv";

    /// The columns, in their order. `found`, `lost`, or empty where the way could not be gone;
    /// clicks, pages, typed (fields or lines), calls and seconds of the first look.
    static final List<String> HEADER = header();

    private AuditCsv() {}

    private static List<String> header() {
        List<String> header =
                new ArrayList<>(List.of("system", "title", "version", "source", "runs_since"));
        for (By by : By.values()) {
            for (Condition condition : Condition.values()) {
                header.add(name(by) + "_" + name(condition));
            }
        }
        header.addAll(
                List.of(
                        "clicks",
                        "pages",
                        "typed",
                        "hand_s",
                        "calls",
                        "machine_s",
                        "exit_code_known",
                        "times_known",
                        "stderr_apart",
                        "kept"));
        return List.copyOf(header);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// All tests of a set, in alphabetical order; none where it has no such folder.
    ///
    /// @throws Failure when one of the files is damaged
    public static List<AuditRecord> tests(Path set) {
        return ResultSet.records(set.resolve(AuditRecord.FOLDER), AuditRecord::read);
    }

    /// Writes the table anew.
    public static void write(Path set) {
        CsvText.write(set.resolve(NAME), text(set));
    }

    /// What the table has to say.
    static String text(Path set) {
        return CsvText.of(HEADER, tests(set).stream().map(AuditCsv::cells).toList());
    }

    private static List<String> cells(AuditRecord test) {
        List<String> cells = new ArrayList<>();
        cells.add(test.system());
        cells.add(test.title() == null ? test.system() : test.title());
        cells.add(test.version() == null ? "" : test.version());
        cells.add(test.source());
        cells.add(Integer.toString(test.runsSince()));
        for (By by : By.values()) {
            for (Condition condition : Condition.values()) {
                cells.add(test.found(condition, by).map(f -> f ? "found" : "lost").orElse(""));
            }
        }
        Look hand = test.look(Condition.FRESH, By.HAND).filter(Look::found).orElse(null);
        cells.add(hand == null ? "" : Integer.toString(hand.clicks()));
        cells.add(hand == null ? "" : Integer.toString(hand.pages()));
        cells.add(hand == null ? "" : Integer.toString(hand.typed()));
        cells.add(hand == null ? "" : CsvCell.text(hand.seconds(), 1));
        Look machine = test.look(Condition.FRESH, By.MACHINE).filter(Look::found).orElse(null);
        cells.add(machine == null ? "" : Integer.toString(machine.typed()));
        cells.add(machine == null ? "" : CsvCell.text(machine.seconds(), 2));
        cells.add(yes(test.exitCodeKnown()));
        cells.add(yes(test.timesKnown()));
        cells.add(yes(test.stderrApart()));
        cells.add(test.kept() == null ? "" : test.kept());
        return cells;
    }

    private static String yes(boolean known) {
        return known ? "yes" : "no";
    }
}
