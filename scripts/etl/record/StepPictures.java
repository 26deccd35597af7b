package etl.record;

import etl.Failure;

import org.openqa.selenium.chrome.ChromeDriver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Pictures of what a browser shows, numbered and named after what a person wants there. They are
/// kept in result sets: as JPEG they take a third of a PNG.
final class StepPictures {

    private static final Map<String, Object> FORMAT = Map.of("format", "jpeg", "quality", 70);

    private final ChromeDriver driver;
    private final Path beginning;
    private final List<Path> taken = new ArrayList<>();
    private long nanos;

    /// @param beginning of their names
    StepPictures(ChromeDriver driver, Path beginning) {
        this.driver = driver;
        this.beginning = beginning;
    }

    /// Takes one.
    void take(String what) {
        long began = System.nanoTime();
        String name =
                "%s-%d-%s.jpg"
                        .formatted(
                                beginning.getFileName(),
                                taken.size(),
                                what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        Path file = beginning.resolveSibling(name);
        try {
            Map<String, Object> answer = driver.executeCdpCommand("Page.captureScreenshot", FORMAT);
            Files.write(file, Base64.getDecoder().decode(answer.get("data").toString()));
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
        taken.add(file);
        nanos += System.nanoTime() - began;
    }

    /// How long it took to take them.
    long nanos() {
        return nanos;
    }

    /// Those that were taken, the first one first.
    List<Path> taken() {
        return List.copyOf(taken);
    }
}
