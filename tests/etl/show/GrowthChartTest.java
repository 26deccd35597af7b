//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Comparison;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

class GrowthChartTest {

    private static final int WHITE = Color.WHITE.getRGB();

    @TempDir private Path folder;

    @Test
    void nothingIsDrawnOfCostsAtOneSize() {
        Path png = folder.resolve("growth.png");
        Comparison one = Comparison.alone("a", "ms", new double[] {1}, "no peer");

        assertFalse(GrowthChart.write(png, List.of(one, one.at("rows", 10)), "Machine."));
        assertFalse(Files.exists(png));
    }

    /// Between the panels, and in both margins: a heading or a name that is too long for its panel
    /// would stand there.
    @Test
    void everyPanelKeepsToItsPlace() throws IOException {
        String peer = "pandas 3.1.1, read_csv and groupby";
        List<Comparison> all = new ArrayList<>(growth("ms", "captures", 10, "no peer"));
        assertPanels(all, 1);
        all.addAll(growth("ms", "rows", 10_000, peer));
        assertPanels(all, 2);
        all.addAll(growth("MiB", "rows", 10_000, peer));
        assertPanels(all, 2);
        all.addAll(growth("% of a core", "containers", 1, "bare JVM that wakes at the same pace"));
        assertPanels(all, 2);
    }

    private void assertPanels(List<Comparison> all, int columns) throws IOException {
        Path png = folder.resolve(all.size() + ".png");
        assertTrue(GrowthChart.write(png, all, "Machine."));
        BufferedImage picture = ImageIO.read(png.toFile());
        assertEquals(Look.WIDTH * Look.SCALE, picture.getWidth());
        assertWhite(picture, 0, Look.MARGIN - 2.0);
        assertWhite(picture, Look.WIDTH - Look.MARGIN + 2.0, Look.WIDTH);
        if (columns == 2) {
            double middle = Look.WIDTH / 2.0;
            double half = GrowthChart.GAP / 2 - 2;
            assertWhite(picture, middle - half, middle + half);
            int[] below = pixels(picture, Look.MARGIN, Look.WIDTH - Look.MARGIN);
            assertTrue(Arrays.stream(below).anyMatch(pixel -> pixel != WHITE));
        }
    }

    /// @param from in points from the left, as is `to`; below the title, which is wider
    private static void assertWhite(BufferedImage picture, double from, double to) {
        int[] pixels = pixels(picture, from, to);
        int[] white = new int[pixels.length];
        Arrays.fill(white, WHITE);
        assertArrayEquals(white, pixels, from + " to " + to);
    }

    private static int[] pixels(BufferedImage picture, double from, double to) {
        int x = (int) (from * Look.SCALE);
        int width = (int) (to * Look.SCALE) - x;
        int y = Look.HEADER * Look.SCALE;
        return picture.getRGB(x, y, width, picture.getHeight() - y, null, 0, width);
    }

    private static List<Comparison> growth(String unit, String of, long first, String peer) {
        List<Comparison> points = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] ours = {123.4 * (i + 1)};
            double[] theirs = peer.equals("no peer") ? new double[0] : new double[] {100 + i};
            points.add(
                    new Comparison("a", unit, ours, peer, theirs)
                            .at(of, first * (long) Math.pow(10, i)));
        }
        return points;
    }
}
