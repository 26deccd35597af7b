package etl.show;

import etl.Failure;
import etl.result.Column;
import etl.result.Formulas;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.SmallServer;
import etl.result.Statistics;
import etl.result.SummaryCsv.Row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The part of a README that shows a result set: table, chart and caption, between two comments of
/// which the first names the set. It is written from the set and never by hand.
public final class ReadmeBlock {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- report: (\\S+) -->\\n(.*?)<!-- /report -->", Pattern.DOTALL);
    private static final String CHART = "normalized_comparison.png";

    private ReadmeBlock() {}

    /// The set that a README shows.
    ///
    /// @throws Failure when it has no such block
    public static String set(Path readme) {
        return block(readme, read(readme)).group(1);
    }

    /// What stands in the block now.
    public static String current(Path readme) {
        return block(readme, read(readme)).group(2);
    }

    /// Puts the set into the block; all else in the file stays.
    ///
    /// @param name the set's folder as seen from the README
    public static void write(Path readme, String name, MeasuredSet set) {
        String text = read(readme);
        Matcher block = block(readme, text);
        String now =
                text.substring(0, block.start())
                        + "<!-- report: %s -->\n%s<!-- /report -->".formatted(name, of(name, set))
                        + text.substring(block.end());
        try {
            Files.writeString(readme, now);
        } catch (IOException e) {
            throw new Failure(readme + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /// The lines between the comments.
    public static String of(String name, MeasuredSet set) {
        List<Row> rows = Wording.byPeak(set.rows());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(ReadmeTable.lines(rows, set.absent().keySet()));
        lines.add("");
        if (Files.exists(set.folder().resolve(CHART))) {
            lines.add("![Memory of each system over time](%s/%s)".formatted(name, CHART));
            lines.add("");
        }
        lines.addAll(wrapped(caption(name, set, rows)));
        lines.add("");
        return String.join("\n", lines) + "\n";
    }

    private static String caption(String name, MeasuredSet set, List<Row> rows) {
        int least = rows.stream().mapToInt(Row::runs).min().orElse(1);
        int most = rows.stream().mapToInt(Row::runs).max().orElse(1);
        String runs =
                most == 1
                        ? "One run each, so that a small difference means nothing."
                        : "Medians of " + (least == most ? most : least + " to " + most) + " runs.";
        List<String> sentences = new ArrayList<>();
        sentences.add(ReadmeTable.escaped(Caption.of(set.folder(), set.runs())));
        sentences.add(runs);
        sentences.add(Wording.idle(rows));
        if (ReadmeTable.has(rows, Column.LATENCY_P50_MS)) {
            sentences.add(
                    "After the minute: first line of the job − the minute that it was due,"
                            + " median.");
        }
        if (ReadmeTable.has(rows, Column.LEFT_OF_1GB_MIB)) {
            sentences.add(
                    "Left of 1 GB: %.0f MiB − %.0f stated for the operating system − engine (%s) − peak."
                            .formatted(SmallServer.ONE_GB_MIB, set.osShareMib(), engine(set)));
        }
        sentences.add(unsteady(rows));
        sentences.removeIf(String::isEmpty);
        sentences.add("Raw files: [`%s`](%s).".formatted(name, name));
        return String.join(" ", sentences);
    }

    /// What the engine itself took, from its least run to its most.
    private static String engine(MeasuredSet set) {
        double[] mib =
                set.systems().stream()
                        .mapToDouble(MeasuredSystem::engineMib)
                        .filter(v -> !Double.isNaN(v))
                        .toArray();
        return "%.0f to %.0f".formatted(Statistics.min(mib), Statistics.max(mib));
    }

    /// The growth is a median of the runs: single ones may differ, see the page.
    private static String unsteady(List<Row> rows) {
        String names =
                rows.stream()
                        .filter(row -> !isSteady(row))
                        .map(row -> ReadmeTable.escaped(SystemName.of(row)))
                        .collect(Collectors.joining("; "));
        return names.isEmpty()
                ? ""
                : "Not steady, their idle memory moved by more than 2 %% in one window: %s."
                        .formatted(names);
    }

    private static boolean isSteady(Row row) {
        return Formulas.isSteady(row.value(Column.GROWTH_MIB), row.value(Column.STEADY_RAM_MIB));
    }

    /// Lines as long as the README's others.
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > 105) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static Matcher block(Path readme, String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new Failure(
                    readme
                            + ": has no block for a set; write <!-- report: results/SET --> and"
                            + " below it <!-- /report --> where it belongs");
        }
        return block;
    }

    private static String read(Path readme) {
        try {
            return Files.readString(readme);
        } catch (IOException e) {
            throw new Failure(readme + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
