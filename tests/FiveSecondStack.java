import etl.record.TestStack;

import java.io.IOException;
import java.nio.file.Path;

/// A scheduler that fires the real job every five seconds, so that a short window holds fires.
final class FiveSecondStack {

    private static final String SCHEDULER =
            """
            services:
              scheduler:
                image: IMAGE
                init: true
                environment: { ETL_TASK_SECONDS: "0.5" }
                volumes:
                  - TASK:/app/etl_task.py:ro
                  - runs:/runs
                command:
                  - python3
                  - -uc
                  - |
                    import subprocess, time
                    while True:
                        time.sleep(5 - time.time() % 5)
                        subprocess.run(["python3", "/app/etl_task.py"])
            volumes:
              runs:
            x-benchmark:
              title: Every five seconds
              version_command: { service: scheduler, command: ["echo", "1.2.3"] }
              period_s: 5
            """;

    private FiveSecondStack() {}

    /// Starts one.
    ///
    /// @param folder where the compose file is written
    static TestStack up(Path folder) throws IOException {
        Path task = Repository.root().resolve("etl_task.py");
        return TestStack.up(folder, SCHEDULER.replace("TASK", task.toString()));
    }
}
