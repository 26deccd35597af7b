package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.record.Finding.Level;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class RequirementsTest {

    @Test
    void withoutEngineAndComposeNoRunIsPossible() {
        List<Finding> findings = Requirements.of(seen(null, Optional.empty(), false));
        assertEquals(
                List.of("no engine at all", "Docker Compose is missing: 2.20 or newer is needed"),
                findings.stream().map(Finding::what).toList());
        assertEquals(
                List.of(Level.STOPS, Level.STOPS), findings.stream().map(Finding::level).toList());
    }

    @Test
    void anEngineOrComposeThatIsTooOldStopsARun() {
        EngineFacts engine = DiagnosisTest.engine("20.10.24", 0);
        Diagnosis old = seen(engine, Optional.of("2.17.2"), true);
        assertEquals(
                List.of(
                        "stops: Docker Engine 20.10.24 (API 1.45) is too old: 25.0 or newer is"
                                + " needed; see https://docs.docker.com/engine/install/",
                        "stops: Docker Compose 2.17.2 is too old: 2.20 or newer is needed; ./jbangw"
                                + " quickstart --install-engine (Debian, Ubuntu; as root)"),
                Requirements.of(old).stream().map(Finding::toString).toList());
    }

    @Test
    void aMissingBaseImageIsOnlyANote() {
        EngineFacts engine = DiagnosisTest.engine("26.1.5", 0);
        List<Finding> findings = Requirements.of(seen(engine, Optional.of("2.26.1"), false));
        assertEquals(List.of(Level.NOTE), findings.stream().map(Finding::level).toList());
    }

    /// On a machine that tells nothing about itself.
    private static Diagnosis seen(EngineFacts engine, Optional<String> compose, boolean baseImage) {
        Host silent = new Host(Path.of("/no/such/folder"));
        return new Diagnosis(
                engine, "no engine at all", compose, List.of(), baseImage, silent, true, 1e6);
    }
}
