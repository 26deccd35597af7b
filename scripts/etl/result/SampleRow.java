package etl.result;

import etl.Failure;

import java.nio.file.Path;
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

    /// @throws Failure naming file and line for a value that is none
    static Sample sample(List<String> cells, Path file, long line) {
        double[] v = new double[HEADER.size()];
        for (int i = 3; i < v.length; i++) {
            v[i] = CsvCell.amount(cells.get(i), HEADER.get(i), file, line);
        }
        double elapsedS = CsvCell.amount(cells.get(1), HEADER.get(1), file, line);
        String container = cells.get(2);
        if (Double.isNaN(elapsedS) || container.isEmpty() || cells.get(0).isEmpty()) {
            throw new Failure(
                    CsvCell.at(file, line) + "timestamp, elapsed_s and container must be there");
        }
        return new Sample(
                CsvCell.time(cells.get(0), HEADER.get(0), file, line),
                elapsedS,
                container,
                v[3],
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                v[9],
                v[10],
                v[11],
                v[12]);
    }
}
