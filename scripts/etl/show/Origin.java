package etl.show;

import etl.result.SummaryCsv.Row;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Marks a system that ran from a build of its source, and not from the image that its users get,
/// wherever its numbers stand.
final class Origin {

    private static final String FROM_SOURCE = "built from source ";
    private static final String MARK = " †";

    private Origin() {}

    /// `built from source tag v4.0.9`, or empty.
    ///
    /// @param source how the images came here, as the summary says it
    static String of(String source) {
        return Arrays.stream(source.split(", "))
                .filter(part -> part.startsWith(FROM_SOURCE))
                .collect(Collectors.joining(", "));
    }

    /// The name, with a mark where it needs one.
    static String marked(String name, String source) {
        return of(source).isEmpty() ? name : name + MARK;
    }

    /// Whether a name carries the mark.
    static boolean isMarked(String name) {
        return name.endsWith(MARK);
    }

    /// What the mark means, without the names.
    static String meaning() {
        return "† Built from its source, not the published image.";
    }

    /// What the mark means; empty where no system of these has it.
    static String note(List<Row> rows) {
        String marked =
                rows.stream()
                        .filter(row -> !of(row.source()).isEmpty())
                        .map(
                                row ->
                                        "%s (%s)"
                                                .formatted(
                                                        MemoryLine.name(row.system(), row.title()),
                                                        of(row.source())
                                                                .substring(FROM_SOURCE.length())))
                        .collect(Collectors.joining(", "));
        return marked.isEmpty()
                ? ""
                : "† Built from its source, not the published image: " + marked + ".";
    }
}
