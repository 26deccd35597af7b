//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0
//SOURCES OpenReport.java
//SOURCES PageSet.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import java.io.IOException;
import java.util.List;

/// What a person does with the charts of the page, by pointer and by keyboard.
@ExtendWith(OpenReport.Shared.class)
class reportControlsTest {

    private final OpenReport page;

    reportControlsTest(OpenReport page) {
        this.page = page;
    }

    @Test
    void aChartIsReadByPointerAndByKeyboard() throws IOException {
        page.load(OpenReport.DESK, "light");
        WebElement all = page.one(".tplot.of-all");
        page.toTheMiddle(all);
        new Actions(page.browser().driver()).moveToElement(all, 40, 60).perform();
        assertTrue(
                all.findElement(By.cssSelector(".tip"))
                        .getText()
                        .matches("\\d+(\\.\\d)? s: .* MiB"));
        assertEquals(1, all.findElements(By.cssSelector(".line.on")).size());
        page.browser().screen(page.picture("pointed.png"));

        WebElement panel = page.one(".tplot.panel");
        page.toTheMiddle(panel);
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
        page.load(OpenReport.PHONE, "light");
        for (WebElement chart : List.of(page.one(".tplot.of-all"), page.one(".tplot.panel"))) {
            page.toTheMiddle(chart);
            for (Keys key : List.of(Keys.HOME, Keys.END)) {
                chart.sendKeys(key);
                assertTrue(chart.findElement(By.cssSelector(".tip")).isDisplayed());
                assertEquals(
                        (long) OpenReport.PHONE,
                        page.browser().eval("return document.documentElement.scrollWidth"));
            }
        }
        page.browser().screen(page.picture("pointed-390.png"));
    }

    @Test
    void draggingZoomsAllChartsAndEscapeEndsIt() throws IOException {
        page.load(OpenReport.DESK, "light");
        List<String> whole = windows();
        WebElement panel = page.one(".tplot.panel");
        page.toTheMiddle(panel);
        new Actions(page.browser().driver())
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
        page.browser().screen(page.picture("zoomed.png"));
        panel.sendKeys(Keys.ESCAPE);
        assertEquals(whole, windows());

        page.one("[data-zoom=in]").sendKeys(Keys.ENTER);
        assertNotEquals(whole, windows());
        page.one("[data-zoom=all]").click();
        assertEquals(whole, windows());
    }

    private List<String> windows() {
        return page.all(".tplot svg.lines").stream()
                .map(svg -> svg.getDomAttribute("viewBox"))
                .toList();
    }

    @Test
    void oneRunCanBeLookedAtAlone() {
        page.load(OpenReport.DESK, "light");
        assertEquals(1 + PageSet.RUNS, page.all("[name=run]").size(), "all, 1, 2, 3");
        page.one("[name=run][value='2']").click();

        assertTrue(
                page.all(".tplot.panel path.line").stream()
                        .filter(WebElement::isDisplayed)
                        .allMatch(line -> line.getDomAttribute("data-run").equals("2")));
        assertTrue(page.all(".tplot.panel path.line").stream().anyMatch(WebElement::isDisplayed));
    }

    @Test
    void theSliderSaysWhatFitsBesideTheJob() {
        page.load(OpenReport.DESK, "light");
        WebElement need = page.one("#need");
        need.sendKeys(Keys.END);
        assertEquals("800 MiB", page.one("#need-mib").getText());
        assertTrue(page.one("#need-answer").getText().startsWith("0 of "));
        int rows = page.all(".rows.answer li[data-left]").size();
        assertEquals(rows, page.all(".rows.answer li.short").size());
        need.sendKeys(Keys.HOME);
        assertEquals(0, page.all(".rows.answer li.short").size());
    }
}
