package etl.record;

/// What one reading of a container gave; `NaN` where it was not read. Units as in
/// [etl.result.Sample].
record Reading(
        double memoryMib,
        double anonMib,
        double peakMib,
        double cpuS,
        double pids,
        double netRxBytes,
        double netTxBytes,
        double blockReadBytes,
        double blockWriteBytes) {}
