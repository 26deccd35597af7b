//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0
//SOURCES OpenReport.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The page is one file that a browser shows alone, and without its script, too.
@ExtendWith(OpenReport.Shared.class)
class reportBrowserTest {

    private final OpenReport page;

    reportBrowserTest(OpenReport page) {
        this.page = page;
    }

    @Test
    void nothingIsLoadedAndNothingGoesWrong() throws IOException {
        page.load(OpenReport.DESK, "light");
        page.browser().eval("window.scrollTo(0, document.documentElement.scrollHeight)");

        assertEquals(List.of(page.file().toUri().toString()), page.browser().requests());
        assertEquals(List.of(), page.browser().console());
        assertEquals(1L, page.browser().eval("return document.scripts.length"));
        assertEquals(0L, page.browser().eval("return document.images.length"));
        System.out.printf(
                "report.html: %d KiB; interactive after %s ms, loaded after %s ms%n",
                Files.size(page.file()) / 1024,
                page.browser()
                        .eval(
                                "return"
                                    + " performance.getEntriesByType('navigation')[0].domInteractive.toFixed()"),
                page.browser()
                        .eval(
                                "return"
                                    + " performance.getEntriesByType('navigation')[0].loadEventEnd.toFixed()"));
    }

    /// Charts and tables are there all the same, and nothing that would do nothing.
    @Test
    void withoutScriptsThePageStillShowsEverything() {
        page.browser().cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            page.browser().driver().get(page.file().toUri().toString());
            List<String> shown = new ArrayList<>();
            page.all(".needs-script").stream()
                    .filter(WebElement::isDisplayed)
                    .forEach(e -> shown.add(e.getTagName()));
            assertEquals(List.of(), shown);
            assertTrue(page.one(".tplot.of-all svg.lines").isDisplayed());
            assertTrue(page.one("#table table").isDisplayed());
        } finally {
            page.browser().cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }
}
