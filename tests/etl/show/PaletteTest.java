//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class PaletteTest {

    private static final List<String> TEN =
            List.of(
                    "airflow",
                    "cron",
                    "cronicle",
                    "dagster",
                    "dagu",
                    "dkron",
                    "kestra",
                    "ofelia",
                    "prefect",
                    "supervisord");

    @Test
    void aSystemHasItsColourInEverySubset() {
        Map<String, Palette.Style> all = Palette.of(TEN);
        for (String system : TEN) {
            assertEquals(all.get(system).line(), Palette.of(List.of(system)).get(system).line());
        }
    }

    @Test
    void theFirstSixSystemsHaveSixColours() {
        assertEquals(
                6,
                Palette.of(
                                List.of(
                                        "airflow",
                                        "cron",
                                        "cronicle",
                                        "kestra",
                                        "ofelia",
                                        "supervisord"))
                        .values()
                        .stream()
                        .map(Palette.Style::line)
                        .distinct()
                        .count());
    }

    @Test
    void tenSystemsAreToldApartByColourAndDash() {
        Set<String> looks =
                Palette.of(TEN).values().stream()
                        .map(style -> style.html() + style.dash())
                        .collect(Collectors.toSet());

        assertEquals(10, looks.size());
    }

    @Test
    void aTunedVariantHasItsSystemsColourAndADash() {
        Map<String, Palette.Style> styles = Palette.of(List.of("airflow", "airflow-tuned"));

        assertEquals(styles.get("airflow").line(), styles.get("airflow-tuned").line());
        assertNotEquals(styles.get("airflow").dash(), styles.get("airflow-tuned").dash());
    }

    @Test
    void textIsReadableOnWhite() {
        for (Palette.Style style : Palette.of(TEN).values()) {
            assertTrue(contrastWithWhite(style.text()) >= 4.5, style.textHtml());
        }
    }

    /// Contrast ratio of WCAG 2.2.
    private static double contrastWithWhite(Color color) {
        double luminance =
                0.2126 * linear(color.getRed())
                        + 0.7152 * linear(color.getGreen())
                        + 0.0722 * linear(color.getBlue());
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
