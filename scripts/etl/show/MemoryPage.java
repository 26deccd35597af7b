//DEPS org.slf4j:slf4j-nop:2.0.17
//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow

package etl.show;

import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Memory of all systems over time as an interactive page.
public final class MemoryPage {

    private static final int HEIGHT = 520;
    private static final int SLICES = 600;

    private MemoryPage() {}

    /// @param rows the summary of the same captures
    /// @param source see [Caption]
    public static void write(Path html, List<MemoryLine> all, List<Row> rows, String source) {
        List<MemoryLine> lines = MemoryLines.drawable(all);
        List<MemoryLine> named =
                lines.stream()
                        .filter(MemoryLine::isTypical)
                        .sorted(
                                Comparator.comparingDouble((MemoryLine l) -> l.mib()[l.last()])
                                        .reversed())
                        .toList();
        List<String> systems = named.stream().map(MemoryLine::system).toList();
        PlotlyPage.write(
                html,
                Wording.memoryTitle(lines),
                Wording.MEMORY_SUBTITLE,
                PlotlyParts.script(figure(lines, Palette.of(systems))),
                HEIGHT,
                SummaryHtml.legend(systems, named.stream().map(MemoryLine::name).toList()),
                SummaryHtml.table(rows),
                source + Wording.memoryNote(lines) + Wording.tableNote(rows));
    }

    private static Figure figure(List<MemoryLine> lines, Map<String, Palette.Style> styles) {
        Layout layout =
                Layout.builder()
                        .height(HEIGHT)
                        .autosize(true)
                        .showLegend(false)
                        .hoverMode(Layout.HoverMode.CLOSEST)
                        .margin(Margin.builder().top(32).right(12).bottom(56).left(58).build())
                        .xAxis(
                                Axis.builder()
                                        .title("Seconds from the first reading")
                                        .gridColor(PlotlyPage.GRID)
                                        .build())
                        .yAxis(memoryAxis(lines))
                        .build();
        return Figure.builder()
                .layout(layout)
                .config(Config.builder().responsive(true).displayLogo(false).build())
                .addTraces(
                        lines.stream()
                                .map(line -> trace(line, styles.get(line.system())))
                                .toArray(Trace[]::new))
                .build();
    }

    private static Axis memoryAxis(List<MemoryLine> lines) {
        double[] all = MemoryLines.readings(lines);
        return PlotlyParts.memoryAxis(Statistics.min(all), Statistics.max(all));
    }

    private static Trace trace(MemoryLine whole, Palette.Style style) {
        MemoryLine line = whole.thinned(SLICES);
        boolean thick = line.isTypical();
        return ScatterTrace.builder(line.seconds(), line.mib())
                .mode(ScatterTrace.Mode.LINE)
                .name(PlotlyParts.quotable(line.name() + (thick ? "" : ", run " + line.run())))
                .opacity(thick ? 1 : 0.45)
                .line(
                        Line.builder()
                                .color(style.html())
                                .width(thick ? 3 : 1)
                                .dash(PlotlyParts.dash(style))
                                .build())
                .build();
    }
}
