//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES Repository.java
//SOURCES ResultFolder.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

class analysisTest {

    @TempDir private Path folder;

    @Test
    void theOriginalsFiveColumnsComeOutToTheLastDigitInItsOrder() throws IOException {
        ResultFolder.copyOriginal(folder);

        assertEquals(0, Outcome.of(new analysis(), folder, "--no-charts").exit());

        String firstFive =
                summary().stream()
                        .map(row -> row.subList(0, 5))
                        .map(cells -> String.join(",", cells))
                        .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(
                """
                Orchestrator,Idle_RAM_MiB,Peak_RAM_MiB,Avg_RAM_MiB,RAM_Per_Job
                supervisord,19.26,19.61,19.49,3.92
                ofelia,9.08,47.49,34.5,9.5
                cronicle,50.4,51.64,51.03,10.33
                kestra,1085.44,1295.36,1273.53,259.07
                airflow,1431.42,1446.05,1438.3,289.21
                """,
                firstFive);
    }

    @Test
    void aCaptureOfOursWithoutJobsCsvIsNotDividedUnlessTheNumberIsStated() throws IOException {
        ResultFolder.capture(folder, "cron", 20, 40, 20);

        Outcome.of(new analysis(), folder, "--no-charts");
        assertEquals("", summary().getLast().get(4));

        Outcome.of(new analysis(), folder, "--no-charts", "--jobs", "8");
        assertEquals("5.0", summary().getLast().get(4));
    }

    @Test
    void repeatsBecomeAMedianWithItsRange() throws IOException {
        ResultFolder.capture(folder.resolve("run-1"), "cron", 20, 22);
        ResultFolder.capture(folder.resolve("run-2"), "cron", 30, 32);
        ResultFolder.capture(folder.resolve("run-10"), "cron", 24, 26);

        Outcome outcome = Outcome.of(new analysis(), folder, "--no-charts");

        assertTrue(outcome.out().contains("| 26.0 (22.0–32.0) |"), outcome.out());
    }

    private List<List<String>> summary() throws IOException {
        return Files.readAllLines(folder.resolve("final_summary_report.csv")).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
