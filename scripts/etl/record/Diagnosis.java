package etl.record;

import com.github.dockerjava.api.model.Container;

import etl.record.Finding.Level;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What was seen of the engine and of this machine before a run, and what follows from it.
///
/// @param engine what the engine says; null when none answers
/// @param noEngine why none answers; null when one does
/// @param compose version of Compose; empty when there is none
/// @param containers running containers that are not to be measured
/// @param baseImage whether the engine has the image that the Dockerfiles stand on
/// @param host the machine that this program runs on
/// @param here whether the engine's containers run under this machine's kernel
/// @param diskFreeMib free space where the engine keeps its images; NaN where it cannot be asked
public record Diagnosis(
        EngineFacts engine,
        String noEngine,
        Optional<String> compose,
        List<String> containers,
        boolean baseImage,
        Host host,
        boolean here,
        double diskFreeMib) {

    /// Looks at the engine and at this machine.
    ///
    /// @param project the Compose project that is to be measured; null for none
    public static Diagnosis of(Engine engine, String project) {
        EngineFacts facts = EngineFacts.of(engine);
        Host host = Host.local();
        boolean here = engine.isLocal() && host.kernel().equals(Optional.of(facts.kernel()));
        return new Diagnosis(
                facts,
                null,
                ComposePlugin.version(),
                engine.running().stream()
                        .filter(c -> project == null || !project.equals(projectOf(c)))
                        .map(container -> container.getNames()[0].substring(1))
                        .toList(),
                engine.image(BaseImage.NAME).isPresent(),
                host,
                here,
                here ? Host.diskFreeMib(Path.of(facts.rootDir())) : Double.NaN);
    }

    /// What can be seen where no engine answers.
    ///
    /// @param reason why not, for the finding
    public static Diagnosis withoutEngine(String reason) {
        return new Diagnosis(
                null,
                reason,
                ComposePlugin.version(),
                List.of(),
                false,
                Host.local(),
                true,
                Double.NaN);
    }

    private static String projectOf(Container container) {
        Map<String, String> labels = container.getLabels();
        return labels.containsKey(Engine.BY_COMPOSE) ? labels.get(Engine.PROJECT) : null;
    }

    /// What follows, the worst first; empty when all is well.
    public List<Finding> findings() {
        return Stream.concat(Requirements.of(this).stream(), Disturbances.of(this).stream())
                .sorted(Comparator.comparing(Finding::level))
                .toList();
    }

    /// What a reader of the numbers has to know, one line each.
    public List<String> warnings() {
        return findings().stream()
                .filter(finding -> finding.level() == Level.SPOILS)
                .map(Finding::toString)
                .toList();
    }
}
