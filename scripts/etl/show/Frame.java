package etl.show;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/// The words around a picture: title and subtitle above, caption below.
final class Frame {

    private static final int LINE = 20;
    private static final String NOTHING = "Nothing of this was measured here.";

    private Frame() {}

    /// Title and subtitle at the top.
    static void header(Graphics2D g, String title, String subtitle) {
        Look.text(g, title, Fonts.bold(30), Look.INK, Look.MARGIN, 54, 0);
        Look.text(g, subtitle, Fonts.plain(18), Look.MUTED, Look.MARGIN, 84, 0);
    }

    /// In place of a picture for which nothing was measured: one that says so.
    static Picture nothing(String title, String subtitle, String note) {
        double height = Look.HEADER + 40 + room(Look.measure(), note, Look.WIDTH);
        return Look.picture(
                title + ". " + NOTHING,
                Look.WIDTH,
                height,
                g -> {
                    header(g, title, subtitle);
                    Look.text(
                            g,
                            NOTHING,
                            Fonts.plain(18),
                            Look.INK,
                            Look.MARGIN,
                            Look.HEADER + 28,
                            0);
                    caption(g, note, Look.WIDTH, height);
                });
    }

    /// Room that a caption takes at the bottom of a picture.
    static double room(Graphics2D g, String caption, double width) {
        return LINE * wrap(g, caption, width).size() + 24;
    }

    static void caption(Graphics2D g, String caption, double width, double height) {
        double baseline = height - room(g, caption, width) + 14;
        for (String line : wrap(g, caption, width)) {
            Look.text(g, line, Fonts.plain(14), Look.MUTED, Look.MARGIN, baseline, 0);
            baseline += LINE;
        }
    }

    private static List<String> wrap(Graphics2D g, String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty()
                    && Look.width(g, longer, Fonts.plain(14)) > width - 2 * Look.MARGIN) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }
}
