package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.SummaryCsv.Row;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// What every table says about where its numbers come from.
class ProvenanceTest {

    private static final String HOW = "3.0 with cron, 2026-11-24: built on Debian, fired";

    private static Row row(String version, String source, String verified) {
        Row empty = Rows.row("thing", Map.of());
        return new Row(
                empty.system(),
                "Thing",
                version,
                source,
                verified,
                1,
                empty.values(),
                empty.lows(),
                empty.highs(),
                Map.of(),
                Map.of());
    }

    @Test
    void aShortLineHasTheDateOnly() {
        assertEquals(
                "3.0, built here, verified 2026-11-24",
                Provenance.brief(row("3.0", "built here", HOW)));
        assertEquals("3.0, pulled, not verified", Provenance.brief(row("3.0", "pulled", "never")));
        assertEquals("", Provenance.brief(row("", "", "")));
    }

    @Test
    void aTableOfTextSaysItInFull() {
        Row built = row("4.0.9", "built from source tag v4.0.9", "never");
        String table = MarkdownTable.of(List.of(row("3.0", "built here", HOW), built));
        assertTrue(
                table.contains("\n- thing: 3.0; built here; folder verified with " + HOW + "\n"));
        assertTrue(
                table.endsWith(
                        "\n- thing: 4.0.9; built from source tag v4.0.9; folder never verified\n"),
                table);
        assertFalse(MarkdownTable.of(List.of(row("", "", ""))).contains("- thing"));
    }

    @Test
    void thePageSaysItBelowTheName() {
        String html = SummaryHtml.table(List.of(row("3.0", "built here", HOW)));
        assertTrue(html.contains("Thing<small>3.0, built here, verified 2026-11-24</small>"), html);
    }
}
