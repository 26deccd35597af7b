import etl.record.Shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs `etl_task.py` as an orchestrator does, with its ledger in a folder.
///
/// @param runs the ledger's folder
record TaskRun(Path runs) {

    static final Duration LIMIT = Duration.ofSeconds(60);

    Shell.Result run(Map<String, String> settings) {
        return Shell.run(LIMIT, settings(settings), List.of("python3", task()));
    }

    Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("python3", task());
        builder.environment().putAll(settings(settings));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    Map<String, String> settings(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("ETL_TASK_LEDGER_DIR", runs.toString());
        all.putAll(settings);
        return all;
    }

    static String task() {
        return Repository.root().resolve("etl_task.py").toString();
    }

    List<String> ledger() throws IOException {
        Path ledger = runs.resolve("ledger.jsonl");
        return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    }
}
