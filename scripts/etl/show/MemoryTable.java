package etl.show;

import etl.result.MeasuredSystem;
import etl.result.Statistics;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Lowest and highest reading of each minute, or of longer stretches where there are many.
///
/// @param lengthS of the longest run
record MemoryTable(List<MeasuredSystem> systems, double lengthS) {

    private static final int MOST_SLICES = 12;

    DomContent html() {
        int sliceS = 60;
        while (lengthS / sliceS > MOST_SLICES) {
            sliceS *= 2;
        }
        int slices = (int) Math.ceil(lengthS / sliceS);
        List<String> head = new ArrayList<>(List.of("System", "Run"));
        for (int i = 0; i < slices; i++) {
            head.add("%d–%.0f s".formatted(i * sliceS, Math.min(lengthS, (i + 1.0) * sliceS)));
        }
        DataTable table = new DataTable(head);
        for (MeasuredSystem system : systems) {
            List<MemoryLine> lines = MemoryLine.of(system.captures());
            for (int i = 0; i < lines.size(); i++) {
                List<String> cells = new ArrayList<>();
                cells.add(SystemName.marked(system.row()));
                cells.add(Integer.toString(lines.get(i).run()));
                for (int slice = 0; slice < slices; slice++) {
                    cells.add(extremes(lines.get(i), slice * sliceS, (slice + 1) * sliceS));
                }
                table.row(cells);
            }
        }
        return table.html("The numbers of these charts: lowest and highest reading, MiB");
    }

    private static String extremes(MemoryLine line, double from, double to) {
        double[] in =
                IntStream.range(0, line.mib().length)
                        .filter(i -> line.seconds()[i] >= from && line.seconds()[i] < to)
                        .mapToDouble(i -> line.mib()[i])
                        .filter(v -> !Double.isNaN(v))
                        .toArray();
        return in.length == 0
                ? Shown.NOT_MEASURED
                : String.format(Locale.ROOT, "%,.1f–%,.1f", Statistics.min(in), Statistics.max(in));
    }
}
