//SOURCES StartedSuite.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.record.Shell;
import etl.record.TestStack;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Fire;
import etl.result.SuiteRecord;
import etl.result.SummaryCsv;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One suite of systems that all fail, each in its own way, on an engine where somebody else has
/// things, too: what is said of each, what is kept, and that nothing foreign is touched.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class suiteFaultsTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String FOREIGN =
            """
            services:
              owner:
                image: IMAGE
                init: true
                command: ["sleep", "3600"]
                ports: ["127.0.0.1:PORT:80"]
                volumes: ["first:/first", "second:/second"]
              runs:
                image: IMAGE
                init: true
                command: ["sleep", "3600"]
              stopped:
                image: IMAGE
                init: true
                command: ["sleep", "3600"]
            volumes:
              first:
              second:
            """;

    private static final List<String> IMAGES = List.of("etltest-foreign:1", "etltest-foreign:2");

    @TempDir private static Path folder;

    private static TestStack foreign;
    private static Path byHand;
    private static String holder;
    private static List<String> before;
    private static List<String> after;
    private static StartedSuite suite;
    private static int exitCode;
    private static Path set;

    @BeforeAll
    static void runTheSuite(SuiteRepository repository) throws Exception {
        int port = freePort();
        foreign = TestStack.up(folder, FOREIGN.replace("PORT", "" + port));
        foreign.compose("stop", "stopped");
        Path tar = folder.resolve("foreign.tar");
        Shell.check(LIMIT, "tar", "cf", tar.toString(), "-C", folder.toString(), "compose.yml");
        for (String image : IMAGES) {
            Shell.check(LIMIT, "docker", "import", tar.toString(), image);
        }
        systems(repository, port);
        Shell.check(LIMIT, "docker", "compose", "-f", byHand.toString(), "up", "-d");
        before = foreignThings();

        set = repository.set("faults");
        List<String> arguments = new ArrayList<>(List.of("--out", set.toString()));
        arguments.addAll(List.of("held", "by-hand", "port", "named", "refused", "sick", "greedy"));
        arguments.addAll(List.of("never", "once", "double", "bad"));
        suite = repository.start(arguments.toArray(String[]::new));
        suite.await("held: first start");
        holder = hold("etlbench-held_runs");
        exitCode = suite.end();
        after = foreignThings();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void systems(SuiteRepository repository, int port) throws IOException {
        String sick = "init: true\n    healthcheck: { test: [CMD, 'false'], start_interval: 1s }";
        Map<String, String> never = Map.of("init: true", sick, "limit_s: 20", "limit_s: 4");
        repository.system("sick", never);
        repository.system("held", never);
        byHand = repository.system("by-hand", Map.of());
        repository.system(
                "port",
                Map.of("init: true", "init: true\n    ports: ['127.0.0.1:%d:80']".formatted(port)));
        repository.system(
                "named",
                Map.of(
                        "init: true",
                        "init: true\n    container_name: " + foreign.container("runs")));
        repository.system("refused", Map.of("init: true", "innit: true"));
        repository.system(
                "greedy",
                Map.of(
                        "init: true",
                        """
                        mem_limit: 30m
                            memswap_limit: 30m
                            healthcheck: { test: [CMD, 'true'], start_interval: 5s }\
                        """,
                        "while True:",
                        "x = b'x' * (200 << 20)\n        while True:"));
        repository.system("never", Map.of("while True:", "while time.sleep(3600):"));
        repository.system(
                "once", Map.of("subprocess.run(task)", "subprocess.run(task); time.sleep(3600)"));
        repository.system(
                "double",
                Map.of(
                        "subprocess.run(task)", "[subprocess.Popen(task) for _ in range(2)]",
                        "ETL_TASK_SECONDS: \"0.5\"", "ETL_TASK_SECONDS: \"3600\""));
        repository.system(
                "bad",
                Map.of(
                        "SETTING: \"1\"",
                        "ETL_TASK_EXIT_CODE: \"1\", ETL_TASK_OUTPUT_BYTES: \"10485760\""));
    }

    /// Starts a container that uses a volume as soon as there is one.
    private static String hold(String volume) throws InterruptedException {
        while (!Shell.run(LIMIT, "docker", "volume", "inspect", volume).ok()) {
            Thread.sleep(50);
        }
        return Shell.check(
                        LIMIT,
                        "docker",
                        "run",
                        "--detach",
                        "--init",
                        "--volume",
                        volume + ":/held",
                        TestStack.IMAGE,
                        "sleep",
                        "3600")
                .strip();
    }

    /// Everything that the engine says about what is not the benchmark's.
    private static List<String> foreignThings() {
        String label = "label=com.docker.compose.project=" + foreign.project();
        List<String> things = new ArrayList<>();
        for (String kind : List.of("container", "volume", "network")) {
            String all = kind.equals("container") ? "--all" : "--no-trunc";
            List<String> names =
                    kind.equals("volume")
                            ? lines("docker", "volume", "ls", "--quiet", "--filter", label)
                            : lines("docker", kind, "ls", "--quiet", all, "--filter", label);
            names.stream().sorted().forEach(n -> things.addAll(inspect(kind, n)));
        }
        IMAGES.forEach(image -> things.addAll(inspect("image", image)));
        things.addAll(inspect("container", "etlbench-by-hand-scheduler-1"));
        things.addAll(inspect("volume", "etlbench-by-hand_runs"));
        things.addAll(inspect("network", "etlbench-by-hand_default"));
        return things;
    }

    private static List<String> inspect(String kind, String name) {
        try {
            JsonNode thing =
                    new ObjectMapper()
                            .readTree(Shell.check(LIMIT, "docker", kind, "inspect", name));
            if (thing.get(0).get("Mounts") instanceof ArrayNode mounts) {
                // the engine shuffles these, anew each time; everything else is compared as it
                // stands
                List<JsonNode> sorted = new ArrayList<>();
                mounts.forEach(sorted::add);
                sorted.sort(Comparator.comparing(m -> m.path("Destination").asText()));
                mounts.removeAll().addAll(sorted);
            }
            return thing.toPrettyString().lines().toList();
        } catch (JacksonException e) {
            throw new AssertionError(kind + " " + name, e);
        }
    }

    private static List<String> lines(String... command) {
        return Shell.check(LIMIT, command).lines().toList();
    }

    @AfterAll
    static void removeTheRest() {
        Shell.check(LIMIT, "docker", "rm", "--force", holder);
        Shell.check(LIMIT, "docker", "volume", "rm", "etlbench-held_runs");
        Shell.check(LIMIT, "docker", "compose", "-f", byHand.toString(), "down", "--volumes");
        IMAGES.forEach(image -> Shell.check(LIMIT, "docker", "image", "rm", image));
        foreign.close();
    }

    private static void assertFault(String system, String phase, String reason) {
        List<String> faults = suite.lines("failed: " + system + " in phase " + phase + ": ");
        assertEquals(1, faults.size(), suite.text());
        assertTrue(faults.getFirst().contains(reason), faults.getFirst());
    }

    private static Capture capture(String system) {
        return Capture.read(CaptureFiles.of(set.resolve(system + ".csv")), w -> {});
    }

    @Test
    void whatFailsIsToldAtTheEndAndByTheExitCode() {
        assertEquals(Cli.FAILED, exitCode, suite.text());
        SuiteRecord record = SuiteRecord.read(set.resolve(SuiteRecord.NAME));
        assertEquals(suite.lines("failed: ").size(), record.failures().size());
        assertFalse(suite.text().contains("\tat "), "no stack trace");
    }

    @Test
    void nothingForeignIsTouched() {
        assertTrue(before.size() > 500, "five kinds of things were inspected");
        assertEquals(before, after);
    }

    @Test
    void nothingOfItsOwnIsLeftButTheVolumeThatSomebodyUses() {
        List<String> left = new ArrayList<>();
        left.addAll(lines("docker", "ps", "-aq", "--filter", "label=etlbench.run"));
        left.addAll(lines("docker", "network", "ls", "-q", "--filter", "label=etlbench.run"));
        left.addAll(lines("docker", "volume", "ls", "-q", "--filter", "label=etlbench.run"));
        assertEquals(List.of("etlbench-held_runs"), left);
    }

    @Test
    void aStackStartedByHandIsLeftAlone() {
        assertFault("by-hand", "images", "docker compose -p etlbench-by-hand down -v");
        assertEquals(1, suite.text().lines().filter(l -> l.startsWith("by-hand: f")).count());
    }

    @Test
    void aPortThatIsTakenNamesItsOwner() {
        assertFault("port", "images", " is taken by container " + foreign.container("owner"));
    }

    @Test
    void aContainerNameInUseIsTold() {
        assertFault("named", "first start, up", foreign.container("runs"));
    }

    @Test
    void aFileThatComposeRefusesIsNamedWithItsReason() {
        assertFault("refused", "images", "compose/refused/compose.yml: Compose refuses it: ");
        assertFault("refused", "images", "innit");
    }

    @Test
    void aStackThatNeverGetsReadyIsGivenUpAfterItsLimit() {
        assertFault("sick", "first start, ready", "not ready after 4 s: etlbench-sick-scheduler-1");
    }

    @Test
    void aContainerThatIsKilledForItsMemoryWhileStartingIsToldAs137() {
        assertFault("greedy", "first start, ready", "ended with exit code 137, killed because");
    }

    @Test
    void aVolumeThatSomebodyUsesNamesTheUser() {
        assertFault("held", "down", "volume etlbench-held_runs cannot be removed, container ");
        String name = Shell.check(LIMIT, "docker", "inspect", "-f", "{{.Name}}", holder).strip();
        assertFault("held", "down", name.substring(1) + " uses it");
    }

    @Test
    void aSystemThatNeverFiresIsAFailedRun() {
        assertFault("never", "settle", "no job has fired in 25 s");
        assertFalse(Files.exists(set.resolve("never.csv")));
    }

    @Test
    void aSystemThatDoesNotFireInTheWindowIsNoRow() throws IOException {
        assertFault("once", "capture", "the job did not fire once in the window");
        assertFalse(Files.exists(set.resolve("once.csv")));
        assertFalse(Files.readString(set.resolve(SummaryCsv.NAME)).contains("once"));
        try (Stream<Path> aside = Files.list(set.resolve("aside"))) {
            assertEquals(1, aside.filter(f -> f.toString().endsWith("-once.csv")).count());
        }
    }

    @Test
    void aJobThatFiresTwiceAndHangsIsKeptAsItIs() {
        List<Fire> fires = capture("double").fires();
        assertEquals(4, fires.size());
        assertEquals(2, fires.stream().map(Fire::scheduled).distinct().count());
        fires.forEach(fire -> assertNull(fire.ended()));
    }

    @Test
    void aJobThatFailsAndPrintsTenMebibytesIsKeptWithItsExitCode() throws IOException {
        List<Fire> fires = capture("bad").fires();
        assertEquals(2, fires.size());
        fires.forEach(fire -> assertEquals(1, fire.exitCode()));
        try (Stream<Path> aside = Files.list(set.resolve("aside"))) {
            Path logs =
                    aside.filter(f -> f.getFileName().toString().matches("bad-[-\\d]+\\.log"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(Files.size(logs) > 20 << 20, "the logs of two fires are complete");
        }
    }
}
