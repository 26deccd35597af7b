//SOURCES LittleProject.java

import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.record.TestStack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A repository with the real scripts and with systems of its own, whose job runs every five
/// seconds, so that a whole suite takes seconds. `suite` is started there as a person would, in a
/// terminal of its own.
final class SuiteRepository {

    static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String SYSTEM =
            """
            name: etlbench-NAME
            services:
              scheduler:
                image: IMAGE
                pull_policy: never
                init: true
                environment: { ETL_TASK_SECONDS: "0.5", SETTING: "1" }
                volumes:
                  - ../../etl_task.py:/app/etl_task.py:ro
                  - runs:/runs
                command:
                  - python3
                  - -uc
                  - |
                    import subprocess, time
                    task = ["python3", "/app/etl_task.py"]
                    def boundary():
                        time.sleep(5 - time.time() % 5)
                    while True:
                        boundary()
                        subprocess.run(task)
            volumes:
              runs:
            x-benchmark:
              title: NAME
              version_command: { service: scheduler, command: ["echo", "1.2.3"] }
              period_s: 5
              ready_limit_s: 20
            """;

    private final LittleProject project;
    private int started;

    private SuiteRepository(LittleProject project) {
        this.project = project;
    }

    /// Makes it below a folder; nothing outside of it is written.
    static SuiteRepository in(Path folder) throws IOException {
        TestStack.image();
        LittleProject project = LittleProject.in(folder, folder.resolve("caches"));
        Path real = Repository.root();
        for (String part : List.of("scripts", "tasks")) {
            try (Stream<Path> files = Files.walk(real.resolve(part))) {
                for (Path file : files.toList()) {
                    copy(file, project.root().resolve(real.relativize(file)));
                }
            }
        }
        for (String name : List.of("jbang-catalog.json", "etl_task.py")) {
            copy(real.resolve(name), project.root().resolve(name));
        }
        return new SuiteRepository(project);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else {
            Files.copy(from, to);
        }
    }

    Path set(String name) {
        return project.root().resolve(name);
    }

    /// Adds a system that fires every three seconds, for tests of many fires.
    Path quickSystem(String name, Map<String, String> changes) throws IOException {
        Map<String, String> all = new HashMap<>(changes);
        all.put("5 - time.time() % 5", "3 - time.time() % 3");
        all.put("period_s: 5", "period_s: 3");
        return system(name, all);
    }

    /// Adds a system.
    ///
    /// @param changes what its compose file has instead of what the ordinary one has
    Path system(String name, Map<String, String> changes) throws IOException {
        String text = SYSTEM.replace("NAME", name);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertTrue(text.contains(change.getKey()), change.getKey());
            text = text.replace(change.getKey(), change.getValue());
        }
        return project.write(
                "compose/" + name + "/compose.yml", text.replace("IMAGE", TestStack.IMAGE));
    }

    /// Starts `./jbangw suite ARGUMENT...`.
    StartedSuite start(String... arguments) throws IOException {
        return startOn(null, arguments);
    }

    /// The same on another engine, which has the image of the test containers.
    ///
    /// @param host its address; null for the machine's own
    StartedSuite startOn(String host, String... arguments) throws IOException {
        List<String> whole = new ArrayList<>(List.of("--duration", "10s"));
        whole.addAll(Arrays.asList(arguments));
        return startScript(host, "suite", whole);
    }

    /// Starts `./jbangw SCRIPT ARGUMENT...`.
    ///
    /// @param host address of the engine; null for the machine's own
    StartedSuite startScript(String host, String script, List<String> arguments)
            throws IOException {
        // a shell's background jobs ignore Ctrl-C, and so would everything that they start
        String ownTerminal =
                "import os, signal, sys; os.setsid(); signal.signal(signal.SIGINT, signal.SIG_DFL);"
                        + " os.execv(sys.argv[1], sys.argv[1:])";
        List<String> command = new ArrayList<>(List.of("python3", "-c", ownTerminal));
        command.addAll(List.of(project.root().resolve("jbangw").toString(), script));
        command.addAll(arguments);
        Path output = project.root().resolve("output-%d.txt".formatted(++started));
        ProcessBuilder builder = project.command(command.toArray(String[]::new));
        if (host != null) {
            builder.environment().put("DOCKER_HOST", host);
        }
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new StartedSuite(builder.start(), output);
    }

    /// Gives the test classes one repository, because its scripts are compiled first.
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SuiteRepository.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Made.class, key -> Made.now(), Made.class)
                    .repository;
        }
    }

    private record Made(SuiteRepository repository, Path folder) implements AutoCloseable {

        static Made now() {
            try {
                Path folder = Files.createTempDirectory("suites");
                return new Made(SuiteRepository.in(folder), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Runs `./jbangw suite ARGUMENT...` to its end.
    StartedSuite run(String... arguments) throws IOException, InterruptedException {
        StartedSuite suite = start(arguments);
        suite.end();
        return suite;
    }
}
