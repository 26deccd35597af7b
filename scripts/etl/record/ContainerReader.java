package etl.record;

import java.util.Optional;

/// Reads one life of one container, again and again.
interface ContainerReader extends AutoCloseable {

    /// @param counters also process, network and block counters; else they are `NaN`
    /// @return empty when the container no longer answers: it stopped, or is being removed
    Optional<Reading> read(boolean counters);

    @Override
    void close();
}
