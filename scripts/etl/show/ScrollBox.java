package etl.show;

import static j2html.TagCreator.div;

import j2html.tags.DomContent;

/// A table that is wider than a phone scrolls by itself, also by keyboard.
final class ScrollBox {

    private ScrollBox() {}

    /// @param label what a screen reader says of it
    static DomContent of(DomContent table, String label) {
        return div(table)
                .withClass("scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", label);
    }
}
