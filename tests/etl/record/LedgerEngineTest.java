package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// A ledger that many jobs write at once.
@NeedsEngine
class LedgerEngineTest {

    @TempDir Path folder;

    @Test
    void fiftyParallelWritersDoNotTearTheLedger() throws Exception {
        Path task = TestStack.repository().resolve("etl_task.py");
        String services =
                """
                services:
                  crowd:
                    image: IMAGE
                    init: true
                    environment: { ETL_TASK_SECONDS: "0.2" }
                    volumes:
                      - TASK:/app/etl_task.py:ro
                      - runs:/runs
                    command:
                      - python3
                      - -uc
                      - |
                        import subprocess, time
                        task = ["python3", "/app/etl_task.py"]
                        for each in [subprocess.Popen(task) for _ in range(50)]:
                            each.wait()
                        print("all ended")
                        time.sleep(600)
                volumes:
                  runs:
                """;
        try (TestStack crowd = TestStack.up(folder, services.replace("TASK", task.toString()));
                Engine engine = Engine.connect(null, null)) {
            while (!crowd.compose("logs").contains("all ended")) {
                Thread.sleep(200);
            }
            Ledger ledger = LedgerFile.read(engine, crowd.project()).orElseThrow();

            assertEquals(50, ledger.entries().size());
            assertTrue(ledger.entries().stream().allMatch(e -> e.exitCode() == 0));
        }
    }
}
