//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

class NotebookChartsTest {

    private static final double NONE = Double.NaN;
    private static final double[] X = {0, 60, 120};
    private static final double[] Y = {20, 25, 21};

    private static LineChart lines() {
        return new LineChart("Title", "Subtitle");
    }

    @Test
    void aPictureSaysInWordsWhatItShows() {
        Picture picture = lines().line("all", "cron", X, Y).picture("Source.");

        assertEquals("Title. Subtitle", picture.toString());
        assertEquals(2400, picture.getWidth());
    }

    @Test
    void whereNothingWasMeasuredThePictureSaysSo() {
        String nothing = "Title. Nothing of this was measured here.";

        assertEquals(
                nothing,
                lines().line("all", "cron", X, new double[] {NONE, NONE, NONE})
                        .marks("fire", NONE)
                        .picture("Source.")
                        .toString());
        assertEquals(
                nothing,
                new DotChart("Title", "Subtitle", "ms")
                        .row("Cron", "cron", NONE)
                        .picture("Source.")
                        .toString());
        assertEquals(
                nothing,
                new HistogramChart("Title", "Subtitle", "MiB")
                        .row("runs", new double[0], NONE, NONE)
                        .picture("Source.")
                        .toString());
    }

    @Test
    void theSameNumbersAreTheSamePicture() {
        int[] first = pixels(lines().line("all", "cron", X, Y).picture("Source."));

        assertArrayEquals(first, pixels(lines().line("all", "cron", X, Y).picture("Source.")));
    }

    @Test
    void aGapInALineIsLeftOpen() {
        int color = color("ofelia");
        double[] whole = {20, 20, 20, 20, 20};
        double[] gap = {20, 20, NONE, 20, 20};
        double[] x = {0, 1, 2, 3, 4};

        long with = count(lines().line("all", "ofelia", x, gap).picture("Source."), color);
        long without = count(lines().line("all", "ofelia", x, whole).picture("Source."), color);

        assertTrue(with > 0 && with < 0.7 * without, with + " of " + without);
    }

    @Test
    void onlyTheIdleStretchesAreShaded() {
        int pale = new Color(0xF0F2F5).getRGB();
        boolean[] none = new boolean[3];
        boolean[] first = {true, true, false};

        assertEquals(
                0, count(lines().line("a", "cron", X, Y).shade(X, none).picture("Source."), pale));
        assertTrue(
                count(lines().line("a", "cron", X, Y).shade(X, first).picture("Source."), pale)
                        > 100_000);
    }

    @Test
    void aSinglePointAndALineAtZeroAreDrawn() {
        Picture point =
                lines().line("a", "ofelia", new double[] {5}, new double[] {0}).picture("Source.");

        assertTrue(count(point, color("ofelia")) > 100);
    }

    @Test
    void aRowOfDotsIsPlacedBetweenItsSmallestAndZero() {
        DotChart dots = new DotChart("Title", "Subtitle", "ms");
        dots.row("Early", "ofelia", -200, -100).row("Nothing", "cron");
        Picture picture = dots.picture("Source.");

        // white paper, the name at the left, the median at the right, both rows
        assertTrue(
                count(
                                picture,
                                Palette.of(java.util.List.of("ofelia"))
                                        .get("ofelia")
                                        .text()
                                        .getRGB())
                        > 0);
        assertTrue(picture.getHeight() > 2 * (Look.HEADER + 2 * 44));
    }

    @Test
    void eachRowOfBarsHasItsOwnScale() {
        double[] many = new double[4000];
        Arrays.setAll(many, i -> 20 + i % 7);
        int blue = new Color(0x0072B2).getRGB();
        HistogramChart one = new HistogramChart("T", "S", "MiB").row("many", many, 20, 26);
        long alone = count(one.picture("Source."), blue);
        HistogramChart two = new HistogramChart("T", "S", "MiB").row("many", many, 20, 26);
        long both = count(two.row("few", new double[] {20, 26}, 20, 26).picture("Source."), blue);

        assertTrue(alone > 1_000, alone + " pixels");
        assertTrue(both > alone, "the few are as high as the many");
    }

    private static int color(String system) {
        return Palette.of(java.util.List.of(system)).get(system).line().getRGB();
    }

    private static int[] pixels(BufferedImage picture) {
        int width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }

    private static long count(BufferedImage picture, int rgb) {
        return Arrays.stream(pixels(picture)).filter(pixel -> pixel == rgb).count();
    }
}
