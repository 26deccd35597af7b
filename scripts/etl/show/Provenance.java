package etl.show;

import etl.result.SummaryCsv.Row;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was measured: version, where the image comes from, and when the system's folder was last
/// seen to work, as its author says.
final class Provenance {

    private static final String NEVER = "never";
    private static final Pattern DATE = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d\\b");

    private Provenance() {}

    /// Short enough for a line below a name: `4.2.5-1, built here, verified 2026-11-24`.
    static String brief(Row row) {
        return join(row, ", ", verified(row));
    }

    /// A list with all that the folders say; empty where nothing is known.
    static String list(List<Row> rows) {
        return rows.stream()
                .filter(row -> !brief(row).isEmpty())
                .map(row -> "- %s: %s\n".formatted(row.system(), join(row, "; ", inFull(row))))
                .collect(Collectors.joining());
    }

    private static String join(Row row, String between, String verified) {
        return Stream.of(row.version(), row.source(), verified)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String verified(Row row) {
        Matcher date = DATE.matcher(row.verified());
        return row.verified().equals(NEVER)
                ? "not verified"
                : date.find() ? "verified " + date.group() : "";
    }

    private static String inFull(Row row) {
        return row.verified().isEmpty()
                ? ""
                : row.verified().equals(NEVER)
                        ? "folder never verified"
                        : "folder verified with " + row.verified();
    }
}
