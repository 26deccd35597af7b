package etl.record;

import etl.result.AuditRecord;
import etl.result.AuditWay;
import etl.result.AuditWay.Step;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The way of a person through a system's pages to the log of a failed run, in a real browser. A
/// picture is kept of every step.
final class HandWalk implements AutoCloseable {

    /// So long a person waits for what has to come next.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// So long for what may not come at all.
    private static final Duration GREETING = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /// The screen of a notebook computer.
    private static final String SCREEN = "--window-size=1440,900";

    private final ChromeDriver driver;
    private final StepPictures pictures;
    private final Duration patience;

    // of the present walk
    private int clicks;
    private int typed;
    private int pages;
    private String address;

    /// What came of a walk.
    ///
    /// @param stuckAt the step whose element did not come; null where all were made
    record Walked(
            boolean found,
            int clicks,
            int pages,
            int typed,
            double seconds,
            String stuckAt,
            List<Path> pictures) {}

    private HandWalk(ChromeDriver driver, Path pictures, Duration patience) {
        this.driver = driver;
        this.pictures = new StepPictures(driver, pictures);
        this.patience = patience;
    }

    /// Opens a browser that knows nothing of the system yet.
    ///
    /// @param pictures beginning of the pictures' names
    /// @param patience with which each step is waited for
    static HandWalk open(Path pictures, Duration patience) {
        ChromeOptions options = Chromium.options();
        options.addArguments(SCREEN);
        ChromeDriver driver = Chromium.start(options);
        driver.manage().timeouts().pageLoadTimeout(patience); // its own is five minutes
        return new HandWalk(driver, pictures, patience);
    }

    /// Follows the way until the text is seen. The time for the pictures is none of the page's.
    ///
    /// @throws WebDriverException when the browser itself fails
    Walked follow(AuditWay way, String text) {
        long began = System.nanoTime();
        String stuck = opens(way.page()) ? stuck(way) : AuditRecord.NOT_OPEN + ": " + way.page();
        boolean found = stuck == null && awaitText(text);
        long nanos = System.nanoTime() - began - pictures.nanos();
        double seconds = Math.round(nanos / 1e8) / 10.0;
        countPage();
        pictures.take(found ? "found" : "not-found");
        return new Walked(found, clicks, pages, typed, seconds, stuck, pictures.taken());
    }

    /// A system that was started a moment ago may not answer yet.
    private boolean opens(String page) {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            try {
                driver.get(page);
                pages = 1;
                address = place();
                return true;
            } catch (WebDriverException e) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        } while (System.nanoTime() < deadline);
        address = place();
        return false;
    }

    /// The step that cannot be made; null where all can.
    private String stuck(AuditWay way) {
        return way.steps().stream()
                .filter(step -> !make(step) && !step.ifThere())
                .findFirst()
                .map(s -> "%s (%s): %s".formatted(s.why(), s.action(), s.on()))
                .orElse(null);
    }

    /// Waits for the element of a step, and acts on it.
    ///
    /// @return whether it could be done in time
    private boolean make(Step step) {
        Duration limit = step.ifThere() ? GREETING : patience;
        long deadline = System.nanoTime() + limit.toNanos();
        boolean pictured = false;
        do {
            try {
                Optional<WebElement> element = find(step.on());
                if (element.isPresent()) {
                    if (!pictured) {
                        pictures.take(step.why()); // with what is acted on
                        pictured = true;
                    }
                    countPage();
                    act(step, element.get());
                    LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                    countPage();
                    return true;
                }
            } catch (WebDriverException e) {
                // drawn anew meanwhile, or something still lies over it
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        } while (System.nanoTime() < deadline);
        return false;
    }

    private void act(Step step, WebElement element) {
        if (step.action().equals("click")) {
            driver.executeScript(
                    "arguments[0].scrollIntoView({ block: 'center', inline: 'center' })", element);
            element.click();
            clicks++;
        } else {
            element.clear();
            element.sendKeys(step.text());
            typed++;
        }
    }

    /// What the start page leads to by itself is still the first page.
    private void countPage() {
        String now = place();
        if (!now.equals(address)) {
            address = now;
            pages += clicks + typed == 0 ? 0 : 1;
        }
    }

    /// The address without what a page notes of its own state.
    private String place() {
        return driver.getCurrentUrl().replaceFirst("\\?.*", "");
    }

    /// The first element of this kind that can be seen and used.
    private Optional<WebElement> find(String on) {
        return driver.findElements(by(on)).stream()
                .filter(WebElement::isDisplayed)
                .filter(WebElement::isEnabled)
                .findFirst();
    }

    private static By by(String on) {
        String what = on.replaceFirst("^\\w+: ", "");
        return switch (on.charAt(0)) {
            case 'c' -> By.cssSelector(what);
            case 'x' -> By.xpath(what);
            default ->
                    // the innermost element with these words
                    By.xpath(
                            "//*[normalize-space(.)=\"%1$s\" and not(*[normalize-space(.)=\"%1$s\"])]"
                                    .formatted(what));
        };
    }

    private boolean awaitText(String text) {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            if (PageText.isSeen(driver, text)) {
                return true;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        } while (System.nanoTime() < deadline);
        return false;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
