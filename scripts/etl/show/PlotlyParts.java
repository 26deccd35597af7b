//DEPS org.slf4j:slf4j-nop:2.0.17
//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4

package etl.show;

import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.TickSettings;

import java.util.Arrays;

/// What a figure of jsplot needs to stand in a [PlotlyPage].
final class PlotlyParts {

    private PlotlyParts() {}

    /// The statements of the figure without the script element around them.
    static String script(Figure figure) {
        String element = figure.asJavascript(PlotlyPage.TARGET);
        int start = element.indexOf("<script>") + "<script>".length();
        return element.substring(start, element.lastIndexOf("</script>"));
    }

    /// A name that jsplot can put between quotes and Plotly takes for plain text: jsplot does not
    /// escape backslashes, and Plotly reads tags. Look-alikes keep such a name readable.
    static String quotable(String name) {
        return name.replace('\\', '/')
                .replace('<', '\u2039')
                .replace('>', '\u203A')
                .replaceAll("\\p{Cntrl}", " ");
    }

    /// A logarithmic axis with the same few round ticks as in the pictures.
    static Axis memoryAxis(double min, double max) {
        double[] range = LogScale.around(min, max);
        double[] ticks = LogScale.ticks(range[0], range[1]);
        return Axis.builder()
                .title("MiB")
                .type(Axis.Type.LOG)
                .gridColor(PlotlyPage.GRID)
                .autoRange(Axis.AutoRange.FALSE)
                .range(Math.log10(range[0]), Math.log10(range[1]))
                .tickSettings(
                        TickSettings.builder()
                                .tickMode(TickSettings.TickMode.ARRAY)
                                .arrayTicks(
                                        ticks,
                                        Arrays.stream(ticks)
                                                .mapToObj(LogScale::label)
                                                .toArray(String[]::new))
                                .build())
                .build();
    }

    static Line.Dash dash(Palette.Style style) {
        return switch (style.dash()) {
            case 1 -> Line.Dash.DASH;
            case 2 -> Line.Dash.DOT;
            case 3 -> Line.Dash.DASH_DOT;
            default -> Line.Dash.SOLID;
        };
    }
}
