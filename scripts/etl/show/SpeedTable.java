package etl.show;

import etl.result.Comparison;
import etl.result.Statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Comparisons as lines of Markdown: medians, and the ratio of the turns with its smallest and
/// largest.
public final class SpeedTable {

    private static final List<String> HEAD =
            List.of("what", "unit", "ours", "peer", "peer's", "ratio (min–max)");

    private SpeedTable() {}

    /// All lines, each with its newline.
    public static String of(List<Comparison> comparisons) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < HEAD.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(HEAD.get(i)));
            for (Comparison comparison : comparisons) {
                cells.add(cells(comparison).get(i));
            }
            MarkdownColumn.pad(cells, i == 2 || i == 4 || i == 5);
            columns.add(cells);
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row <= comparisons.size(); row++) {
            int at = row;
            line(text, columns.stream().map(c -> c.get(at)).toList());
            if (row == 0) {
                line(text, columns.stream().map(c -> "-".repeat(c.getFirst().length())).toList());
            }
        }
        return text.toString();
    }

    private static List<String> cells(Comparison c) {
        boolean alone = c.theirs().length == 0;
        boolean none = alone || Statistics.min(c.theirs()) <= 0;
        double[] ratios = c.ratios();
        return List.of(
                c.what(),
                c.unit(),
                number(Statistics.median(c.ours())),
                c.peer(),
                alone ? "–" : number(Statistics.median(c.theirs())),
                none
                        ? "–"
                        : "%s (%s–%s)"
                                .formatted(
                                        ratio(Statistics.median(ratios)),
                                        ratio(Statistics.min(ratios)),
                                        ratio(Statistics.max(ratios))));
    }

    private static String ratio(double value) {
        return value < 0.01
                ? String.format(Locale.ROOT, "1:%.0f", 1 / value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /// Three digits are as many as such figures have.
    private static String number(double value) {
        return String.format(
                Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
