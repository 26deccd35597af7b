package etl.result;

import java.time.Instant;
import java.util.List;

/// The rows of our raw format: the cells in the order of the HEADER.
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

    private static final long SECONDS = 60;

    private long minute = Long.MIN_VALUE;
    private String untilMinute;

    /// Appends the row without its newline. A missing value is an empty cell.
    void append(StringBuilder row, Sample s) {
        time(row, s.timestamp());
        CsvCell.append(row.append(','), s.elapsedS(), 3);
        row.append(',').append(s.container());
        CsvCell.append(row.append(','), s.memoryMib(), 3);
        CsvCell.append(row.append(','), s.anonMib(), 3);
        CsvCell.append(row.append(','), s.peakMib(), 3);
        CsvCell.append(row.append(','), s.cpuS(), 6);
        CsvCell.append(row.append(','), s.cpuPercent(), 2);
        CsvCell.append(row.append(','), s.pids(), 0);
        CsvCell.append(row.append(','), s.netRxBytes(), 0);
        CsvCell.append(row.append(','), s.netTxBytes(), 0);
        CsvCell.append(row.append(','), s.blockReadBytes(), 0);
        CsvCell.append(row.append(','), s.blockWriteBytes(), 0);
    }

    /// The library's formatter is asked once a minute: it is the dearest part of a row.
    private void time(StringBuilder row, Instant time) {
        long ofMinute = Math.floorDiv(time.getEpochSecond(), SECONDS);
        if (ofMinute != minute) {
            minute = ofMinute;
            String whole = CsvCell.text(Instant.ofEpochSecond(SECONDS * ofMinute));
            untilMinute = whole.substring(0, whole.lastIndexOf(':') + 1);
        }
        long millis =
                1000 * (time.getEpochSecond() - SECONDS * minute) + time.getNano() / 1_000_000;
        row.append(untilMinute);
        if (millis < 10_000) {
            row.append('0');
        }
        CsvCell.append(row, millis / 1000.0, 3);
        row.append('Z');
    }
}
