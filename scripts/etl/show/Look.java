//DEPS com.pngencoder:pngencoder:0.15.0

package etl.show;

import com.pngencoder.PngEncoder;

import etl.Failure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// What all pictures share: size, ink, and how text and numbers are set. Lengths are in points of
/// the unscaled canvas; the PNG has twice as many pixels.
final class Look {

    static final int WIDTH = 1200;
    static final int HEIGHT = 675;
    static final int SCALE = 2;
    static final int MARGIN = 40;
    static final int HEADER = 104;
    static final Color INK = new Color(0x1A1A1A);
    static final Color MUTED = new Color(0x5C6370);
    static final Color GRID = new Color(0xE1E4E8);

    /// Of 9: areas of one colour are small at every level, and more takes its time.
    private static final int COMPRESSION = 2;

    private Look() {}

    /// Paints on white.
    ///
    /// @param words what the picture shows
    static Picture picture(
            String words, double width, double height, Consumer<Graphics2D> painter) {
        int w = (int) Math.ceil(width);
        int h = (int) Math.ceil(height);
        Picture picture = new Picture(words, w * SCALE, h * SCALE);
        Graphics2D g = graphics(picture);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, w, h);
        painter.accept(g);
        g.dispose();
        return picture;
    }

    /// Paints on white and writes the PNG.
    static void save(Path png, double width, double height, Consumer<Graphics2D> painter) {
        save(png, picture("", width, height, painter));
    }

    /// Writes the PNG; a picture is derived, so an older one is replaced.
    static void save(Path png, BufferedImage picture) {
        try (OutputStream out = Files.newOutputStream(png)) {
            new PngEncoder()
                    .withBufferedImage(picture)
                    .withCompressionLevel(COMPRESSION)
                    // with several threads the file depends on how many cores there are
                    .withMultiThreadedCompressionEnabled(false)
                    .toStream(out);
        } catch (UncheckedIOException e) { // what the encoder makes of one
            throw unwritable(png, e.getCause());
        } catch (IOException e) {
            throw unwritable(png, e);
        }
    }

    private static Failure unwritable(Path png, IOException e) {
        return new Failure(png + ": cannot be written: " + e, e);
    }

    private static Graphics2D graphics(BufferedImage image) {
        Fonts.plain(1); // before the first text: sets up fonts where the machine has none
        Graphics2D g = image.createGraphics();
        g.addRenderingHints(
                Map.of(
                        RenderingHints.KEY_ANTIALIASING,
                        RenderingHints.VALUE_ANTIALIAS_ON,
                        RenderingHints.KEY_TEXT_ANTIALIASING,
                        RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
                        RenderingHints.KEY_FRACTIONALMETRICS,
                        RenderingHints.VALUE_FRACTIONALMETRICS_ON,
                        RenderingHints.KEY_STROKE_CONTROL,
                        RenderingHints.VALUE_STROKE_PURE));
        g.scale(SCALE, SCALE);
        return g;
    }

    /// A graphics context to measure text with, before the size of the picture is known.
    static Graphics2D measure() {
        return graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    }

    /// Draws at a baseline; align 0 puts x at the left of the text, 0.5 at its middle, 1 at its
    /// right. Returns its right edge.
    static double text(
            Graphics2D g,
            String text,
            Font font,
            Color color,
            double x,
            double baseline,
            double align) {
        double width = width(g, text, font);
        g.setFont(font);
        g.setColor(color);
        g.drawString(text, (float) (x - align * width), (float) baseline);
        return x + (1 - align) * width;
    }

    /// The same on a white ground, so that no grid line runs through the text.
    static void textOnWhite(
            Graphics2D g,
            String text,
            Font font,
            Color color,
            double x,
            double baseline,
            double align) {
        double width = width(g, text, font);
        double height = font.getSize2D();
        g.setColor(Color.WHITE);
        g.fill(
                new Rectangle2D.Double(
                        x - align * width - 3, baseline - 0.85 * height, width + 6, 1.1 * height));
        text(g, text, font, color, x, baseline, align);
    }

    static double width(Graphics2D g, String text, Font font) {
        return font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    /// Distance from the middle of the digits down to the baseline.
    static double middle(Graphics2D g, Font font) {
        return font.createGlyphVector(g.getFontRenderContext(), "0").getVisualBounds().getHeight()
                / 2;
    }

    /// Three significant digits below 1,000, whole numbers above.
    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
