//SOURCES StartedSuite.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.record.Shell;
import etl.record.TestStack;
import etl.result.Capture;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A suite that is stopped, killed or cannot write: what is kept, what is left, how it goes on.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class suiteStopTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String BUILT = "etlbench/suite-test:1";

    @BeforeAll
    static void systems(SuiteRepository repository) throws IOException {
        repository.system("five", Map.of());
        repository.system("refused", Map.of("init: true", "innit: true"));
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

    private static List<String> ours() {
        List<String> found = new ArrayList<>();
        for (String kind : List.of("container", "network", "volume")) {
            List<String> command = new ArrayList<>(List.of("docker", kind, "ls", "--quiet"));
            if (kind.equals("container")) {
                command.add("--all");
            }
            command.addAll(List.of("--filter", "label=etlbench.run"));
            Shell.check(LIMIT, Map.of(), command).lines().forEach(found::add);
        }
        return found;
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(f -> f.getFileName().toString().matches("etlbench-\\d{8}-.*"))
                    .toList();
        }
    }

    static void awaitRows(Path csv) throws Exception {
        while (!Files.exists(csv) || Files.readString(csv).lines().count() < 20) {
            Thread.sleep(50);
        }
    }

    @Test
    void aCtrlCSavesWhatIsThereAndTakesTheStackDown(SuiteRepository repository) throws Exception {
        Path set = repository.set("interrupted");
        StartedSuite suite =
                repository.start("five", "refused", "--repeats", "2", "--out", set.toString());
        Path csv = set.resolve("run-1/five.csv");
        suite.await("run-1/five: capture");
        awaitRows(csv);
        StartedSuite second = repository.run("five", "--out", repository.set("none").toString());
        suite.ctrlC();

        assertEquals(Cli.INTERRUPTED, suite.end(), suite.text());
        Capture capture = Capture.read(CaptureFiles.of(csv), w -> {});
        assertEquals("interrupted", capture.run().termination());
        assertTrue(capture.run().sha256().containsKey("five.csv"));
        assertEquals(List.of(), ours());
        assertEquals(List.of(), folders());
        assertEquals(
                List.of(
                        "interrupted; go on with: ./jbangw suite five refused --repeats 2"
                                + " --duration 10000ms --resume --out "
                                + set),
                suite.lines("interrupted"));
        assertEquals(
                List.of("run-1/five", "run-1/refused", "run-2/refused", "run-2/five"),
                SuiteRecord.read(set.resolve(SuiteRecord.NAME)).order());

        assertEquals(Cli.FAILED, second.end());
        assertTrue(
                second.text().contains("another suite is running (pid %d)".formatted(suite.pid())),
                second.text());
        assertFalse(Files.exists(repository.set("none")));
    }

    @Test
    void aSecondCtrlCEndsAtOnceAndTheNextStartRemovesWhatIsLeft(SuiteRepository repository)
            throws Exception {
        Path set = repository.set("twice");
        StartedSuite suite = repository.start("five", "--out", set.toString());
        suite.await("five: settle");
        Shell.check(LIMIT, "docker", "pause", "etlbench-five-scheduler-1"); // its end takes longer
        suite.ctrlC();
        suite.await("five: down");
        suite.ctrlC();

        assertEquals(Cli.INTERRUPTED, suite.end(), suite.text());
        assertFalse(ours().isEmpty(), "it left at once");
        StartedSuite next = repository.run("refused", "--resume", "--out", set.toString());
        assertEquals(Cli.FAILED, next.end(), "there was nothing to measure");
        for (String kind : List.of("container", "network", "volume")) {
            assertEquals(1, next.lines("removing " + kind + " etlbench-five").size(), next.text());
        }
        assertEquals(List.of(), ours());
        assertEquals(List.of(), folders());
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
            while (!phase.equals("images") && ours().isEmpty()) {
                Thread.sleep(20); // "docker compose up" is at work
            }
            suite.kill();
        }
        Map<Path, String> first = files(set.resolve("run-1"));
        assertEquals(3, first.size(), "the first run is complete");

        StartedSuite suite = repository.start(command);
        suite.await("run-2/built: capture");
        awaitRows(set.resolve("run-2/built.csv"));
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
        assertEquals(List.of(), ours());
        assertEquals(List.of(), folders());
        assertFalse(Shell.run(LIMIT, "docker", "image", "inspect", BUILT).ok(), "it was pruned");
        assertTrue(Shell.run(LIMIT, "docker", "image", "inspect", TestStack.IMAGE).ok());
    }

    private static Map<Path, String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(f -> f, CaptureFiles::sha256));
        }
    }

    @Test
    void aDiskThatFillsUpEndsTheSuiteAndTheStackIsTakenDown(SuiteRepository repository)
            throws Exception {
        Path set = Files.createDirectories(repository.set("full"));
        Shell.Result mounted =
                Shell.run(LIMIT, "mount", "-t", "tmpfs", "-o", "size=20k", "none", set.toString());
        assumeTrue(mounted.ok(), "a small disk can be made by root only");
        try {
            StartedSuite suite = repository.run("five", "--out", set.toString());

            assertEquals(Cli.FAILED, suite.end(), suite.text());
            assertTrue(suite.text().contains("No space left on device"), suite.text());
            assertFalse(suite.text().contains("\tat "), suite.text());
            assertEquals(List.of(), ours());
        } finally {
            Shell.check(LIMIT, "umount", set.toString());
        }
    }
}
