//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0
//SOURCES Browser.java
//SOURCES Outcome.java
//SOURCES PageSet.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The page in a real browser. Its pictures go to a folder that the test names.
class reportBrowserTest {

    private static final int PHONE = 390;
    private static final int DESK = 1440;

    @TempDir private static Path folder;

    private static Browser browser;
    private static Path page;
    private static Path pictures;

    @BeforeAll
    static void writeAndOpen() throws IOException {
        browser = Browser.open();
        Path set = PageSet.in(folder.resolve("set"));
        assertEquals(Cli.OK, Outcome.of(new report(), set).exit());
        page = set.resolve("report.html");
        pictures = Files.createTempDirectory("report-pictures");
        System.out.println("pictures of the page: " + pictures);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }

    private static WebElement one(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    private static void toTheMiddle(WebElement element) {
        browser.eval("arguments[0].scrollIntoView({ block: 'center' })", element);
    }

    @Test
    void nothingIsLoadedAndNothingGoesWrong() throws IOException {
        browser.load(page, DESK, "light");
        browser.eval("window.scrollTo(0, document.documentElement.scrollHeight)");

        assertEquals(List.of(page.toUri().toString()), browser.requests());
        assertEquals(List.of(), browser.console());
        assertEquals(1L, browser.eval("return document.scripts.length"));
        assertEquals(0L, browser.eval("return document.images.length"));
        System.out.printf(
                "report.html: %d KiB; interactive after %s ms, loaded after %s ms%n",
                Files.size(page) / 1024,
                browser.eval(
                        "return"
                            + " performance.getEntriesByType('navigation')[0].domInteractive.toFixed()"),
                browser.eval(
                        "return"
                            + " performance.getEntriesByType('navigation')[0].loadEventEnd.toFixed()"));
    }

    /// Every drawing has a place on the screen and shapes in it, and the page does not scroll to
    /// the side.
    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1440, light", "1440, dark"})
    void everyChartIsVisible(int width, String scheme) throws IOException {
        browser.load(page, width, scheme);

        assertEquals((long) width, browser.eval("return document.documentElement.scrollWidth"));
        assertEquals(List.of(), browser.eval(HIDDEN));
        for (String chart : List.of(".answer", ".ranges", ".bars", ".points")) {
            assertTrue(all(".rows" + chart + " > li").size() > 2, chart);
        }
        assertTrue(all(".tplot.panel path.line").size() > 2);
        assertTrue(all(".tplot.of-all path.line").size() > 2);
        browser.picture(pictures.resolve("%d-%s.png".formatted(width, scheme)));
    }

    private static final String HIDDEN =
            """
            const broken = [];
            for (const svg of document.querySelectorAll('main svg')) {
              const place = svg.getBoundingClientRect();
              const inside = place.left >= -1 && place.right <= innerWidth + 1;
              if (place.width < 90 || place.height < 20 || !inside || !svg.children.length) {
                broken.push(svg.getDomAttribute('class') + ' ' + JSON.stringify(place));
              }
            }
            return broken;
            """;

    @Test
    void aHeadingSortsByClickAndByKeyboard() {
        browser.load(page, DESK, "light");
        List<WebElement> heads = all("#table thead button");
        WebElement peak = heads.get(2);

        assertEquals("ascending", state(2));
        assertEquals(sorted(values(2)), values(2));
        peak.click();
        assertEquals("descending", state(2));
        assertEquals(sorted(values(2)).reversed(), values(2));

        WebElement delay = heads.get(heads.size() - 1);
        delay.sendKeys(Keys.ENTER);
        assertEquals("none", state(2));
        assertEquals("ascending", state(heads.size() - 1));
        delay.sendKeys(Keys.SPACE);
        assertEquals("descending", state(heads.size() - 1));
    }

    /// What was not measured stands below what was, whichever way a column is sorted; the systems
    /// that were not measured at all stay last.
    @Test
    void theMissingStaysAtTheEnd() {
        browser.load(page, DESK, "light");
        int left = column("Left of 1 GB");
        for (int click = 0; click < 2; click++) {
            all("#table thead button").get(left).click();
            List<String> cells = cells(left);
            assertEquals("not measured", cells.get(cells.size() - 1));
            assertEquals(1, cells.stream().filter("not measured"::equals).count());
        }
        List<WebElement> rows = all("#table tbody tr");
        assertTrue(rows.get(rows.size() - 1).getText().startsWith("Kestra"), "absent last");
        assertTrue(rows.get(rows.size() - 1).getText().contains("not measured here"));
    }

    /// The letters of the groups stand behind their values, also when the table is scrolled.
    @Test
    void lettersStayWithTheirValues() {
        browser.load(page, PHONE, "light");
        assertTrue(all("#table sup.group").size() > 1);
        assertEquals(
                List.of(),
                browser.eval(
                        """
                        const scroll = document.querySelector('#table .scroll');
                        const lost = [];
                        for (const left of [0, 150, 300]) {
                          scroll.scrollLeft = left;
                          for (const letter of scroll.querySelectorAll('sup.group')) {
                            const cell = letter.parentElement.getBoundingClientRect();
                            const place = letter.getBoundingClientRect();
                            if (place.left < cell.left || place.left > cell.right + 4) { lost.push(left); }
                          }
                        }
                        return lost;
                        """));
    }

    private static int column(String head) {
        return all("#table thead th").stream()
                .map(th -> th.getText().replace('\n', ' '))
                .toList()
                .indexOf(
                        all("#table thead th").stream()
                                .map(th -> th.getText().replace('\n', ' '))
                                .filter(text -> text.startsWith(head))
                                .findFirst()
                                .orElseThrow());
    }

    private static String state(int column) {
        return all("#table thead th").get(column).getDomAttribute("aria-sort");
    }

    private static List<String> cells(int column) {
        return all("#table tbody:first-of-type tr").stream()
                .map(row -> row.findElements(By.cssSelector("th, td")).get(column).getText())
                .toList();
    }

    private static List<Double> values(int column) {
        return all("#table tbody:first-of-type tr").stream()
                .map(row -> row.findElements(By.cssSelector("th, td")).get(column))
                .map(cell -> Double.valueOf(cell.getDomAttribute("data-v")))
                .toList();
    }

    private static List<Double> sorted(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /// 4.5:1 for text and 3:1 for large text, the ground behind it included (WCAG 2.2, AA).
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void allTextCanBeRead(String scheme) {
        browser.load(page, DESK, scheme);
        browser.eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");

        assertEquals(List.of(), browser.eval(CONTRAST));
    }

    private static final String CONTRAST =
            """
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const rgba = color => { // whatever notation the browser answers in
              canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data];
            };
            const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
              .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
              .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
            const ground = element => {
              for (let e = element; e; e = e.parentElement) {
                const color = rgba(getComputedStyle(e).backgroundColor);
                if (color[3] === 255) { return color; }
              }
              throw new Error('no ground');
            };
            const bad = new Set();
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            let seen = 0;
            while (texts.nextNode()) {
              const e = texts.currentNode.parentElement;
              if (!texts.currentNode.textContent.trim() || !e.getClientRects().length) { continue; }
              const style = getComputedStyle(e);
              const color = e.namespaceURI.endsWith('svg') ? style.fill : style.color;
              const [a, b] = [light(rgba(color)), light(ground(e))].sort((x, y) => y - x);
              const size = parseFloat(style.fontSize);
              const least = size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5;
              seen++;
              if ((a + .05) / (b + .05) < least) {
                bad.add(`${((a + .05) / (b + .05)).toFixed(2)} ${color} ${texts.currentNode.textContent.trim().slice(0, 40)}`);
              }
            }
            if (seen < 100) { bad.add('only ' + seen + ' texts'); }
            return [...bad];
            """;

    /// What scrolls can be reached without a pointer.
    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void whatScrollsCanBeFocused(int width) {
        browser.load(page, width, "light");
        browser.eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");

        assertEquals(
                List.of(),
                browser.eval(
                        """
                        return [...document.querySelectorAll('main *')].filter(e =>
                            ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
                            && (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight)
                            && e.tabIndex < 0).map(e => e.outerHTML.slice(0, 100));
                        """));
    }

    @Test
    void theThemeFollowsTheSystemAndTheButton() {
        browser.load(page, DESK, "dark");
        String dark = background();
        WebElement button = one("#theme");
        assertEquals("Light theme", button.getText());
        button.click();
        assertNotEquals(dark, background());
        assertEquals("Dark theme", button.getText());

        browser.driver().navigate().refresh();
        assertNotEquals(dark, background(), "what was chosen is kept");
        one("#theme").click();
        assertEquals(dark, background());
    }

    private static String background() {
        return (String) browser.eval("return getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void aChartIsReadByPointerAndByKeyboard() throws IOException {
        browser.load(page, DESK, "light");
        WebElement all = one(".tplot.of-all");
        toTheMiddle(all);
        new Actions(browser.driver()).moveToElement(all, 40, 60).perform();
        assertTrue(
                all.findElement(By.cssSelector(".tip"))
                        .getText()
                        .matches("\\d+(\\.\\d)? s: .* MiB"));
        assertEquals(1, all.findElements(By.cssSelector(".line.on")).size());
        browser.screen(pictures.resolve("pointed.png"));

        WebElement panel = one(".tplot.panel");
        toTheMiddle(panel);
        panel.sendKeys(Keys.HOME, Keys.ARROW_RIGHT);
        String first = panel.getDomAttribute("aria-valuetext");
        panel.sendKeys(Keys.ARROW_RIGHT);
        assertEquals("slider", panel.getDomAttribute("role"));
        assertNotEquals(first, panel.getDomAttribute("aria-valuetext"));
        assertTrue(first.matches("\\d+(\\.\\d)? s: .*\\d MiB"), first);
    }

    /// The words at the pointer stay on a narrow screen, wherever the line is.
    @Test
    void whatAChartSaysFitsOnAPhone() throws IOException {
        browser.load(page, PHONE, "light");
        for (WebElement chart : List.of(one(".tplot.of-all"), one(".tplot.panel"))) {
            toTheMiddle(chart);
            for (Keys key : List.of(Keys.HOME, Keys.END)) {
                chart.sendKeys(key);
                assertTrue(chart.findElement(By.cssSelector(".tip")).isDisplayed());
                assertEquals(
                        (long) PHONE, browser.eval("return document.documentElement.scrollWidth"));
            }
        }
        browser.screen(pictures.resolve("pointed-390.png"));
    }

    @Test
    void draggingZoomsAllChartsAndEscapeEndsIt() throws IOException {
        browser.load(page, DESK, "light");
        List<String> whole = windows();
        WebElement panel = one(".tplot.panel");
        toTheMiddle(panel);
        new Actions(browser.driver())
                .moveToElement(panel, -60, 0)
                .clickAndHold()
                .moveByOffset(40, 0)
                .moveByOffset(40, 0)
                .release()
                .perform();
        List<String> zoomed = windows();
        for (int i = 0; i < whole.size(); i++) {
            assertNotEquals(whole.get(i), zoomed.get(i));
        }
        browser.screen(pictures.resolve("zoomed.png"));
        panel.sendKeys(Keys.ESCAPE);
        assertEquals(whole, windows());

        one("[data-zoom=in]").sendKeys(Keys.ENTER);
        assertNotEquals(whole, windows());
        one("[data-zoom=all]").click();
        assertEquals(whole, windows());
    }

    private static List<String> windows() {
        return all(".tplot svg.lines").stream().map(svg -> svg.getDomAttribute("viewBox")).toList();
    }

    @Test
    void oneRunCanBeLookedAtAlone() {
        browser.load(page, DESK, "light");
        assertEquals(1 + PageSet.RUNS, all("[name=run]").size(), "all, 1, 2, 3");
        one("[name=run][value='2']").click();

        assertTrue(
                all(".tplot.panel path.line").stream()
                        .filter(WebElement::isDisplayed)
                        .allMatch(line -> line.getDomAttribute("data-run").equals("2")));
        assertTrue(all(".tplot.panel path.line").stream().anyMatch(WebElement::isDisplayed));
    }

    @Test
    void theSliderSaysWhatFitsBesideTheJob() {
        browser.load(page, DESK, "light");
        WebElement need = one("#need");
        need.sendKeys(Keys.END);
        assertEquals("800 MiB", one("#need-mib").getText());
        assertTrue(one("#need-answer").getText().startsWith("0 of "));
        int rows = all(".rows.answer li[data-left]").size();
        assertEquals(rows, all(".rows.answer li.short").size());
        need.sendKeys(Keys.HOME);
        assertEquals(0, all(".rows.answer li.short").size());
    }

    /// On paper: nothing to press, everything open, black on white whatever the screen has.
    @Test
    void thePageCanBePrinted() throws IOException {
        browser.load(page, DESK, "dark");
        browser.eval(
                "addEventListener('beforeprint', () => { window.stillClosed ="
                        + " document.querySelectorAll('details:not([open]):not(.compose)').length;"
                        + " });");
        browser.print(pictures.resolve("print.pdf"));
        assertEquals(0L, browser.eval("return window.stillClosed"), "closed details");

        browser.media("print", "dark");
        assertEquals("rgb(255, 255, 255)", background());
        assertEquals(
                List.of(), all(".needs-script").stream().filter(WebElement::isDisplayed).toList());
        browser.picture(pictures.resolve("print.png"));
    }

    /// Charts and tables are there all the same, and nothing that would do nothing.
    @Test
    void withoutScriptsThePageStillShowsEverything() {
        browser.cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.driver().get(page.toUri().toString());
            List<String> shown = new ArrayList<>();
            all(".needs-script").stream()
                    .filter(WebElement::isDisplayed)
                    .forEach(e -> shown.add(e.getTagName()));
            assertEquals(List.of(), shown);
            assertTrue(one(".tplot.of-all svg.lines").isDisplayed());
            assertTrue(one("#table table").isDisplayed());
        } finally {
            browser.cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void theComparisonOfTwoSetsIsAPageOfTheSameKind() throws IOException {
        Path other = PageSet.in(folder.resolve("other"));
        assertEquals(Cli.OK, Outcome.of(new report(), page.getParent(), other).exit());
        Path compared = other.resolve("compared-with-set.html");
        for (int width : List.of(PHONE, DESK)) {
            browser.load(compared, width, "light");
            assertEquals(List.of(compared.toUri().toString()), browser.requests());
            assertEquals(List.of(), browser.console());
            assertEquals((long) width, browser.eval("return document.documentElement.scrollWidth"));
            assertEquals(List.of(), browser.eval(HIDDEN));
            browser.picture(pictures.resolve("compared-%d.png".formatted(width)));
        }
    }
}
