package etl.show;

import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.small;
import static j2html.TagCreator.text;

import etl.result.SummaryCsv.Row;

import j2html.tags.DomContent;

import java.util.List;
import java.util.stream.Stream;

/// How a page names a system.
final class SystemName {

    private SystemName() {}

    /// Without a mark: where its origin stands beside it anyway, or no number does.
    static String of(Row row) {
        return MemoryLine.name(row.system(), row.title());
    }

    /// A system without a capture: the set knows the name of its folder only.
    static String ofFolder(String system) {
        String name = system.replaceFirst("-tuned$", ", tuned");
        return name.isEmpty() || !name.equals(system) && name.startsWith(",")
                ? system
                : MemoryLine.name(name, name);
    }

    /// For sentences and line ends, where there is no room for more than a mark.
    static String marked(Row row) {
        return Origin.marked(of(row), row.source());
    }

    /// The same for a system that is known from a record of its own.
    ///
    /// @param title null where none was recorded
    static String marked(String system, String title, String source) {
        return Origin.marked(MemoryLine.name(system, title == null ? system : title), source);
    }

    /// The name, and below it what has to be known of its origin.
    static DomContent label(Row row) {
        String origin = Origin.of(row.source());
        return origin.isEmpty() ? text(of(row)) : join(text(of(row)), small(origin));
    }

    /// What the mark means; nothing where no system of these has it.
    static DomContent note(List<Row> rows) {
        String note = Origin.note(rows);
        return note.isEmpty() ? join() : p(note).withClass("note");
    }

    /// The same for systems that are known from records of their own.
    ///
    /// @param sources how the images of each came here
    static DomContent note(Stream<String> sources) {
        return sources.allMatch(source -> Origin.of(source).isEmpty())
                ? join()
                : p(Origin.meaning()).withClass("note");
    }
}
