package etl.show;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// One colour per system, the same in every picture: it follows from the system's name alone, so no
/// list of systems is kept and any subset looks the same. The colours are those of Okabe and Ito
/// (2008), told apart by colour-blind readers, without yellow, which vanishes on white.
///
/// Seven colours cannot tell more than seven systems apart. Where two of one picture share a
/// colour, the second in alphabetical order is dashed, the third dotted …; every line is named at
/// its end.
final class Palette {

    private static final int[] LINES = {
        0xD55E00, 0xCC79A7, 0x009E73, 0x0072B2, 0xE69F00, 0x56B4E9, 0x000000
    };

    // the same hues, dark enough for text: at least 4.5:1 on white
    private static final int[] TEXTS = {
        0xBD5300, 0xA8487C, 0x007E5C, 0x0072B2, 0x946600, 0x21779F, 0x000000
    };

    // the same hues on a dark ground, for lines and text: at least 4.5:1 on #12161c
    private static final int[] DARKS = {
        0xFF8B3D, 0xE9A3CB, 0x35C795, 0x4FA3E3, 0xF0B43C, 0x9BD7FA, 0xE8EAED
    };

    // chosen so that the systems of the first release spread over the colours
    private static final int SEED = 4_769_573;
    private static final int FNV_PRIME = 16_777_619;

    private static final float[][] DASHES = {null, {10, 6}, {2, 6}, {12, 5, 2, 5}};

    /// How a system is drawn.
    ///
    /// @param dash 0 solid, 1 dashed, 2 dotted, 3 dash-dotted
    /// @param hue number of the colour, for the classes of [#css]
    record Style(Color line, Color text, int dash, int hue) {

        /// A colour of no system, which no page has a class for.
        Style(Color line, Color text, int dash) {
            this(line, text, dash, -1);
        }

        BasicStroke stroke(double width) {
            return new BasicStroke(
                    (float) width,
                    dash == 0 ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND,
                    10,
                    DASHES[dash],
                    0);
        }

        /// The line's colour for HTML, `#d55e00`.
        String html() {
            return "#%06x".formatted(line.getRGB() & 0xFFFFFF);
        }

        /// Classes for a page that has [#css].
        String classes() {
            return "hue-" + hue + " dash-" + dash;
        }

        /// The text's colour for HTML.
        String textHtml() {
            return "#%06x".formatted(text.getRGB() & 0xFFFFFF);
        }
    }

    private Palette() {}

    /// The styles of one picture, by system.
    static Map<String, Style> of(Collection<String> systems) {
        Map<Integer, Integer> used = new HashMap<>();
        Map<String, Style> styles = new TreeMap<>();
        for (String system : new TreeSet<>(systems)) {
            int color = slot(system);
            int dash = used.merge(color, 1, Integer::sum) - 1;
            styles.put(
                    system,
                    new Style(
                            new Color(LINES[color]),
                            new Color(TEXTS[color]),
                            dash % DASHES.length,
                            color));
        }
        return styles;
    }

    /// The colours as a style sheet, one class per hue, each for a light and a dark page.
    static String css() {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < LINES.length; i++) {
            css.append(
                    ".hue-%d{--line:light-dark(#%06x,#%06x);--text:light-dark(#%06x,#%06x)}\n"
                            .formatted(i, LINES[i], DARKS[i], TEXTS[i], DARKS[i]));
        }
        return css.toString();
    }

    /// FNV-1a over the name. A tuned variant belongs to its system and has its colour.
    private static int slot(String system) {
        int hash = SEED;
        for (char c : system.replaceFirst("-tuned$", "").toCharArray()) {
            hash = (hash ^ c) * FNV_PRIME;
        }
        return Math.floorMod(hash ^ hash >>> 15, LINES.length);
    }
}
