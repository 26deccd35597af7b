package etl.result;

import etl.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The contract that every folder in `compose/` keeps, so that all systems are measured alike and
/// adding one needs no change anywhere else. Checked without Docker.
public final class ComposeFolder {

    private static final String TASK = "../../etl_task.py:/app/etl_task.py:ro";
    private static final String LEDGER = "runs:/runs";

    private final Path file;
    private final String system;
    private final List<Problem> problems = new ArrayList<>();

    private ComposeFolder(Path folder) {
        file = folder.resolve("compose.yml");
        system = folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /// What is wrong with the folder of one system; empty when nothing is.
    public static List<Problem> check(Path folder) {
        ComposeFolder check = new ComposeFolder(folder);
        if (!Files.isRegularFile(check.file)) {
            return List.of(new Problem(folder, 0, "no compose.yml in this folder"));
        }
        try {
            YamlNode.read(check.file)
                    .ifPresentOrElse(check::document, () -> check.problem(0, "the file is empty"));
        } catch (Failure failure) {
            check.problems.add(Problem.of(check.file, failure));
        }
        Path tuned = check.file.resolveSibling(TunedFile.NAME);
        if (Files.exists(tuned)) {
            check.problems.addAll(TunedFile.check(tuned, check.file, check.system));
        }
        check.audit(folder);
        check.languages(folder);
        return List.copyOf(check.problems);
    }

    /// The way to a failed run's log is optional; one that is there is understood.
    private void audit(Path folder) {
        try {
            AuditWay.read(folder);
        } catch (Failure failure) {
            problems.add(Problem.of(folder.resolve(AuditWay.NAME), failure));
        }
    }

    /// So is what starts the jobs in other languages; where it is there it is there for all.
    private void languages(Path folder) {
        if (Files.exists(folder.resolve(PolyglotFacts.OVERRIDE))) {
            for (Language language : Language.values()) {
                try {
                    PolyglotFacts.definition(folder, language);
                } catch (Failure failure) {
                    problems.add(
                            new Problem(
                                    folder.resolve(PolyglotFacts.OVERRIDE),
                                    0,
                                    failure.getMessage()));
                }
            }
        }
    }

    private void document(YamlNode document) {
        String project = "etlbench-" + system;
        if (!document.text("name").equals(Optional.of(project))) {
            problem(document.get("name"), "name must be " + project);
        }
        Map<String, YamlNode> services =
                document.get("services").map(YamlNode::entries).orElse(Map.of());
        if (services.isEmpty()) {
            problem(document.get("services"), "has no services");
        }
        services.forEach(
                (name, node) ->
                        new ComposeService(system, name, node, services)
                                .check((at, text) -> problem(at, "service " + name + ": " + text)));
        job(document, services);
        document.get("x-benchmark")
                .ifPresentOrElse(
                        block ->
                                new BenchmarkBlock(block, services.keySet())
                                        .check((at, text) -> problem(at, "x-benchmark: " + text)),
                        () -> problem(0, "x-benchmark is missing"));
        buildFiles(services);
    }

    /// Where the job runs, the ledger is mounted as well: otherwise no fire can be proved.
    private void job(YamlNode document, Map<String, YamlNode> services) {
        List<YamlNode> withTask =
                services.values().stream()
                        .filter(service -> ComposeService.mounts(service, TASK))
                        .toList();
        if (withTask.isEmpty()) {
            problem(document.get("services"), "no service has the volume " + TASK);
        }
        withTask.stream()
                .filter(service -> !ComposeService.mounts(service, LEDGER))
                .forEach(s -> problem(s.line(), "runs the task and has no volume " + LEDGER));
        if (document.get("volumes").flatMap(volumes -> volumes.get("runs")).isEmpty()) {
            problem(document.get("volumes"), "volumes must name runs, which holds the ledger");
        }
    }

    private void buildFiles(Map<String, YamlNode> services) {
        for (YamlNode service : services.values()) {
            Optional<YamlNode> build = service.get("build");
            String context = build.flatMap(node -> node.text("context")).orElse(".");
            String name = build.flatMap(node -> node.text("dockerfile")).orElse("Dockerfile");
            Path dockerfile = file.resolveSibling(context).resolve(name).normalize();
            if (build.isPresent() && !Files.exists(dockerfile)) {
                problem(build.get().line(), "builds from " + dockerfile + ", which is not there");
            }
        }
    }

    private void problem(Optional<YamlNode> at, String message) {
        problem(at.map(YamlNode::line).orElse(0L), message);
    }

    private void problem(long line, String message) {
        problems.add(new Problem(file, line, message));
    }
}
