//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES OpenReport.java
//SOURCES Outcome.java
//SOURCES PageSet.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The page and the comparison of two sets on a phone and on a desk: nothing is cut off.
@ExtendWith(OpenReport.Shared.class)
class reportLayoutTest {

    @TempDir private Path folder;

    private final OpenReport page;

    reportLayoutTest(OpenReport page) {
        this.page = page;
    }

    /// Every drawing has a place on the screen and shapes in it, and the page does not scroll to
    /// the side.
    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1440, light", "1440, dark"})
    void everyChartIsVisible(int width, String scheme) throws IOException {
        page.load(width, scheme);

        assertEquals(
                (long) width, page.browser().eval("return document.documentElement.scrollWidth"));
        assertEquals(List.of(), page.browser().eval(HIDDEN));
        for (String chart : List.of(".answer", ".ranges", ".bars", ".points")) {
            assertTrue(page.all(".rows" + chart + " > li").size() > 2, chart);
        }
        assertTrue(page.all(".tplot.panel path.line").size() > 2);
        assertTrue(page.all(".tplot.of-all path.line").size() > 2);
        page.browser().picture(page.picture("%d-%s.png".formatted(width, scheme)));
    }

    /// What a screen reader reads.
    @Test
    void everyChartHasItsTable() {
        page.load(1440, "light");
        assertEquals(List.of(), page.browser().eval(WITHOUT_TABLE));
    }

    private static final String WITHOUT_TABLE =
            """
            return [...document.querySelectorAll('main section')]
                .filter(s => s.querySelector('.rows, .tplot') && !s.querySelector('.data table'))
                .map(s => s.id);
            """;

    private static final String HIDDEN =
            """
            const broken = [];
            for (const svg of document.querySelectorAll('main svg')) {
              const place = svg.getBoundingClientRect();
              const inside = place.left >= -1 && place.right <= innerWidth + 1;
              if (place.width < 90 || place.height < 20 || !inside || !svg.children.length) {
                broken.push(svg.getAttribute('class') + ' ' + JSON.stringify(place));
              }
            }
            return broken;
            """;

    /// What scrolls can be reached without a pointer.
    @ParameterizedTest
    @ValueSource(ints = {OpenReport.PHONE, OpenReport.DESK})
    void whatScrollsCanBeFocused(int width) {
        page.load(width, "light");
        page.openDetails();

        assertEquals(
                List.of(),
                page.browser()
                        .eval(
                                """
                                return [...document.querySelectorAll('main *')].filter(e =>
                                    ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
                                    && (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight)
                                    && e.tabIndex < 0).map(e => e.outerHTML.slice(0, 100));
                                """));
    }

    @Test
    void theComparisonOfTwoSetsIsAPageOfTheSameKind() throws IOException {
        Path other = PageSet.in(folder.resolve("other"));
        assertEquals(Cli.OK, Outcome.of(new report(), page.file().getParent(), other).exit());
        Path compared = other.resolve("compared-with-set.html");
        for (int width : List.of(OpenReport.PHONE, OpenReport.DESK)) {
            page.browser().load(compared, width, "light");
            assertEquals(List.of(compared.toUri().toString()), page.browser().requests());
            assertEquals(List.of(), page.browser().console());
            assertEquals(
                    (long) width,
                    page.browser().eval("return document.documentElement.scrollWidth"));
            assertEquals(List.of(), page.browser().eval(HIDDEN));
            page.browser().picture(page.picture("compared-%d.png".formatted(width)));
        }
    }
}
