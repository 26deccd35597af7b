package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Sample;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class MemberTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:30Z");
    private static final double NONE = Double.NaN;

    private double cpuS = 1;

    /// Uses half a core between two readings that lie a second apart.
    private final ContainerReader reader =
            new ContainerReader() {
                @Override
                public Optional<Reading> read(boolean counters) {
                    cpuS += 0.5;
                    return Optional.of(new Reading(20, 10, 25, cpuS, NONE, NONE, NONE, NONE, NONE));
                }

                @Override
                public void close() {}
            };

    private final Member member = new Member("id", "cron", "cron", NOW, reader);

    private double percentAt(double elapsedS) {
        return member.sample(NOW, elapsedS, false).map(Sample::cpuPercent).orElseThrow();
    }

    @Test
    void cpuIsThatSinceTheReadingBefore() {
        assertTrue(Double.isNaN(percentAt(0)), "none lies before it");
        assertEquals(50, percentAt(1));
        assertEquals(25, percentAt(3));
    }

    /// What was read before a window says nothing of its first instant.
    @Test
    void whatIsForgottenIsNotCompared() {
        percentAt(0);
        member.forget();
        assertTrue(Double.isNaN(percentAt(0.001)));
        assertEquals(50, percentAt(1.001), 1e-9);
    }
}
