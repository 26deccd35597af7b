package etl.show;

import etl.result.Column;
import etl.result.SummaryCsv.Row;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/// One column of the table picture: heading and unit, and below them the values, digits below each
/// other, each with the letters of its groups behind it and its range underneath.
///
/// @param room what the letters take at the right of the digits; 0 where there are none
/// @param width all of it
record TableColumn(Shown shown, List<Row> rows, double room, double width) {

    private static final Font PEAKS = Fonts.bold(18);
    private static final Font NUMBERS = Fonts.plain(18);
    private static final Font HEADS = Fonts.plain(16);
    private static final Font LETTERS = Fonts.plain(15);
    private static final Font SMALL = Fonts.plain(13);
    private static final int LETTER_GAP = 5;

    TableColumn(Graphics2D g, Shown shown, List<Row> rows) {
        this(shown, rows, room(g, shown, rows), width(g, shown, rows) + room(g, shown, rows));
    }

    private static double room(Graphics2D g, Shown shown, List<Row> rows) {
        double widest =
                rows.stream()
                        .mapToDouble(r -> Look.width(g, shown.group(r), LETTERS))
                        .max()
                        .orElse(0);
        return widest == 0 ? 0 : LETTER_GAP + widest;
    }

    private static double width(Graphics2D g, Shown shown, List<Row> rows) {
        double widest = Look.width(g, shown.head(), HEADS);
        widest = Math.max(widest, Look.width(g, shown.unit(), HEADS));
        for (Row row : rows) {
            String text = shown.text(row);
            widest = Math.max(widest, Look.width(g, text, font(shown, text)));
            widest = Math.max(widest, Look.width(g, shown.range(row), SMALL));
        }
        return widest;
    }

    private static Font font(Shown shown, String text) {
        if (text.equals(Shown.NOT_MEASURED)) {
            return SMALL;
        }
        return shown.column() == Column.PEAK_RAM_MIB ? PEAKS : NUMBERS;
    }

    /// @param end right edge of the column
    /// @param top lower edge of the heading
    void paint(Graphics2D g, double end, double top, double rowHeight) {
        double right = end - room;
        Look.text(g, shown.head(), HEADS, Look.INK, right, top - 34, 1);
        Look.text(g, shown.unit(), HEADS, Look.MUTED, right, top - 13, 1);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String text = shown.text(row);
            String range = shown.range(row);
            Font font = font(shown, text);
            double middle = top + rowHeight * (i + 0.5) + Look.middle(g, font);
            double baseline = middle - (range.isEmpty() ? 0 : 9);
            Look.text(g, text, font, font == SMALL ? Look.MUTED : Look.INK, right, baseline, 1);
            Look.text(g, shown.group(row), LETTERS, Look.MUTED, right + LETTER_GAP, baseline, 0);
            Look.text(g, range, SMALL, Look.MUTED, right, baseline + 19, 1);
        }
    }
}
