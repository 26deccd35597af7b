package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Run;
import etl.result.RunFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

class TriedOnTest {

    @TempDir private Path folder;

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
    void aCaptureSaysItInItsRun() throws IOException {
        String machine = "\"machine\": {\"operatingSystem\": \"Linux\", \"kernel\": \"6.1\"}";
        String window =
                ", \"window\": {\"plannedS\": 300, \"start\": \"2026-11-29T10:00:30.000Z\"}";
        assertEquals(
                "Tried on 2026-11-29 under Linux 6.1.",
                TriedOn.note(TriedOn.of(run(machine + window)).stream()));
        assertTrue(TriedOn.of(run(machine)).isEmpty(), "without a window");
        assertTrue(
                TriedOn.of(run(machine + ", \"window\": {\"plannedS\": 300}")).isEmpty(),
                "without its start");
    }

    private Run run(String facts) throws IOException {
        Path file = folder.resolve("cron.run.json");
        Files.writeString(file, "{\"schema\": 1, \"system\": \"cron\", " + facts + "}");
        return RunFile.read(file);
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
