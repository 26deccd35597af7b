//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES Repository.java
//SOURCES ResultFolder.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

class generate_table_imgTest {

    @TempDir private Path folder;

    @Test
    void withoutSummaryItNamesTheCommandThatMakesOne() {
        Outcome outcome = Outcome.of(new generate_table_img(), folder);

        assertEquals(1, outcome.exit());
        assertEquals(
                "generate_table_img.java: %s: is not there; make it with: jbang analysis.java %s\n"
                        .formatted(folder.resolve("final_summary_report.csv"), folder),
                outcome.err());
    }

    @Test
    void theSummaryBecomesAPictureOfTwiceTheSize() throws IOException {
        ResultFolder.copyOriginal(folder);
        Outcome.of(new analysis(), folder, "--no-charts");

        Outcome outcome = Outcome.of(new generate_table_img(), folder);

        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals(
                2400, ImageIO.read(folder.resolve("final_results_table.png").toFile()).getWidth());
    }

    @Test
    void aSystemMoreMakesThePictureHigher() throws IOException {
        ResultFolder.capture(folder, "cron", 20, 22);
        int one = heightOfTable();
        ResultFolder.capture(folder, "ofelia", 20, 22);
        int two = heightOfTable();

        assertEquals(92, two - one);
    }

    @Test
    void aFileThatIsNoSummaryIsRefused() throws IOException {
        Files.writeString(folder.resolve("final_summary_report.csv"), "a,b\n1,2\n");

        Outcome outcome = Outcome.of(new generate_table_img(), folder);

        assertEquals(1, outcome.exit());
        assertTrue(outcome.err().contains("line 1: not a summary"), outcome.err());
        assertFalse(Files.exists(folder.resolve("final_results_table.png")));
    }

    private int heightOfTable() throws IOException {
        Outcome.of(new analysis(), folder, "--no-charts");
        Outcome.of(new generate_table_img(), folder);
        return ImageIO.read(folder.resolve("final_results_table.png").toFile()).getHeight();
    }
}
