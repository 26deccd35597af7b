//DEPS org.seleniumhq.selenium:selenium-chrome-driver:4.52.0

package etl.record;

import etl.Failure;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import java.io.File;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The browser of this machine, without a window: Chromium and the driver that belongs to it.
public final class Chromium {

    /// How a person who has neither gets them.
    public static final String ADVICE = "on Debian: apt-get install chromium-driver";

    private static final String DRIVER = "chromedriver";

    /// Kept, because a logger that nobody holds forgets its level. It warns of every Chromium that
    /// is newer than Selenium.
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    private Chromium() {}

    /// Whether both are installed.
    public static boolean isThere() {
        return command().isPresent() && Shell.has(DRIVER);
    }

    private static Optional<String> command() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(Shell::has)
                .findFirst();
    }

    /// Options with the browser's place, to which more may be added.
    ///
    /// @throws Failure when it is not installed
    public static ChromeOptions options() {
        if (!isThere()) {
            throw new Failure("chromium and chromedriver are not installed; " + ADVICE);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Shell.path(command().orElseThrow()).toString());
        options.addArguments("--headless=new", "--hide-scrollbars", "--disable-dev-shm-usage");
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox"); // as root it does not start with one
        }
        return options;
    }

    /// Starts it. The driver is named by its path, so that Selenium does not try to download one.
    public static ChromeDriver start(ChromeOptions options) {
        DEVTOOLS.setLevel(Level.SEVERE);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(Shell.path(DRIVER).toString()))
                        .build();
        return new ChromeDriver(service, options);
    }
}
