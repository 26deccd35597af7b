//DEPS com.fasterxml.jackson.core:jackson-core:2.20.1

package etl.show;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import etl.result.Column;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Idle and peak of all systems as an interactive page.
public final class EfficiencyPage {

    private static final int ROW = 44;
    private static final JsonFactory JSON = new JsonFactory();

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

    /// The call of Plotly. Its arguments are JSON from the generator alone: jsplot's templates
    /// would take as long as all the rest of the page, and Jackson's trees set up calendars and
    /// time zones before they are a text.
    private String figure(int height, Column idle) {
        StringWriter call =
                new StringWriter().append("Plotly.newPlot('" + PlotlyPage.TARGET + "', ");
        try {
            argument(call, json -> traces(json, idle));
            argument(call.append(", "), json -> layout(json, height, idle));
            argument(call.append(", "), EfficiencyPage::config);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but a text", e);
        }
        return call.append(");").toString();
    }

    /// Writes into a generator.
    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private static void argument(StringWriter call, Part part) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(call)) {
            part.write(json);
        }
    }

    private static void config(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("responsive", true);
        json.writeBooleanField("displaylogo", false);
        json.writeEndObject();
    }

    private void layout(JsonGenerator json, int height, Column idle) throws IOException {
        int longest = rows.stream().mapToInt(r -> Wording.name(r).length()).max().orElse(0);
        json.writeStartObject();
        json.writeNumberField("height", height);
        json.writeBooleanField("autosize", true);
        json.writeBooleanField("showlegend", false);
        json.writeStringField("hovermode", "closest");
        json.writeObjectFieldStart("margin");
        json.writeNumberField("t", 32);
        json.writeNumberField("r", 24);
        json.writeNumberField("b", 56);
        json.writeNumberField("l", 24 + 7 * longest);
        json.writeEndObject();
        memoryAxis(json, idle);
        json.writeObjectFieldStart("yaxis");
        json.writeStringField("type", "category");
        json.writeBooleanField("showgrid", false);
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Logarithmic, with the same few round ticks as in the pictures.
    private void memoryAxis(JsonGenerator json, Column idle) throws IOException {
        double[] all =
                rows.stream()
                        .flatMapToDouble(
                                r -> DoubleStream.of(r.value(idle), r.value(Column.PEAK_RAM_MIB)))
                        .filter(v -> v > 0)
                        .toArray();
        double[] range = LogScale.around(Statistics.min(all), Statistics.max(all));
        double[] ticks = LogScale.ticks(range[0], range[1]);
        json.writeObjectFieldStart("xaxis");
        json.writeStringField("title", "MiB");
        json.writeStringField("type", "log");
        json.writeStringField("gridcolor", PlotlyPage.GRID);
        json.writeStringField("tickmode", "array");
        numbers(json, "range", DoubleStream.of(range).map(Math::log10).toArray());
        numbers(json, "tickvals", ticks);
        texts(json, "ticktext", DoubleStream.of(ticks).mapToObj(LogScale::label).toList());
        json.writeEndObject();
    }

    private void traces(JsonGenerator json, Column idle) throws IOException {
        json.writeStartArray();
        for (Row row : rows) {
            bar(json, row, idle);
            dot(json, row, "idle", idle, "#ffffff");
            dot(json, row, "peak", Column.PEAK_RAM_MIB, color(row));
        }
        json.writeEndArray();
    }

    private void bar(JsonGenerator json, Row row, Column idle) throws IOException {
        json.writeStartObject();
        trace(json, row, "lines", row.value(idle), row.value(Column.PEAK_RAM_MIB));
        json.writeStringField("name", plain(row));
        line(json, row, 4);
        json.writeEndObject();
    }

    private void dot(JsonGenerator json, Row row, String what, Column column, String fill)
            throws IOException {
        json.writeStartObject();
        trace(json, row, "markers", row.value(column));
        json.writeBooleanField("cliponaxis", false);
        json.writeStringField("name", what);
        json.writeObjectFieldStart("marker");
        json.writeNumberField("size", 13);
        json.writeStringField("color", fill);
        line(json, row, 3);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void trace(JsonGenerator json, Row row, String mode, double... mib)
            throws IOException {
        json.writeStringField("type", "scatter");
        json.writeStringField("mode", mode);
        numbers(json, "x", mib);
        texts(json, "y", Collections.nCopies(mib.length, plain(row)));
    }

    private void line(JsonGenerator json, Row row, int width) throws IOException {
        json.writeObjectFieldStart("line");
        json.writeStringField("color", color(row));
        json.writeNumberField("width", width);
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, double... values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (double value : values) {
            if (Double.isNaN(value)) { // JSON has none
                json.writeNull();
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, List<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private String color(Row row) {
        return styles.get(row.system()).html();
    }

    /// Plotly reads tags in a name. Look-alikes keep it readable.
    private static String plain(Row row) {
        return Wording.name(row).replace('<', '\u2039').replace('>', '\u203A');
    }
}
