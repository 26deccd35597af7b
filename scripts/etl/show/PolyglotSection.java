package etl.show;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import etl.result.Language;
import etl.result.LanguageDelays;
import etl.result.MeasuredSet;
import etl.result.PolyglotCsv;
import etl.result.PolyglotRecord;
import etl.result.PolyglotRecord.Taken;
import etl.result.RunFile;

import j2html.tags.DomContent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How each system takes the job in five languages.
final class PolyglotSection {

    private final Path set;
    private final List<PolyglotRecord> records;

    PolyglotSection(MeasuredSet set) {
        this.set = set.folder();
        this.records = PolyglotCsv.records(this.set);
    }

    /// Nothing where the set has no such records.
    DomContent html() {
        return records.isEmpty()
                ? join()
                : section(
                                h2("The job in other languages"),
                                ScrollBox.of(
                                        table(head(), tbody(each(records, PolyglotSection::row))),
                                        "How each system takes each language"),
                                p("Each system ran the job as Python, a Rust and a Go binary, a"
                                      + " Node script and a Wasm module, in one stack that holds"
                                      + " all of them. Shell command: lines of data in the system’s"
                                      + " own format suffice. SDK or wrapper: a program had to be"
                                      + " written. Containerized command: the job’s container is"
                                      + " its own, so that its runtime need not be in the system’s"
                                      + " image. Image: what the language brought; Python is there"
                                      + " already, in some for this job only. Memory: peak from the"
                                      + " job’s first line to its end − idle before it, median of"
                                      + " the fires. Delay: two languages whose ranges overlap"
                                      + " cannot be told apart by five runs each. "
                                                + TriedOn.note(tried()))
                                        .withClass("note"),
                                SystemName.note(records.stream().map(PolyglotRecord::source)),
                                data())
                        .withId("languages");
    }

    private Stream<TriedOn> tried() {
        return records.stream()
                .map(record -> record.files(set).run())
                .filter(Files::exists)
                .map(RunFile::read)
                .flatMap(run -> TriedOn.of(run).stream());
    }

    private static DomContent head() {
        List<DomContent> cells = new ArrayList<>();
        cells.add(heading("System"));
        Arrays.stream(Language.values()).map(l -> heading(name(l))).forEach(cells::add);
        return thead(tr(each(cells, cell -> cell)));
    }

    private static DomContent heading(String text) {
        return th(text).attr("scope", "col");
    }

    private static String name(Language language) {
        String key = language.key();
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    private static String title(PolyglotRecord record) {
        return SystemName.marked(record.system(), record.title(), record.source());
    }

    private static DomContent row(PolyglotRecord record) {
        List<DomContent> cells = new ArrayList<>();
        cells.add(th(title(record)).attr("scope", "row"));
        for (Language language : Language.values()) {
            cells.add(
                    record.of(language)
                            .map(PolyglotSection::cell)
                            .orElseGet(() -> td(Shown.NOT_MEASURED)));
        }
        return tr(each(cells, cell -> cell));
    }

    private static DomContent cell(Taken taken) {
        return td(
                text(taken.verdict().text()),
                small(" %d %s".formatted(taken.lines(), taken.lines() == 1 ? "line" : "lines")));
    }

    private DomContent data() {
        DataTable table =
                new DataTable(
                        "System",
                        "Language",
                        "Fired",
                        "Program against its SDK",
                        "Runtime in the system’s image",
                        "More in the image, MiB",
                        "Delay, median (range), ms",
                        "Memory of the job, MiB",
                        "Runs in");
        for (PolyglotRecord record : records) {
            LanguageDelays delays = LanguageDelays.of(set, record);
            for (Taken taken : record.languages()) {
                table.row(
                        title(record),
                        name(taken.language()),
                        taken.fired() + " of " + taken.expected(),
                        taken.isProgram() ? "needed" : "not needed",
                        taken.service() == null
                                ? Shown.NOT_MEASURED
                                : taken.needsRuntimeInSystem()
                                        ? "yes"
                                        : taken.language().hasRuntime() ? "no" : "none needed",
                        Shown.number(taken.imageMib(), 1),
                        delay(taken, delays),
                        Shown.number(taken.memoryMib(), 1),
                        taken.service() == null ? Shown.NOT_MEASURED : taken.service());
            }
        }
        return table.html("What each language takes");
    }

    private static String delay(Taken taken, LanguageDelays delays) {
        return ms(taken.latencyP50Ms())
                + delays.of(taken)
                        .map(r -> " (" + Shown.between(ms(r.minMs()), ms(r.maxMs())) + ")")
                        // on one line, also on a phone
                        .map(range -> range.replace(" ", "\u00A0").replace("–", "\u2060–\u2060"))
                        .orElse("");
    }

    private static String ms(Double value) {
        return Shown.number(value, 0);
    }
}
