import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Systems that all fail, each in its own way, or whose job does.
final class FaultySystems {

    private FaultySystems() {}

    /// Adds them to a repository.
    ///
    /// @param port one that is taken
    /// @param container name of a container that is there
    /// @return their names
    static List<String> add(SuiteRepository repository, int port, String container)
            throws IOException {
        String sick = "init: true\n    healthcheck: { test: [CMD, 'false'], start_interval: 1s }";
        Map<String, String> never = Map.of("init: true", sick, "limit_s: 20", "limit_s: 4");
        repository.system("sick", never);
        repository.system("held", never);
        repository.system(
                "port",
                Map.of("init: true", "init: true\n    ports: ['127.0.0.1:%d:80']".formatted(port)));
        repository.system(
                "named", Map.of("init: true", "init: true\n    container_name: " + container));
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
        return List.of(
                "held", "port", "named", "refused", "sick", "greedy", "never", "once", "double",
                "bad");
    }
}
