import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.record.Shell;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Runs the job as an orchestrator does: another process, settings from the environment.
class EtlTaskTest {

    private static final Pattern START =
            Pattern.compile(
                    "\\{\"id\": \"([0-9a-f]{16})\", \"event\": \"start\", \"ns\": (\\d{19}),"
                            + " \"pid\": \\d+, \"host\": \"[\\w.-]+\"}");
    private static final Pattern END =
            Pattern.compile(
                    "\\{\"id\": \"([0-9a-f]{16})\", \"event\": \"end\", \"ns\": (\\d{19}),"
                            + " \"exit_code\": (\\d+)}");

    @TempDir private Path runs;

    private TaskRun task;

    @BeforeEach
    void needsPython() {
        task = new TaskRun(runs);
        assumeTrue(Shell.has("python3"), "no python3 on this machine");
    }

    @Test
    void theFirstLineIsTheStartAndTheLedgerHoldsStartAndEnd() throws IOException {
        long before = System.currentTimeMillis();
        Shell.Result result = task.run(Map.of("ETL_TASK_SECONDS", "0.3"));
        assertEquals(0, result.exitCode());
        assertEquals("", result.stderr());
        String printed = result.stdout().strip();
        assertTrue(Long.parseLong(printed) / 1_000_000 >= before, printed);

        List<String> lines = task.ledger();
        assertEquals(2, lines.size());
        var start = START.matcher(lines.getFirst());
        var end = END.matcher(lines.getLast());
        assertTrue(start.matches(), lines.getFirst());
        assertTrue(end.matches(), lines.getLast());
        assertEquals(printed, start.group(2));
        assertEquals(start.group(1), end.group(1));
        assertEquals("0", end.group(3));
        long tookNs = Long.parseLong(end.group(2)) - Long.parseLong(start.group(2));
        assertTrue(tookNs >= 300_000_000L, tookNs + " ns");
    }

    @Test
    void aTerminatedJobStillSaysThatItEnded() throws IOException, InterruptedException {
        Process job = task.start(Map.of("ETL_TASK_SECONDS", "20"));
        for (int i = 0; i < 200 && task.ledger().isEmpty(); i++) {
            Thread.sleep(50);
        }
        job.destroy(); // SIGTERM
        assertTrue(job.waitFor(10, TimeUnit.SECONDS));
        assertEquals(143, job.exitValue());
        assertTrue(
                task.ledger().getLast().endsWith("\"exit_code\": 143}"), task.ledger().getLast());
    }

    @Test
    void withoutALedgerFolderTheJobWorks() {
        Shell.Result result =
                task.run(
                        Map.of(
                                "ETL_TASK_SECONDS",
                                "0",
                                "ETL_TASK_LEDGER_DIR",
                                runs.resolve("absent").toString()));
        assertEquals(0, result.exitCode());
        assertEquals("", result.stderr());
    }

    @Test
    void aLedgerThatCannotBeWrittenIsSaidAndDoesNotFailTheJob() throws IOException {
        Files.createDirectory(runs.resolve("ledger.jsonl"));
        Shell.Result result = task.run(Map.of("ETL_TASK_SECONDS", "0"));
        assertEquals(0, result.exitCode());
        assertTrue(result.stderr().contains("cannot append to " + runs), result.stderr());
    }

    @Test
    void anotherUserOfTheImageMayAppend() throws IOException {
        task.run(Map.of("ETL_TASK_SECONDS", "0"));
        Object mode = Files.getAttribute(runs.resolve("ledger.jsonl"), "unix:mode");
        assertEquals(0666, (int) mode & 0777);
    }

    @Test
    void fiftyJobsAtOnceTearNoLine() throws IOException, InterruptedException {
        List<Process> jobs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            jobs.add(task.start(Map.of("ETL_TASK_SECONDS", "0.2")));
        }
        for (Process job : jobs) {
            assertEquals(0, job.waitFor());
        }
        Map<String, Long> starts = ids(START);
        assertEquals(50, starts.size());
        assertEquals(starts, ids(END));
        assertEquals(100, task.ledger().size());
    }

    private Map<String, Long> ids(Pattern line) throws IOException {
        return task.ledger().stream()
                .map(line::matcher)
                .filter(matcher -> matcher.matches())
                .collect(Collectors.groupingBy(m -> m.group(1), Collectors.counting()));
    }
}
