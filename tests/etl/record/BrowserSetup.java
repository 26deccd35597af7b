package etl.record;

import etl.Failure;

import java.util.function.Consumer;

/// What the test of the page needs beyond the engine: Chromium and the driver that belongs to it.
/// One that is there is left alone.
public final class BrowserSetup {

    private BrowserSetup() {}

    /// Where it is not possible the reason is told, and the test of the page skips.
    ///
    /// @param say is told each step in one line
    public static void install(Consumer<String> say) {
        if (Chromium.isThere()) {
            return;
        }
        if (!OsRelease.ofThisMachine().id().equals("debian")) {
            // Ubuntu's packages of this name only lead to snap, which a container does not have
            say.accept("no browser is installed here: the page's browser test will skip");
            return;
        }
        try {
            new Apt(say).install("chromium-driver"); // brings the browser in the same version
        } catch (Failure e) {
            say.accept("the page's browser test will skip: " + e.getMessage());
        }
    }
}
