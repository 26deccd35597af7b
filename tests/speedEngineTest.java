import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.record.NeedsEngine;
import etl.record.Shell;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// The parts that start a stack of their own: it is gone afterwards.
@NeedsEngine
class speedEngineTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Test
    void readingsStandBesideDockerStatsAndTheStackIsTakenDown() {
        Shell.Result result =
                Shell.run(
                        LIMIT,
                        Repository.root().resolve("jbangw").toString(),
                        "speed",
                        "sample",
                        "--turns",
                        "1");
        assertEquals(0, result.exitCode(), result.stderr());
        for (String way : List.of("cgroup", "engine")) {
            String row = "| one reading of 3 containers by " + way;
            assertTrue(result.stdout().contains(row), result.stdout());
        }
        assertEquals(
                "",
                Shell.check(
                        LIMIT,
                        "docker",
                        "ps",
                        "--all",
                        "--quiet",
                        "--filter",
                        "name=etlbench-speed"));
    }
}
