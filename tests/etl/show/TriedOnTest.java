package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.result.Run;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.stream.Stream;

class TriedOnTest {

    private static TriedOn at(String began, String kernel) {
        Run.Machine machine =
                kernel == null ? null : new Run.Machine("Linux", kernel, null, 2, 1.0, 0.0, "25");
        return new TriedOn(Instant.parse(began), machine);
    }

    @Test
    void eachKernelHasItsDays() {
        assertEquals(
                "Tried on 2026-11-29, 2026-11-30 under Linux 6.1; on 2026-12-01 under Linux 6.2.",
                TriedOn.note(
                        Stream.of(
                                at("2026-12-01T00:00:00Z", "6.2"),
                                at("2026-11-30T23:59:59Z", "6.1"),
                                at("2026-11-29T10:00:00Z", "6.1"),
                                at("2026-11-29T11:00:00Z", "6.1"))));
    }

    @Test
    void ofNothingNothingIsSaid() {
        assertEquals("", TriedOn.note(Stream.empty()));
    }

    @Test
    void anUnknownKernelIsNotGuessed() {
        assertEquals(
                "Tried on 2026-11-29.", TriedOn.note(Stream.of(at("2026-11-29T10:00:00Z", null))));
    }
}
