//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Rows.java

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import etl.result.Column;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

class PlotlyPageTest {

    private static final String PACKED = "<script type=\"text/plain\" id=\"plotly\">";

    private static final String CALL = "Plotly.newPlot('chart', ";
    private static final String EVIL = "</script>\\'<b>";

    @TempDir private Path folder;

    private String page;

    @BeforeEach
    void writePage() throws IOException {
        Path file = folder.resolve("page.html");
        EfficiencyPage.write(
                file,
                List.of(
                        Rows.row(
                                "cron", Map.of(Column.PEAK_RAM_MIB, 9.5, Column.IDLE_RAM_MIB, 8.0)),
                        Rows.row(EVIL, Map.of(Column.PEAK_RAM_MIB, 50.0))),
                "Measured here.");
        page = Files.readString(file);
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertFalse(
                Pattern.compile("(https?:)?//[a-z]", Pattern.CASE_INSENSITIVE)
                        .matcher(open())
                        .find());
        assertFalse(Pattern.compile("<(link|img|iframe|script[^>]* src)").matcher(page).find());
        assertTrue(page.contains("Content-Security-Policy\" content=\"default-src 'none'; "));
    }

    @Test
    void plotlyItselfIsInside() throws IOException {
        int start = page.indexOf(PACKED) + PACKED.length();
        byte[] packed = Base64.getDecoder().decode(page.substring(start, page.indexOf('<', start)));
        String plotly =
                new String(
                        new InflaterInputStream(
                                        new ByteArrayInputStream(packed), new Inflater(true))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);

        assertTrue(plotly.contains("plotly.js v2.35.3"));
    }

    @Test
    void aNameCannotBreakOutOfThePage() throws IOException {
        hasTwoScripts();
        int start = page.indexOf(CALL) + CALL.length();
        JsonNode bar = new ObjectMapper().readTree(page.substring(start)).get(0);
        assertEquals("\u2039/script\u203A\\'\u2039b\u203A", bar.get("name").asText());
        assertEquals(bar.get("name"), bar.get("y").get(0));
        assertEquals("[null,50.0]", bar.get("x").toString());
    }

    @Test
    void aNameCannotBreakOutOfAFigureOfJsplot() throws IOException {
        Path file = folder.resolve("memory.html");
        double[] values = {1, 2, 3};
        MemoryLine line = new MemoryLine(EVIL, EVIL, 1, true, values, values);
        MemoryPage.write(file, List.of(line), List.of(Rows.row(EVIL, Map.of())), "Here.");
        page = Files.readString(file);
        hasTwoScripts();
        String script = page.substring(page.indexOf("function draw()"));
        assertFalse(script.contains("\\'"), script);
    }

    /// What stands for Plotly in the template is a name like any other.
    @Test
    void plotlyIsInsideOnceWhateverASystemIsCalled() throws IOException {
        Path file = folder.resolve("named.html");
        EfficiencyPage.write(
                file, List.of(Rows.row("@plotly@", Map.of(Column.PEAK_RAM_MIB, 50.0))), "Here.");
        assertTrue(Files.size(file) < page.length() + 1000, "one bundle, not two");
        assertTrue(Files.readString(file).contains("<tr><th>@plotly@</th>"));
    }

    private void hasTwoScripts() {
        assertEquals(3, page.split("<script", -1).length);
        assertEquals(3, page.split("</script>", -1).length);
        assertFalse(page.contains("<b>"));
    }

    @Test
    void theTableHasTheNumbersAndSaysWhatIsMissing() {
        assertTrue(page.contains("<tr><th>Cron</th><td>8.0</td><td>9.5</td></tr>"), open());
        assertTrue(page.contains("<td class=\"none\">not measured</td><td>50.0</td>"), open());
        assertTrue(page.contains("needs JavaScript"));
    }

    /// The page without Plotly, which is long.
    private String open() {
        int start = page.indexOf(PACKED) + PACKED.length();
        return page.substring(0, start) + page.substring(page.indexOf('<', start));
    }
}
