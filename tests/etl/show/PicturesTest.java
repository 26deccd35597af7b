//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Rows.java

package etl.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.Failure;
import etl.result.Column;
import etl.result.SummaryCsv.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

class PicturesTest {

    private static final Row CRON =
            Rows.row("cron", Map.of(Column.PEAK_RAM_MIB, 24.0, Column.IDLE_RAM_MIB, 20.0));
    private static final Row UNKNOWN = Rows.row("unknown", Map.of());

    @TempDir private Path folder;

    @Test
    void theMemoryChartHasTwiceThePixelsOfItsCanvas() throws IOException {
        BufferedImage picture = memory("cron");

        assertEquals(List.of(2400, 1350), List.of(picture.getWidth(), picture.getHeight()));
    }

    @Test
    void aLineHasTheColourOfItsSystem() throws IOException {
        int color = Palette.of(List.of("ofelia")).get("ofelia").line().getRGB();

        assertTrue(count(memory("ofelia"), color) > 5_000);
        assertEquals(0, count(memory("cron"), color));
    }

    /// Nobody else may put another font into its place.
    @Test
    void theFontsLieInAFolderOfTheUser() throws IOException {
        memory("cron");
        String file = System.getProperty("sun.awt.fontconfig");
        assumeTrue(file != null, "not on Linux");
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Path.of(file).getParent())));
    }

    @Test
    void theSamePictureIsTheSameFile() throws IOException {
        EfficiencyChart.write(folder.resolve("a.png"), List.of(CRON), "Source.");
        EfficiencyChart.write(folder.resolve("b.png"), List.of(CRON), "Source.");

        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a.png")),
                Files.readAllBytes(folder.resolve("b.png")));
    }

    @Test
    void aSystemWithoutNumbersStaysInThePictures() throws IOException {
        EfficiencyChart.write(folder.resolve("one.png"), List.of(CRON), "Source.");
        EfficiencyChart.write(folder.resolve("two.png"), List.of(CRON, UNKNOWN), "Source.");

        assertEquals(92, read("two.png").getHeight() - read("one.png").getHeight());

        TableImage.write(folder.resolve("table.png"), List.of(UNKNOWN, CRON), "Source.");
        int black = Palette.of(List.of("cron")).get("cron").line().getRGB();
        assertTrue(count(read("table.png"), black) > 5_000, "the bar of the peak");
    }

    @Test
    void aFolderThatIsNotThereIsAFailureAndNoBug() {
        Path png = folder.resolve("missing/a.png");

        Failure failure =
                assertThrows(
                        Failure.class, () -> EfficiencyChart.write(png, List.of(CRON), "Source."));

        assertTrue(failure.getMessage().startsWith(png + ": cannot be written"));
    }

    @Test
    void aFullDiskIsAFailureAndNoBug() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");

        Failure failure =
                assertThrows(
                        Failure.class, () -> EfficiencyChart.write(full, List.of(CRON), "Source."));

        assertTrue(
                failure.getMessage()
                        .startsWith("/dev/full: cannot be written: java.io.IOException"),
                failure.getMessage());
    }

    private BufferedImage memory(String system) throws IOException {
        MemoryLine line =
                new MemoryLine(
                        system,
                        system,
                        1,
                        true,
                        new double[] {0, 60, 120},
                        new double[] {20, 25, 21});
        MemoryChart.write(folder.resolve("memory.png"), List.of(line), "Source.");
        return read("memory.png");
    }

    private BufferedImage read(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    private static long count(BufferedImage picture, int rgb) {
        int width = picture.getWidth();
        return Arrays.stream(picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width))
                .filter(pixel -> pixel == rgb)
                .count();
    }
}
