package etl.result;

import etl.Failure;
import etl.result.PolyglotRecord.NotBuilt;
import etl.result.PolyglotRecord.Taken;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// `polyglot.csv` of a result set: a row per system and language. It is derived from the files in
/// `polyglot/`: the records, and the fires for how far the delays reach.
public final class PolyglotCsv {

    /// Name of the file in a result set.
    public static final String NAME = "polyglot.csv";

    /// The columns, in their order: whether a program against the system's SDK had to be written;
    /// whether a runtime has to be in the system's own image, empty where it is not known because
    /// the job did not run; `image_mib` is what the language brought, none for Python, which every
    /// image has; `memory_mib` is the job's, `…_added` the difference to Python in the same system,
    /// which for delays whose ranges overlap may be the scheduler's own beat; why a language was
    /// not measured.
    static final List<String> HEADER =
            List.of(
                    "system",
                    "title",
                    "version",
                    "source",
                    "language",
                    "verdict",
                    "sdk_or_wrapper",
                    "runtime_in_system_image",
                    "fired",
                    "expected",
                    "failed",
                    "lines",
                    "runs_in",
                    "image_mib",
                    "latency_p50_ms",
                    "latency_min_ms",
                    "latency_max_ms",
                    "latency_added_ms",
                    "memory_mib",
                    "memory_added_mib",
                    "not_measured");

    private PolyglotCsv() {}

    /// All of a set, in alphabetical order; none where it has no such folder.
    ///
    /// @throws Failure when one of the files is damaged
    public static List<PolyglotRecord> records(Path set) {
        return ResultSet.records(set.resolve(PolyglotRecord.FOLDER), PolyglotRecord::read);
    }

    /// Writes the table anew.
    ///
    /// @throws Failure when fires beside a record are damaged, or the file cannot be written
    public static void write(Path set) {
        // what is damaged costs no table that was good: the text is there before the file is begun
        CsvText.write(set.resolve(NAME), text(set));
    }

    /// What the table has to say.
    static String text(Path set) {
        return CsvText.of(HEADER, rows(set, records(set)));
    }

    private static List<List<String>> rows(Path set, List<PolyglotRecord> records) {
        List<List<String>> rows = new ArrayList<>();
        for (PolyglotRecord record : records) {
            LanguageDelays delays = LanguageDelays.of(set, record);
            record.languages().forEach(taken -> rows.add(cells(record, taken, delays)));
            record.notBuilt().forEach(missing -> rows.add(cells(record, missing)));
        }
        return rows;
    }

    private static List<String> cells(PolyglotRecord record, Taken taken, LanguageDelays delays) {
        Optional<LanguageDelays.Range> range = delays.of(taken);
        Taken python = record.of(Language.PYTHON).orElse(null);
        Double latency = python == null ? null : python.latencyP50Ms();
        Double memory = python == null ? null : python.memoryMib();
        List<String> cells = beginning(record, taken.language());
        Collections.addAll(
                cells,
                taken.verdict().text(),
                yes(taken.isProgram()),
                taken.service() == null ? "" : yes(taken.needsRuntimeInSystem()),
                "" + taken.fired(),
                "" + taken.expected(),
                "" + taken.failed(),
                "" + taken.lines(),
                taken.service() == null ? "" : taken.service(),
                CsvCell.text(taken.imageMib(), 1),
                text(taken.latencyP50Ms(), 0),
                text(range.map(LanguageDelays.Range::minMs).orElse(null), 0),
                text(range.map(LanguageDelays.Range::maxMs).orElse(null), 0),
                text(difference(taken.latencyP50Ms(), latency), 0),
                text(taken.memoryMib(), 1),
                text(difference(taken.memoryMib(), memory), 1),
                "");
        return cells;
    }

    private static List<String> cells(PolyglotRecord record, NotBuilt missing) {
        List<String> cells = beginning(record, missing.language());
        cells.add("not measured");
        while (cells.size() < HEADER.size() - 1) {
            cells.add("");
        }
        cells.add(missing.reason());
        return cells;
    }

    private static List<String> beginning(PolyglotRecord record, Language language) {
        return new ArrayList<>(
                List.of(
                        record.system(),
                        record.title() == null ? record.system() : record.title(),
                        record.version() == null ? "" : record.version(),
                        record.source(),
                        language.key()));
    }

    private static String yes(boolean known) {
        return known ? "yes" : "no";
    }

    private static Double difference(Double value, Double from) {
        return value == null || from == null ? null : (Double) (value - from);
    }

    private static String text(Double value, int decimals) {
        return value == null
                ? ""
                : decimals == 0 ? Long.toString(Math.round(value)) : CsvCell.text(value, decimals);
    }
}
