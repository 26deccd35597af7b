//SOURCES FaultySystems.java
//SOURCES ForeignThings.java
//SOURCES StartedSuite.java
//SOURCES SuiteRemains.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One suite of systems that all fail, each in its own way, on an engine where somebody else has
/// things, too: what is said of each, what is kept, and that nothing foreign is touched.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class suiteFaultsTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private static Path folder;

    private static ForeignThings foreign;
    private static String holder;
    private static List<String> before;
    private static List<String> after;
    private static StartedSuite suite;
    private static int exitCode;
    private static Path set;

    @BeforeAll
    static void runTheSuite(SuiteRepository repository) throws Exception {
        foreign = ForeignThings.make(folder, repository.system("by-hand", Map.of()));
        List<String> systems = FaultySystems.add(repository, foreign.port(), foreign.container());
        before = foreign.inspected();

        set = repository.set("faults");
        List<String> arguments = new ArrayList<>(List.of("--out", set.toString(), "by-hand"));
        arguments.addAll(systems);
        suite = repository.start(arguments.toArray(String[]::new));
        suite.await("held: first start");
        holder = hold("etlbench-held_runs");
        exitCode = suite.end();
        after = foreign.inspected();
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

    @AfterAll
    static void removeTheRest() {
        Shell.check(LIMIT, "docker", "rm", "--force", holder);
        Shell.check(LIMIT, "docker", "volume", "rm", "etlbench-held_runs");
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
        assertEquals(List.of("etlbench-held_runs"), SuiteRemains.labelled());
    }

    @Test
    void aStackStartedByHandIsLeftAlone() {
        assertFault("by-hand", "images", "docker compose -p etlbench-by-hand down -v");
        assertEquals(1, suite.text().lines().filter(l -> l.startsWith("by-hand: f")).count());
    }

    @Test
    void aPortThatIsTakenNamesItsOwner() {
        assertFault("port", "images", " is taken by container " + foreign.portsOwner());
    }

    @Test
    void aContainerNameInUseIsTold() {
        assertFault("named", "first start, up", foreign.container());
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
