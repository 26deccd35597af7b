//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0
//SOURCES OpenReport.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import java.util.Comparator;
import java.util.List;

/// The table of the page, sorted by its headings.
@ExtendWith(OpenReport.Shared.class)
class reportSortingTest {

    private final OpenReport page;

    reportSortingTest(OpenReport page) {
        this.page = page;
    }

    @Test
    void aHeadingSortsByClickAndByKeyboard() {
        page.load(OpenReport.DESK, "light");
        List<WebElement> heads = page.all("#table thead button");
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
        page.load(OpenReport.DESK, "light");
        int left = column("Left of 1 GB");
        for (int click = 0; click < 2; click++) {
            page.all("#table thead button").get(left).click();
            List<String> cells = cells(left);
            assertEquals("not measured", cells.get(cells.size() - 1));
            assertEquals(1, cells.stream().filter("not measured"::equals).count());
        }
        List<WebElement> rows = page.all("#table tbody tr");
        assertTrue(rows.get(rows.size() - 1).getText().startsWith("Kestra"), "absent last");
        assertTrue(rows.get(rows.size() - 1).getText().contains("not measured here"));
    }

    /// The letters of the groups stand behind their values, also when the table is scrolled.
    @Test
    void lettersStayWithTheirValues() {
        page.load(OpenReport.PHONE, "light");
        assertTrue(page.all("#table sup.group").size() > 1);
        assertEquals(
                List.of(),
                page.browser()
                        .eval(
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

    private int column(String head) {
        return page.all("#table thead th").stream()
                .map(th -> th.getText().replace('\n', ' '))
                .toList()
                .indexOf(
                        page.all("#table thead th").stream()
                                .map(th -> th.getText().replace('\n', ' '))
                                .filter(text -> text.startsWith(head))
                                .findFirst()
                                .orElseThrow());
    }

    private String state(int column) {
        return page.all("#table thead th").get(column).getDomAttribute("aria-sort");
    }

    private List<String> cells(int column) {
        return page.all("#table tbody:first-of-type tr").stream()
                .map(row -> row.findElements(By.cssSelector("th, td")).get(column).getText())
                .toList();
    }

    private List<Double> values(int column) {
        return page.all("#table tbody:first-of-type tr").stream()
                .map(row -> row.findElements(By.cssSelector("th, td")).get(column))
                .map(cell -> Double.valueOf(cell.getDomAttribute("data-v")))
                .toList();
    }

    private static List<Double> sorted(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
