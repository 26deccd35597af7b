package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is asked of `compose.tuned.yml`, which is laid over a system's `compose.yml`: it is an
/// entry of its own, with a name, a title and a verification of its own, and a service that it adds
/// keeps the rules of every service.
final class TunedFile {

    static final String NAME = "compose.tuned.yml";

    private static final List<String> OWN = List.of("title", "verified");

    private final Path file;
    private final String system;
    private final Map<String, YamlNode> base;
    private final List<Problem> problems = new ArrayList<>();

    private TunedFile(Path file, String system, Map<String, YamlNode> base) {
        this.file = file;
        this.system = system;
        this.base = base;
    }

    /// @param below the file that it is laid over
    /// @throws Failure when one of them is no YAML
    static List<Problem> check(Path file, Path below, String system) {
        TunedFile check = new TunedFile(file, system, services(YamlNode.read(below)));
        Optional<YamlNode> document = YamlNode.read(file);
        document.ifPresentOrElse(check::document, () -> check.problem(0, "the file is empty"));
        return List.copyOf(check.problems);
    }

    private static Map<String, YamlNode> services(Optional<YamlNode> document) {
        return document.flatMap(d -> d.get("services")).map(YamlNode::entries).orElse(Map.of());
    }

    private void document(YamlNode document) {
        String project = "etlbench-%s-tuned".formatted(system);
        if (!document.text("name").equals(Optional.of(project))) {
            problem(document.get("name").map(YamlNode::line).orElse(0L), "name must be " + project);
        }
        Map<String, YamlNode> services = services(Optional.of(document));
        services.forEach(this::service);
        Set<String> names = new HashSet<>(base.keySet());
        names.addAll(services.keySet());
        document.get("x-benchmark")
                .ifPresentOrElse(
                        block -> facts(block, names), () -> problem(0, "x-benchmark is missing"));
    }

    /// One that it adds is whole; of one that is there already it says what differs.
    private void service(String name, YamlNode node) {
        Map<String, YamlNode> all = new LinkedHashMap<>(base);
        all.put(name, node);
        ComposeService service = new ComposeService(system, name, node, all);
        ComposeService.Report report = (at, text) -> problem(at, "service " + name + ": " + text);
        if (base.containsKey(name)) {
            service.checkOverride(report);
        } else {
            service.check(report);
        }
    }

    private void facts(YamlNode block, Set<String> services) {
        OWN.stream()
                .filter(key -> block.get(key).isEmpty())
                .forEach(key -> problem(block.line(), "x-benchmark: " + key + " is missing"));
        new BenchmarkBlock(block, services)
                .checkValues((at, text) -> problem(at, "x-benchmark: " + text));
    }

    private void problem(long line, String message) {
        problems.add(new Problem(file, line, message));
    }
}
