package etl.record;

import etl.Failure;

import java.util.List;
import java.util.function.Consumer;

/// The look at engine and machine before anything is started.
public final class Preflight {

    private Preflight() {}

    /// Says what would spoil the numbers.
    ///
    /// @param elsewhere what cannot be done where the engine stands on another machine
    /// @param say is told each finding
    /// @throws Failure when nothing is possible here, with what to do
    public static Diagnosis pass(Engine engine, String elsewhere, Consumer<String> say) {
        Diagnosis diagnosis = Diagnosis.of(engine, null);
        List<Finding> findings = diagnosis.findings();
        findings.forEach(finding -> say.accept(finding.toString()));
        if (findings.stream().anyMatch(f -> f.level() == Finding.Level.STOPS)) {
            throw new Failure("no run is possible here yet; see: ./jbangw doctor");
        }
        if (!diagnosis.here()) {
            throw new Failure(
                    "the engine at %s is on another machine, %s"
                            .formatted(engine.host(), elsewhere));
        }
        return diagnosis;
    }
}
