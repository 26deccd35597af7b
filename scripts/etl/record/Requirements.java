package etl.record;

import etl.record.Finding.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run cannot do without.
final class Requirements {

    private static final String INSTALL =
            "./jbangw quickstart --install-engine (Debian, Ubuntu; as root)";

    private Requirements() {}

    static List<Finding> of(Diagnosis seen) {
        List<Finding> findings = new ArrayList<>();
        engine(seen).ifPresent(findings::add);
        if (seen.compose().filter(Version.COMPOSE::isMetBy).isEmpty()) {
            String version = seen.compose().map(v -> v + " is too old").orElse("is missing");
            findings.add(
                    stops(
                            "Docker Compose %s: %s or newer is needed"
                                    .formatted(version, Version.COMPOSE),
                            INSTALL));
        }
        if (seen.engine() != null && !seen.baseImage()) {
            findings.add(
                    new Finding(
                            Level.NOTE,
                            "the engine does not have the base image " + BaseImage.NAME,
                            "docker pull "
                                    + BaseImage.NAME
                                    + ", or without a registry "
                                    + INSTALL));
        }
        return findings;
    }

    private static Optional<Finding> engine(Diagnosis seen) {
        EngineFacts engine = seen.engine();
        if (engine == null) {
            return Optional.of(
                    stops(seen.noEngine(), "sudo systemctl start docker, or " + INSTALL));
        }
        if (Version.ENGINE.isMetBy(engine.version())) {
            return Optional.empty();
        }
        return Optional.of(
                stops(
                        "Docker Engine %s (API %s) is too old: %s or newer is needed"
                                .formatted(engine.version(), engine.apiVersion(), Version.ENGINE),
                        "see https://docs.docker.com/engine/install/"));
    }

    private static Finding stops(String what, String remedy) {
        return new Finding(Level.STOPS, what, remedy);
    }
}
