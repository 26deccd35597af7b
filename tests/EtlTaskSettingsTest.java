import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.record.Shell;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The load, the output and the exit code of `etl_task.py` are what its environment asks for.
class EtlTaskSettingsTest {

    @TempDir private Path runs;

    private TaskRun task;

    @BeforeEach
    void needsPython() {
        task = new TaskRun(runs);
        assumeTrue(Shell.has("python3"), "no python3 on this machine");
    }

    @Test
    void outputErrorTextAndExitCodeAreAsAsked() throws IOException {
        Shell.Result result =
                task.run(
                        Map.of(
                                "ETL_TASK_SECONDS", "0",
                                "ETL_TASK_OUTPUT_BYTES", "1234567",
                                "ETL_TASK_STDERR", "needle 4711 'in' the log",
                                "ETL_TASK_EXIT_CODE", "7"));
        assertEquals(7, result.exitCode());
        assertEquals("needle 4711 'in' the log\n", result.stderr());
        int firstLine = result.stdout().indexOf('\n') + 1;
        assertEquals(1234567, result.stdout().length() - firstLine);
        assertTrue(result.stdout().endsWith("x\n"));
        assertTrue(task.ledger().getLast().endsWith("\"exit_code\": 7}"), task.ledger().getLast());
    }

    @Test
    void cpuSecondsAreBurnt() {
        String program =
                """
                import resource, subprocess, sys
                subprocess.run([sys.executable, sys.argv[1]], stdout=subprocess.DEVNULL, check=True)
                used = resource.getrusage(resource.RUSAGE_CHILDREN)
                print(used.ru_utime + used.ru_stime)
                """;
        String seconds =
                Shell.check(
                        TaskRun.LIMIT,
                        task.settings(
                                Map.of("ETL_TASK_SECONDS", "0", "ETL_TASK_CPU_SECONDS", "0.5")),
                        List.of("python3", "-c", program, TaskRun.task()));
        double used = Double.parseDouble(seconds.strip());
        assertTrue(used >= 0.5 && used < 1, seconds);
    }

    @Test
    void memoryIsResidentWhileTheJobRuns() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc on this machine");
        Process job = task.start(Map.of("ETL_TASK_SECONDS", "20", "ETL_TASK_MEMORY_MIB", "100"));
        long kib = 0;
        for (int i = 0; i < 200 && kib < 100 * 1024; i++) {
            Thread.sleep(50);
            kib = residentKib(job.pid());
        }
        job.destroy();
        job.waitFor();
        assertTrue(kib >= 100 * 1024 && kib < 130 * 1024, kib + " KiB");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ETL_TASK_SECONDS, soon
                    ETL_TASK_SECONDS, -1
                    ETL_TASK_SECONDS, nan
                    ETL_TASK_CPU_SECONDS, inf
                    ETL_TASK_MEMORY_MIB, 1.5
                    ETL_TASK_OUTPUT_BYTES, 1k
                    ETL_TASK_EXIT_CODE, 256
                    """)
    void aBadValueIsOneLineAndExitCode2(String name, String value) throws IOException {
        Shell.Result result = task.run(Map.of(name, value));
        assertEquals(2, result.exitCode());
        assertEquals(1, result.stderr().lines().count(), result.stderr());
        assertTrue(result.stderr().startsWith("etl_task.py: " + name + "='" + value + "' is not"));
        assertTrue(task.ledger().getLast().endsWith("\"exit_code\": 2}"), task.ledger().getLast());
    }

    private static long residentKib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
