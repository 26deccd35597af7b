//DEPS com.j2html:j2html:1.6.0
//FILES etl/show/page/report.css=page/report.css
//FILES etl/show/page/theme.js=page/theme.js
//FILES etl/show/page/table.js=page/table.js
//FILES etl/show/page/budget.js=page/budget.js
//FILES etl/show/page/memory.js=page/memory.js

package etl.show;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.join;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.style;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;

import etl.Failure;

import j2html.tags.DomContent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The frame of a page that works without a network: style and scripts are inside, and its policy
/// forbids loading anything from elsewhere.
final class PageShell {

    private static final String POLICY =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
                    + " img-src data:; form-action 'none'; base-uri 'none'";

    /// A section that a page may have.
    private record Place(String id, String name) {}

    private static final List<Place> PLACES =
            List.of(
                    new Place("table", "All numbers"),
                    new Place("memory", "Memory over time"),
                    new Place("idle-peak", "Idle and peak"),
                    new Place("smallest", "Smallest memory"),
                    new Place("log", "3 AM test"),
                    new Place("languages", "Languages"),
                    new Place("cpu", "CPU"),
                    new Place("latency", "Delay"),
                    new Place("systems", "Systems"),
                    new Place("original", "The original"),
                    new Place("method", "Method and limits"),
                    new Place("runs", "Machine and runs"));

    private PageShell() {}

    /// Writes the page; it is derived, so an older one is replaced.
    ///
    /// @param title the finding
    /// @param subtitle where the numbers come from
    /// @param notice what has to be known before anything else
    static void write(
            Path file,
            String title,
            String subtitle,
            DomContent notice,
            List<DomContent> sections) {
        String body = each(sections, s -> s).render();
        List<DomContent> places =
                PLACES.stream()
                        .filter(place -> body.contains("id=\"" + place.id() + "\""))
                        .map(place -> (DomContent) a(place.name()).withHref("#" + place.id()))
                        .toList();
        String page =
                document(
                        html(
                                        pageHead(title),
                                        body(
                                                pageHeader(title, subtitle, notice, places),
                                                main(rawHtml(body)),
                                                script(rawHtml(scripts()))))
                                .withLang("en"));
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e, e);
        }
    }

    private static DomContent pageHead(String title) {
        return head(
                meta().withCharset("utf-8"),
                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                meta().attr("http-equiv", "Content-Security-Policy").withContent(POLICY),
                title(title),
                style(rawHtml(resource("report.css") + Palette.css())));
    }

    private static DomContent pageHeader(
            String title, String subtitle, DomContent notice, List<DomContent> places) {
        return header(
                p(
                                text("ETL Orchestrator Benchmark"),
                                button("Dark theme")
                                        .withType("button")
                                        .withId("theme")
                                        .withClass("needs-script")
                                        .attr("hidden", "hidden"))
                        .withClass("kicker"),
                h1(title),
                p(subtitle).withClass("source"),
                notice,
                places.isEmpty()
                        ? join()
                        : nav(each(places, place -> place)).attr("aria-label", "Sections"));
    }

    private static String scripts() {
        return Stream.of("theme.js", "table.js", "budget.js", "memory.js")
                .map(PageShell::resource)
                .collect(Collectors.joining("\n"));
    }

    private static String resource(String name) {
        try (InputStream in = PageShell.class.getResourceAsStream("page/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
