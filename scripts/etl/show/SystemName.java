package etl.show;

import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.small;
import static j2html.TagCreator.text;

import etl.result.SummaryCsv.Row;

import j2html.tags.DomContent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How a page names a system. One that ran from a build of its source, and not from the image that
/// its users get, is marked wherever its numbers stand.
final class SystemName {

    private static final String FROM_SOURCE = "built from source tag";
    private static final String MARK = " †";

    private SystemName() {}

    static String of(Row row) {
        return Wording.name(row);
    }

    /// A system without a capture: the set knows the name of its folder only.
    static String ofFolder(String system) {
        String name = system.replaceFirst("-tuned$", ", tuned");
        return name.isEmpty() || !name.equals(system) && name.startsWith(",")
                ? system
                : MemoryLine.name(name, name);
    }

    /// `built from source tag v4.0.9`, or empty.
    static String origin(Row row) {
        return Arrays.stream(row.source().split(", "))
                .filter(part -> part.startsWith(FROM_SOURCE))
                .collect(Collectors.joining(", "));
    }

    /// For sentences and line ends, where there is no room for more than a mark.
    static String marked(Row row) {
        return of(row) + (origin(row).isEmpty() ? "" : MARK);
    }

    /// The name, and below it what has to be known of its origin.
    static DomContent label(Row row) {
        String origin = origin(row);
        return origin.isEmpty() ? text(of(row)) : join(text(of(row)), small(origin));
    }

    /// What the mark means; nothing where no system of these has it.
    static DomContent note(List<Row> rows) {
        String marked =
                rows.stream()
                        .filter(row -> !origin(row).isEmpty())
                        .map(
                                row ->
                                        of(row)
                                                + " ("
                                                + origin(row).substring(FROM_SOURCE.length() - 3)
                                                + ")")
                        .collect(Collectors.joining(", "));
        return marked.isEmpty()
                ? join()
                : p("† Built from its source, not the published image: " + marked + ".")
                        .withClass("note");
    }
}
