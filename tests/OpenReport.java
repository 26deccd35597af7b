//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0
//SOURCES Browser.java
//SOURCES Outcome.java
//SOURCES PageSet.java

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.Cli;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The page of a set in a real browser. Pictures of it go to a folder that the test names.
final class OpenReport implements AutoCloseable {

    static final int PHONE = 390;
    static final int DESK = 1440;

    private final Browser browser;
    private final Path folder;
    private final Path pictures;

    private OpenReport(Browser browser) throws IOException {
        this.browser = browser;
        this.folder = Files.createTempDirectory("report");
        this.pictures = Files.createTempDirectory("report-pictures");
        System.out.println("pictures of the page: " + pictures);
        assertEquals(Cli.OK, Outcome.of(new report(), PageSet.in(folder.resolve("set"))).exit());
    }

    /// Skips the test where no browser is installed.
    private static OpenReport now() {
        Browser browser = Browser.open();
        try {
            return new OpenReport(browser);
        } catch (IOException | RuntimeException | AssertionError e) {
            browser.close();
            throw new AssertionError("there is no page to look at", e);
        }
    }

    Browser browser() {
        return browser;
    }

    Path file() {
        return folder.resolve("set/report.html");
    }

    /// Where a picture of this name goes.
    Path picture(String name) {
        return pictures.resolve(name);
    }

    /// See [Browser#load].
    void load(int width, String scheme) {
        browser.load(file(), width, scheme);
    }

    List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }

    WebElement one(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    void toTheMiddle(WebElement element) {
        browser.eval("arguments[0].scrollIntoView({ block: 'center' })", element);
    }

    void openDetails() {
        browser.eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    }

    @Override
    public void close() throws IOException {
        browser.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Gives the test classes one page in one browser, because starting and writing take seconds.
    static final class Shared implements BeforeAllCallback, ParameterResolver {

        /// Here and not where it is handed over, because a skip there would count as a failure.
        @Override
        public void beforeAll(ExtensionContext context) {
            store(context).computeIfAbsent(OpenReport.class, key -> now(), OpenReport.class);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OpenReport.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return store(context).get(OpenReport.class, OpenReport.class);
        }

        private static ExtensionContext.Store store(ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
        }
    }
}
