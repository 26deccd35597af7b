package etl.show;

import etl.result.Column;
import etl.result.SummaryCsv.Row;

import java.util.List;
import java.util.stream.DoubleStream;

/// What the axis of a picture of idle and peak has to hold.
final class FootprintAxis {

    private FootprintAxis() {}

    /// Idle, peak and the range of the peaks of all rows, MiB; only those above 0, which a log
    /// scale can show.
    ///
    /// @param idle what the picture calls idle, see [Shown#idle]
    static double[] values(List<Row> rows, Column idle) {
        return rows.stream()
                .flatMapToDouble(
                        r ->
                                DoubleStream.of(
                                        r.value(idle),
                                        r.value(Column.PEAK_RAM_MIB),
                                        r.lows().get(Column.PEAK_RAM_MIB),
                                        r.highs().get(Column.PEAK_RAM_MIB)))
                .filter(v -> v > 0)
                .toArray();
    }
}
