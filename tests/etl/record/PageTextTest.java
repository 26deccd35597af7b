package etl.record;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// That a text which is found is in the picture, wherever it stands in a long log.
class PageTextTest {

    private static final int LINES = 300;

    private static final String IS_IN_VIEW =
            """
            const log = document.querySelector('pre').firstChild;
            const range = document.createRange();
            range.setStart(log, log.data.indexOf('the needle'));
            range.setEnd(log, range.startOffset + 10);
            const text = range.getBoundingClientRect();
            const box = document.querySelector('div').getBoundingClientRect();
            return text.top >= Math.max(0, box.top)
                && text.bottom <= Math.min(innerHeight, box.bottom);
            """;

    @TempDir private static Path folder;
    private static ChromeDriver driver;

    @BeforeAll
    static void openTheBrowser() {
        assumeTrue(Chromium.isThere(), "chromium and chromedriver are not installed");
        driver = Chromium.start(Chromium.options());
    }

    @AfterAll
    static void closeTheBrowser() {
        if (driver != null) {
            driver.quit();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, auto",
        "150, auto",
        "297, scroll",
        "2, visible",
        "150, visible",
        "297, visible"
    })
    void theLineItselfIsInThePicture(int line, String overflow) throws IOException {
        String log =
                IntStream.range(0, LINES)
                        .mapToObj(i -> i == line ? "the needle" : "line " + i)
                        .collect(Collectors.joining("\n"));
        String height = overflow.equals("visible") ? "" : "height: 200px;";
        Path page =
                Files.writeString(
                        folder.resolve("log.html"),
                        "<p style='height: 900px'>above</p><div style='%s overflow-y: %s'><pre>%s</pre></div>"
                                .formatted(height, overflow, log));
        driver.get(page.toUri().toString());

        assertTrue(PageText.isSeen(driver, "the needle"));
        assertTrue((Boolean) driver.executeScript(IS_IN_VIEW));
    }
}
