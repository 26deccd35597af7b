//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1

package etl.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import etl.result.Column;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Idle and peak of all systems as an interactive page.
public final class EfficiencyPage {

    private static final int ROW = 44;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

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

    /// The call of Plotly. Its arguments are JSON, which is written by the library that reads all
    /// other JSON: jsplot's templates would take as long as all the rest of the page.
    private String figure(int height, Column idle) {
        ArrayNode traces = JSON.arrayNode();
        for (Row row : rows) {
            traces.add(bar(row, idle));
            traces.add(dot(row, "idle", idle, "#ffffff"));
            traces.add(dot(row, "peak", Column.PEAK_RAM_MIB, color(row)));
        }
        ObjectNode config = JSON.objectNode().put("responsive", true).put("displaylogo", false);
        return "Plotly.newPlot('%s', %s, %s, %s);"
                .formatted(PlotlyPage.TARGET, traces, layout(height, idle), config);
    }

    private ObjectNode layout(int height, Column idle) {
        int longest = rows.stream().mapToInt(r -> Wording.name(r).length()).max().orElse(0);
        ObjectNode layout =
                JSON.objectNode()
                        .put("height", height)
                        .put("autosize", true)
                        .put("showlegend", false)
                        .put("hovermode", "closest");
        layout.putObject("margin")
                .put("t", 32)
                .put("r", 24)
                .put("b", 56)
                .put("l", 24 + 7 * longest);
        layout.set("xaxis", memoryAxis(idle));
        layout.putObject("yaxis").put("type", "category").put("showgrid", false);
        return layout;
    }

    /// Logarithmic, with the same few round ticks as in the pictures.
    private ObjectNode memoryAxis(Column idle) {
        double[] all =
                rows.stream()
                        .flatMapToDouble(
                                r -> DoubleStream.of(r.value(idle), r.value(Column.PEAK_RAM_MIB)))
                        .filter(v -> v > 0)
                        .toArray();
        double[] range = LogScale.around(Statistics.min(all), Statistics.max(all));
        double[] ticks = LogScale.ticks(range[0], range[1]);
        ObjectNode axis =
                JSON.objectNode()
                        .put("title", "MiB")
                        .put("type", "log")
                        .put("gridcolor", PlotlyPage.GRID)
                        .put("tickmode", "array");
        ArrayNode exponents = axis.putArray("range");
        DoubleStream.of(range).map(Math::log10).forEach(exponents::add);
        ArrayNode values = axis.putArray("tickvals");
        DoubleStream.of(ticks).forEach(values::add);
        ArrayNode labels = axis.putArray("ticktext");
        DoubleStream.of(ticks).mapToObj(LogScale::label).forEach(labels::add);
        return axis;
    }

    private ObjectNode bar(Row row, Column idle) {
        ObjectNode bar = trace(row, "lines", row.value(idle), row.value(Column.PEAK_RAM_MIB));
        bar.put("name", plain(row)).putObject("line").put("color", color(row)).put("width", 4);
        return bar;
    }

    private ObjectNode dot(Row row, String what, Column column, String fill) {
        ObjectNode dot = trace(row, "markers", row.value(column)).put("cliponaxis", false);
        ObjectNode marker = dot.put("name", what).putObject("marker");
        marker.put("size", 13).put("color", fill);
        marker.putObject("line").put("color", color(row)).put("width", 3);
        return dot;
    }

    private static ObjectNode trace(Row row, String mode, double... mib) {
        ObjectNode trace = JSON.objectNode().put("type", "scatter").put("mode", mode);
        ArrayNode x = trace.putArray("x");
        ArrayNode y = trace.putArray("y");
        for (double value : mib) {
            x.add(Double.isNaN(value) ? null : (Double) value); // JSON has no NaN
            y.add(plain(row));
        }
        return trace;
    }

    private String color(Row row) {
        return styles.get(row.system()).html();
    }

    /// Plotly reads tags in a name. Look-alikes keep it readable.
    private static String plain(Row row) {
        return Wording.name(row).replace('<', '\u2039').replace('>', '\u203A');
    }
}
