//SOURCES StartedSuite.java
//SOURCES SuiteRemains.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.record.Shell;
import etl.record.TestStack;
import etl.result.CaptureFiles;
import etl.result.Run;
import etl.result.RunFile;
import etl.result.SuiteRecord;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A suite that is killed and started again: what it finds, what it repeats, what it removes.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class suiteKillTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String BUILT = "etlbench/suite-test:1";

    @BeforeAll
    static void system(SuiteRepository repository) throws IOException {
        repository.system(
                "built",
                Map.of(
                        "image: IMAGE",
                        "image: " + BUILT,
                        "init: true",
                        """
                        init: true
                            build:
                              dockerfile_inline: FROM IMAGE
                              labels: { etlbench.built: built }\
                        """));
    }

    @Test
    void aSuiteKilledInAnyPhaseIsGoneOnWith(SuiteRepository repository) throws Exception {
        Path set = repository.set("killed");
        String[] command = {
            "built", "--repeats", "2", "--resume", "--prune-images", "--out", set.toString()
        };
        for (String phase :
                List.of("images", "first start", "run-1/built: up", "run-2/built: settle")) {
            StartedSuite suite = repository.start(command);
            suite.await(phase.startsWith("run") ? phase : "built: " + phase);
            while (!phase.equals("images") && SuiteRemains.labelled().isEmpty()) {
                Thread.sleep(20); // "docker compose up" is at work
            }
            suite.kill();
        }
        Map<Path, String> first = files(set.resolve("run-1"));
        assertEquals(3, first.size(), "the first run is complete");

        StartedSuite suite = repository.start(command);
        suite.await("run-2/built: capture");
        suite.awaitRows(set.resolve("run-2/built.csv"));
        suite.kill();
        assertEquals(
                "running",
                RunFile.read(set.resolve("run-2/built.run.json")).termination(),
                "its recorder goes on without it");

        StartedSuite last = repository.run(command);
        assertEquals(Cli.OK, last.end(), last.text());
        assertEquals(1, last.lines("ending process ").size(), last.text());
        assertEquals(1, last.lines("removing container etlbench-built").size(), last.text());
        assertEquals(1, last.lines("run-1/built: complete, not repeated").size(), last.text());
        assertEquals(1, last.lines("run-2/built: an earlier capture").size(), last.text());
        assertEquals(first, files(set.resolve("run-1")), "nothing is measured twice");
        Run run = RunFile.read(set.resolve("run-2/built.run.json"));
        assertEquals("normal", run.termination());
        assertEquals(
                List.of("up", "ready", "settle", "capture"),
                run.phases().stream().map(Run.Phase::name).toList());
        try (Stream<Path> aside = Files.list(set.resolve("aside"))) {
            List<String> names = aside.map(f -> f.getFileName().toString()).toList();
            assertEquals(5, names.stream().filter(n -> n.endsWith(SuiteRecord.NAME)).count());
            assertEquals(1, names.stream().filter(n -> n.endsWith("-built.csv")).count());
        }
        assertEquals(List.of(), SuiteRemains.labelled());
        assertEquals(List.of(), SuiteRemains.folders());
        assertFalse(Shell.run(LIMIT, "docker", "image", "inspect", BUILT).ok(), "it was pruned");
        assertTrue(Shell.run(LIMIT, "docker", "image", "inspect", TestStack.IMAGE).ok());
    }

    private static Map<Path, String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(f -> f, CaptureFiles::sha256));
        }
    }
}
