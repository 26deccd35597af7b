//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0
//SOURCES OpenReport.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

import java.io.IOException;
import java.util.List;

/// The page in both themes and on paper: all text can be read.
@ExtendWith(OpenReport.Shared.class)
class reportColoursTest {

    private final OpenReport page;

    reportColoursTest(OpenReport page) {
        this.page = page;
    }

    /// 4.5:1 for text and 3:1 for large text, the ground behind it included (WCAG 2.2, AA).
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void allTextCanBeRead(String scheme) {
        page.load(OpenReport.DESK, scheme);
        page.openDetails();

        assertEquals(List.of(), page.browser().eval(CONTRAST));
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

    @Test
    void theThemeFollowsTheSystemAndTheButton() {
        page.load(OpenReport.DESK, "dark");
        String dark = background();
        WebElement button = page.one("#theme");
        assertEquals("Light theme", button.getText());
        button.click();
        assertNotEquals(dark, background());
        assertEquals("Dark theme", button.getText());

        page.browser().driver().navigate().refresh();
        assertNotEquals(dark, background(), "what was chosen is kept");
        page.one("#theme").click();
        assertEquals(dark, background());
    }

    /// On paper: nothing to press, everything open, black on white whatever the screen has.
    @Test
    void thePageCanBePrinted() throws IOException {
        page.load(OpenReport.DESK, "dark");
        page.browser()
                .eval(
                        "addEventListener('beforeprint', () => { window.stillClosed ="
                            + " document.querySelectorAll('details:not([open]):not(.compose)').length;"
                            + " });");
        page.browser().print(page.picture("print.pdf"));
        assertEquals(0L, page.browser().eval("return window.stillClosed"), "closed details");

        page.browser().media("print", "dark");
        assertEquals("rgb(255, 255, 255)", background());
        assertEquals(
                List.of(),
                page.all(".needs-script").stream().filter(WebElement::isDisplayed).toList());
        page.browser().picture(page.picture("print.png"));
    }

    private String background() {
        return (String)
                page.browser().eval("return getComputedStyle(document.body).backgroundColor");
    }
}
