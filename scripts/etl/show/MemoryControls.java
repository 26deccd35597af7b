package etl.show;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.input;
import static j2html.TagCreator.join;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.span;

import j2html.tags.DomContent;

import java.util.List;

/// Buttons that do with the memory charts what pointer and keys do, and the choice of a run. They
/// need the page's script and are not there without it.
final class MemoryControls {

    private MemoryControls() {}

    /// @param runs numbers of the repeats
    static DomContent html(List<Integer> runs) {
        return div(
                        runs.size() > 1 ? choice(runs) : join(),
                        div(
                                        command("in", "Zoom in"),
                                        command("out", "Zoom out"),
                                        command("back", "Earlier"),
                                        command("on", "Later"),
                                        command("all", "Whole window"))
                                .withClass("buttons"))
                .withClass("controls needs-script")
                .attr("hidden", "hidden");
    }

    private static DomContent choice(List<Integer> runs) {
        return fieldset(
                        legend("Runs"),
                        option("all", "all", true),
                        each(runs, run -> option(run.toString(), run.toString(), false)))
                .withClass("choice");
    }

    private static DomContent option(String value, String text, boolean checked) {
        return label(
                input().withType("radio").withName("run").withValue(value).withCondChecked(checked),
                span(text));
    }

    private static DomContent command(String name, String text) {
        return button(text).withType("button").attr("data-zoom", name);
    }
}
