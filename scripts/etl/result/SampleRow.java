package etl.result;

import java.util.List;

/// One row of our raw format: the cells in the order of the HEADER.
final class SampleRow {

    static final List<String> HEADER =
            List.of(
                    "timestamp",
                    "elapsed_s",
                    "container",
                    "memory_mib",
                    "memory_anon_mib",
                    "memory_peak_mib",
                    "cpu_s",
                    "cpu_percent",
                    "pids",
                    "net_rx_bytes",
                    "net_tx_bytes",
                    "block_read_bytes",
                    "block_write_bytes");

    private SampleRow() {}

    /// The row without its newline. A missing value is an empty cell.
    static String text(Sample s) {
        StringBuilder row = new StringBuilder(160);
        row.append(CsvCell.text(s.timestamp()));
        CsvCell.append(row.append(','), s.elapsedS(), 3);
        row.append(',').append(s.container());
        for (double mib : new double[] {s.memoryMib(), s.anonMib(), s.peakMib()}) {
            CsvCell.append(row.append(','), mib, 3);
        }
        CsvCell.append(row.append(','), s.cpuS(), 6);
        CsvCell.append(row.append(','), s.cpuPercent(), 2);
        CsvCell.append(row.append(','), s.pids(), 0);
        CsvCell.append(row.append(','), s.netRxBytes(), 0);
        CsvCell.append(row.append(','), s.netTxBytes(), 0);
        CsvCell.append(row.append(','), s.blockReadBytes(), 0);
        CsvCell.append(row.append(','), s.blockWriteBytes(), 0);
        return row.toString();
    }
}
