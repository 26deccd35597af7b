package etl.record;

import etl.result.Sample;

import java.time.Instant;
import java.util.Optional;

/// One life of a container of the stack: from a start to the next stop.
final class Member {

    final String id;
    final String name;
    final String service;
    final Instant startedAt;
    private final ContainerReader reader;

    // written by the thread that hears the events, read when the run is described
    volatile Instant finishedAt;
    volatile Integer exitCode;
    volatile Boolean oomKilled;

    private double lastCpuS = Double.NaN;
    private double lastAtS;

    /// @param reader null for a life that could not be read
    Member(String id, String name, String service, Instant startedAt, ContainerReader reader) {
        this.id = id;
        this.name = name;
        this.service = service;
        this.startedAt = startedAt;
        this.reader = reader;
    }

    boolean isOver() {
        return finishedAt != null;
    }

    /// Whether a reading comes back.
    boolean answers() {
        return reader != null && reader.read(false).isPresent();
    }

    /// The next sample is the first one again.
    void forget() {
        lastCpuS = Double.NaN;
        lastAtS = 0;
    }

    /// A row for the raw CSV; empty while the container does not answer.
    ///
    /// @param elapsedS time of the instant, on the monotonic clock
    Optional<Sample> sample(Instant timestamp, double elapsedS, boolean counters) {
        Optional<Reading> answer = reader == null ? Optional.empty() : reader.read(counters);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Reading r = answer.get();
        double sinceS = elapsedS - lastAtS;
        double percent = sinceS > 0 ? 100 * (r.cpuS() - lastCpuS) / sinceS : Double.NaN;
        lastCpuS = r.cpuS();
        lastAtS = elapsedS;
        return Optional.of(
                new Sample(
                        timestamp,
                        elapsedS,
                        name,
                        r.memoryMib(),
                        r.anonMib(),
                        r.peakMib(),
                        r.cpuS(),
                        percent,
                        r.pids(),
                        r.netRxBytes(),
                        r.netTxBytes(),
                        r.blockReadBytes(),
                        r.blockWriteBytes()));
    }

    void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
