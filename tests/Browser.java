//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import etl.record.Chromium;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

/// A headless Chromium that notes every request and every message on its console.
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Skips the test where no browser is installed.
    static Browser open() {
        assumeTrue(
                Chromium.isThere(),
                "chromium and chromedriver are not installed; on Debian this brings them:"
                        + " ./jbangw test --install-engine");
        ChromeOptions options = Chromium.options();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new Browser(Chromium.start(options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /// Loads the page in a window of this size, with nothing kept from before.
    ///
    /// @param scheme `light` or `dark`: what the system is set to
    void load(Path page, int width, String scheme) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        900,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 600));
        media("screen", scheme);
        driver.get(page.toUri().toString());
        eval("try { localStorage.clear() } catch {}");
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.manage().logs().get(LogType.BROWSER);
        driver.navigate().refresh();
    }

    /// @param type `screen` or `print`
    void media(String type, String scheme) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        type,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /// What a script returns.
    Object eval(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /// Addresses that were asked for since the page was loaded, the page's own first.
    List<String> requests() throws JsonProcessingException {
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(message.at("/params/request/url").asText());
            }
        }
        return requests;
    }

    /// All that the console says.
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /// The whole page as a picture.
    void picture(Path png) throws IOException {
        write(
                png,
                cdp(
                        "Page.captureScreenshot",
                        Map.of("captureBeyondViewport", true, "format", "png")));
    }

    /// What is on the screen, with the pointer where it is.
    void screen(Path png) throws IOException {
        Files.write(png, driver.getScreenshotAs(OutputType.BYTES));
    }

    /// The page as it is printed.
    void print(Path pdf) throws IOException {
        write(
                pdf,
                cdp("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true)));
    }

    private static void write(Path file, Map<String, Object> answer) throws IOException {
        Files.write(file, Base64.getDecoder().decode(answer.get("data").toString()));
    }

    Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
