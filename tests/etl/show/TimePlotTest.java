//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The script of the page reads the values out of the line that is drawn: unit and sign are a
/// contract between the two.
class TimePlotTest {

    private static final Pattern PATH = Pattern.compile(" d=\"([^\"]*)\"");

    private static MemoryLine line(double... mib) {
        double[] seconds = new double[mib.length];
        java.util.Arrays.setAll(seconds, i -> i * 0.5);
        return new MemoryLine("cron", "cron", 1, true, seconds, mib);
    }

    private static String drawn(PlotScale scale, MemoryLine line) {
        Matcher path =
                PATH.matcher(
                        new TimePlot(scale, 10, 100)
                                .line("typical", "", line)
                                .html("label", "panel")
                                .render());
        assertTrue(path.find());
        return path.group(1);
    }

    @Test
    void aLinearLineIsInTenthsOfASecondAndHundredthsOfAMib() {
        assertEquals("M0,-1234 5,-2000", drawn(PlotScale.linear(0, 20, 3), line(12.34, 20)));
        assertEquals("M0,-1234 5,-2000", drawn(PlotScale.linear(0, 200, 3), line(123.4, 200)));
    }

    @Test
    void aLogLineIsInThousandthsOfTheLogarithm() {
        assertEquals("M0,-1000 5,-2000", drawn(PlotScale.log(10, 100), line(10, 100)));
        assertEquals("M0,301 5,-2000", drawn(PlotScale.log(0.5, 100), line(0.5, 100)));
    }

    @Test
    void anInstantThatLacksAContainerBreaksTheLine() {
        assertEquals(
                "M0,-100M10,-200 15,-300",
                drawn(PlotScale.linear(0, 3, 3), line(1, Double.NaN, 2, 3)));
    }

    @Test
    void theNameOfALineIsEscaped() {
        String html =
                new TimePlot(PlotScale.linear(0, 3, 3), 10, 100)
                        .line("typical", "\"><script>", line(1, 2))
                        .html("\"><script>", "panel")
                        .render();
        assertTrue(!html.contains("<script>"), html);
    }
}
