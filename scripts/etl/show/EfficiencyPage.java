//DEPS org.slf4j:slf4j-nop:2.0.17
//DEPS tech.tablesaw:tablesaw-core:0.44.4
//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow

package etl.show;

import etl.result.Column;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Idle and peak of all systems as an interactive page.
public final class EfficiencyPage {

    private static final int ROW = 44;

    private final List<Row> rows;
    private final Map<String, Palette.Style> styles;

    /// @param rows heaviest first, because Plotly puts its first category at the bottom
    private EfficiencyPage(List<Row> rows) {
        this.rows = rows;
        this.styles = Palette.of(rows.stream().map(Row::system).toList());
    }

    /// @param rows at least one with a peak
    /// @param source see [Caption]
    public static void write(Path html, List<Row> rows, String source) {
        List<Row> measured =
                Wording.byPeak(rows).stream()
                        .filter(r -> !Double.isNaN(r.value(Column.PEAK_RAM_MIB)))
                        .toList();
        int height = 90 + ROW * measured.size();
        PlotlyPage.write(
                html,
                Wording.efficiencyTitle(rows),
                Wording.EFFICIENCY_SUBTITLE,
                new EfficiencyPage(measured.reversed()).figure(height, Shown.idle(rows)),
                height,
                "",
                SummaryHtml.table(rows),
                source + Wording.tableNote(rows));
    }

    private Figure figure(int height, Column idle) {
        int longest = rows.stream().mapToInt(r -> Wording.name(r).length()).max().orElse(0);
        Layout layout =
                Layout.builder()
                        .height(height)
                        .autosize(true)
                        .showLegend(false)
                        .hoverMode(Layout.HoverMode.CLOSEST)
                        .margin(
                                Margin.builder()
                                        .top(32)
                                        .right(24)
                                        .bottom(56)
                                        .left(24 + 7 * longest)
                                        .build())
                        .xAxis(memoryAxis(idle))
                        .yAxis(Axis.builder().showGrid(false).build())
                        .build();
        List<Trace> traces = new ArrayList<>();
        for (Row row : rows) {
            traces.add(bar(row, idle));
            traces.add(dot(row, "idle", idle, "#ffffff"));
            traces.add(dot(row, "peak", Column.PEAK_RAM_MIB, ""));
        }
        return Figure.builder()
                .layout(layout)
                .config(Config.builder().responsive(true).displayLogo(false).build())
                .addTraces(traces.toArray(Trace[]::new))
                .build();
    }

    private Axis memoryAxis(Column idle) {
        double[] all =
                rows.stream()
                        .flatMapToDouble(
                                r -> DoubleStream.of(r.value(idle), r.value(Column.PEAK_RAM_MIB)))
                        .filter(v -> v > 0)
                        .toArray();
        return PlotlyParts.memoryAxis(Statistics.min(all), Statistics.max(all));
    }

    private Trace bar(Row row, Column idle) {
        String name = PlotlyParts.quotable(Wording.name(row));
        return ScatterTrace.builder(
                        DoubleColumn.create("x", row.value(idle), row.value(Column.PEAK_RAM_MIB)),
                        StringColumn.create("y", name, name))
                .mode(ScatterTrace.Mode.LINE)
                .name(name)
                .line(Line.builder().color(styles.get(row.system()).html()).width(4).build())
                .build();
    }

    private Trace dot(Row row, String what, Column column, String fill) {
        String color = styles.get(row.system()).html();
        return ScatterTrace.builder(
                        DoubleColumn.create("x", row.value(column)),
                        StringColumn.create("y", PlotlyParts.quotable(Wording.name(row))))
                .mode(ScatterTrace.Mode.MARKERS)
                .name(what)
                .marker(
                        Marker.builder()
                                .size(13)
                                .color(fill.isEmpty() ? color : fill)
                                .line(Line.builder().color(color).width(3).build())
                                .build())
                .build();
    }
}
