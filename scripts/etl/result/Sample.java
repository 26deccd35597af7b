package etl.result;

import java.time.Instant;

/// One reading of one container. A quantity that was not read is `NaN`, never 0.
///
/// @param timestamp UTC time of the instant; null in the original's format, which has no date
/// @param elapsedS seconds since the first instant of the window, from a monotonic clock
/// @param container name of the container
/// @param memoryMib usage − inactive_file (cgroup v2) or usage − total_inactive_file (v1), MiB, as
///   `docker stats` computes it
/// @param anonMib memory that no file stands behind: `anon` (v2) or `total_rss` (v1), MiB
/// @param peakMib the kernel's high-water mark since the container started, page cache included,
///   MiB
/// @param cpuS CPU time since the container started, seconds
/// @param cpuPercent CPU time since the reading before, per cent of one core
/// @param pids tasks, threads included
/// @param netRxBytes bytes received since the container started
/// @param netTxBytes bytes sent since the container started
/// @param blockReadBytes bytes read from block devices since the container started
/// @param blockWriteBytes bytes written to block devices since the container started
public record Sample(
        Instant timestamp,
        double elapsedS,
        String container,
        double memoryMib,
        double anonMib,
        double peakMib,
        double cpuS,
        double cpuPercent,
        double pids,
        double netRxBytes,
        double netTxBytes,
        double blockReadBytes,
        double blockWriteBytes) {

    /// A mebibyte, 2^20 bytes.
    public static final double MIB = 1 << 20;
}
