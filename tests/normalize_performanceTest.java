//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES Repository.java
//SOURCES ResultFolder.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

class normalize_performanceTest {

    @TempDir private Path folder;

    @Test
    void everyInstantOfEveryRunIsARowFromZeroOn() throws IOException {
        ResultFolder.capture(folder.resolve("run-1"), "cron", 20, 22.5);
        ResultFolder.capture(folder.resolve("run-3"), "cron", 21, Double.NaN);

        Outcome outcome = Outcome.of(new normalize_performance(), folder);

        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals(
                """
                system,run,elapsed_s,memory_mib
                cron,1,0.000,20.000
                cron,1,1.000,22.500
                cron,3,0.000,21.000
                cron,3,1.000,
                """,
                Files.readString(folder.resolve("normalized_performance.csv")));
    }

    @Test
    void theOriginalBecomesAPictureAndAPage() throws IOException {
        ResultFolder.copyOriginal(folder);

        Outcome outcome = Outcome.of(new normalize_performance(), folder);

        assertEquals(0, outcome.exit(), outcome.err());
        var picture = ImageIO.read(folder.resolve("normalized_comparison.png").toFile());
        assertEquals(List.of(2400, 1350), List.of(picture.getWidth(), picture.getHeight()));
        String page = Files.readString(folder.resolve("normalized_comparison.html"));
        for (String name : List.of("Airflow", "Cronicle", "Kestra", "Ofelia", "Supervisord")) {
            assertTrue(page.contains("</span>" + name + "</li>"), name);
        }
    }

    @Test
    void itsOwnCsvIsNotTakenForACapture() throws IOException {
        ResultFolder.capture(folder, "cron", 20, 22);
        Outcome.of(new normalize_performance(), folder);

        assertEquals(0, Outcome.of(new normalize_performance(), folder).exit());
    }

    @Test
    void whereNothingWasReadThereIsNothingToDraw() throws IOException {
        ResultFolder.capture(folder, "cron", Double.NaN, Double.NaN);

        Outcome outcome = Outcome.of(new normalize_performance(), folder);

        assertEquals(1, outcome.exit());
        assertTrue(outcome.err().contains("there is nothing to draw"), outcome.err());
    }

    @Test
    void aFolderWithoutCaptureEndsInOneLine() {
        Outcome outcome = Outcome.of(new normalize_performance(), folder);

        assertEquals(1, outcome.exit());
        assertEquals(1, outcome.errLines().size(), outcome.err());
    }
}
