//DEPS org.jfree:jfreechart:1.5.6

package etl.show;

import etl.result.Column;
import etl.result.SummaryCsv.Row;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What each system keeps while idle (hollow dot) and what it reaches at its peak (full dot), on a
/// log scale, lightest first; beside it CPU per job and the jobs that fired, where they were
/// measured.
public final class EfficiencyChart {

    private static final int ROW = 46;
    private static final int HEAD = 32;
    private static final int AXIS = 30;
    private static final double VALUE_ROOM = 72;
    private static final Font NAMES = Fonts.bold(18);
    private static final Font HEADS = Fonts.plain(16);
    private static final List<Column> BESIDE = List.of(Column.CPU_S_PER_JOB, Column.JOBS_FIRED);

    private final List<Row> rows;
    private final Map<String, Palette.Style> styles;
    private final Column idle;
    private final List<Shown> columns;
    private final double top;

    private EfficiencyChart(List<Row> rows) {
        this.rows = Wording.byPeak(rows);
        this.styles = Palette.of(rows.stream().map(Row::system).toList());
        this.idle = Shown.idle(rows);
        this.columns = Shown.of(rows).stream().filter(c -> BESIDE.contains(c.column())).toList();
        this.top = Look.HEADER + (columns.isEmpty() ? 6 : HEAD);
    }

    /// Does what the first picture of a process waits for, fonts above all; without it the first
    /// picture does it.
    public static void prepare() {
        Look.width(Look.measure(), "0", NAMES);
        Plots.time(1);
    }

    /// @param rows at least one with a peak
    /// @param source see [Caption]
    public static void write(Path png, List<Row> rows, String source) {
        Look.save(png, picture(rows, source));
    }

    /// The same as a picture of a notebook.
    public static Picture picture(List<Row> rows, String source) {
        EfficiencyChart chart = new EfficiencyChart(rows);
        String caption = source + Wording.efficiencyNote(rows);
        double foot = AXIS + 14 + Frame.room(Look.measure(), caption, Look.WIDTH);
        double height = chart.top + ROW * rows.size() + foot;
        String words = Wording.efficiencyTitle(rows) + ". " + Wording.EFFICIENCY_SUBTITLE;
        return Look.picture(words, Look.WIDTH, height, g -> chart.paint(g, caption, height));
    }

    private void paint(Graphics2D g, String caption, double height) {
        Frame.header(g, Wording.efficiencyTitle(rows), Wording.EFFICIENCY_SUBTITLE);
        Frame.caption(g, caption, Look.WIDTH, height);
        double names = 0;
        for (int i = 0; i < rows.size(); i++) {
            String name = Wording.name(rows.get(i));
            Color color = styles.get(rows.get(i).system()).text();
            Look.text(g, name, NAMES, color, Look.MARGIN, y(i) + Look.middle(g, NAMES), 0);
            names = Math.max(names, Look.width(g, name, NAMES));
        }
        double left = Look.MARGIN + names + 16;
        paintRanges(g, left, paintColumns(g));
    }

    private double y(int row) {
        return top + ROW * (row + 0.5);
    }

    /// The columns at the right; returns their left edge.
    private double paintColumns(Graphics2D g) {
        double right = Look.WIDTH - Look.MARGIN;
        for (Shown column : columns.reversed()) {
            double width = Look.width(g, column.head(), HEADS);
            Look.text(g, column.head(), HEADS, Look.MUTED, right, top - 8, 1);
            for (int i = 0; i < rows.size(); i++) {
                String text = column.withUnit(rows.get(i));
                Color color = text.equals(Shown.NOT_MEASURED) ? Look.MUTED : Look.INK;
                double baseline = y(i) + Look.middle(g, RangeRow.FONT);
                Look.text(g, text, RangeRow.FONT, color, right, baseline, 1);
                width = Math.max(width, Look.width(g, text, RangeRow.FONT));
            }
            right -= width + 32;
        }
        return right;
    }

    private void paintRanges(Graphics2D g, double left, double right) {
        LogScale mib =
                LogScale.withRoom(FootprintAxis.values(rows, idle), right - left, VALUE_ROOM);
        mib.setTickLabelInsets(new RectangleInsets(8, 0, 0, 0));
        NumberAxis none = new NumberAxis();
        none.setVisible(false);
        XYPlot plot = new XYPlot(new DefaultXYDataset(), mib, none, new XYLineAndShapeRenderer());
        // the renderer has nothing to draw, but without one there are no grid lines
        plot.setRangeGridlinesVisible(false);
        // a tick's label may reach over the plot, but JFreeChart clips at the edge of its place
        plot.setInsets(new RectangleInsets(0, AXIS, 0, AXIS));
        Rectangle2D place =
                new Rectangle2D.Double(
                        left - AXIS, top, right - left + 2 * AXIS, ROW * rows.size() + AXIS);
        Rectangle2D area = Plots.draw(g, plot, place);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double peak = row.value(Column.PEAK_RAM_MIB);
            if (Double.isNaN(peak)) {
                double baseline = y(i) + Look.middle(g, RangeRow.FONT);
                Look.textOnWhite(
                        g, Shown.NOT_MEASURED, RangeRow.FONT, Look.MUTED, left + 12, baseline, 0);
            } else {
                range(row).draw(g, v -> mib.valueToJava2D(v, area, RectangleEdge.BOTTOM), y(i));
            }
        }
    }

    private RangeRow range(Row row) {
        return new RangeRow(
                row.value(idle),
                row.value(Column.PEAK_RAM_MIB),
                row.lows().get(Column.PEAK_RAM_MIB),
                row.highs().get(Column.PEAK_RAM_MIB),
                styles.get(row.system()));
    }
}
