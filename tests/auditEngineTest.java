//SOURCES StartedSuite.java
//SOURCES SuiteRemains.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.result.AuditRecord;
import etl.result.AuditRecord.By;
import etl.result.AuditRecord.Condition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The 3 AM test of a system that fires every three seconds and keeps nothing but its container's
/// log.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class auditEngineTest {

    private static final String WAY =
            """
            by_hand:
              shell: [docker compose -f compose/kept/compose.yml logs]
            by_machine:
              - run: docker compose -f compose/kept/compose.yml logs
            exit_code:
              - run: >-
                  docker compose -f compose/kept/compose.yml exec -T scheduler
                  grep -o '"exit_code": 37' /runs/ledger.jsonl | cut -d ' ' -f 2
            stderr:
              - run: docker logs etlbench-kept-scheduler-1 2>&1 >/dev/null
            kept: as long as the container
            """;

    @Test
    void whatIsLostWithTheContainerIsTold(SuiteRepository repository) throws Exception {
        Path file = repository.quickSystem("kept", Map.of());
        Files.writeString(file.resolveSibling("audit.yml"), WAY);
        Path set = repository.set("audited");
        StartedSuite started =
                repository.startScript(null, "audit", List.of("kept", "--out", set.toString()));
        assertEquals(Cli.OK, started.end(), started::text);

        AuditRecord test = AuditRecord.read(set.resolve("audit/kept.json"));
        assertTrue(test.runsSince() >= 10, "runs " + test.runsSince());
        assertEquals(37, test.failed().exitCode());
        for (By by : By.values()) {
            assertTrue(test.look(Condition.FRESH, by).orElseThrow().found(), started::text);
            assertTrue(test.look(Condition.RESTART, by).orElseThrow().found(), started::text);
            assertTrue(test.look(Condition.CRASH, by).orElseThrow().found(), started::text);
            assertFalse(test.look(Condition.DOWN_UP, by).orElseThrow().found(), started::text);
        }
        assertTrue(test.exitCodeKnown());
        assertFalse(test.timesKnown());
        assertTrue(test.stderrApart());
        String evidence =
                test.look(Condition.FRESH, By.MACHINE).orElseThrow().evidence().getFirst();
        assertTrue(Files.readString(set.resolve(evidence)).contains(test.text()));
        assertEquals(
                "kept,kept,1.2.3,",
                Files.readAllLines(set.resolve("audit.csv")).get(1).substring(0, 16));
        assertEquals(List.of(), SuiteRemains.labelled());

        StartedSuite again =
                repository.startScript(
                        null, "audit", List.of("kept", "--resume", "--out", set.toString()));
        assertEquals(Cli.OK, again.end(), again::text);
        assertFalse(again.lines("kept: complete, not repeated").isEmpty(), again::text);
    }

    /// It ends when its job's folder says that it was started before.
    @Test
    void aStackThatDoesNotComeBackHasLostItsLog(SuiteRepository repository) throws Exception {
        String once =
                """
                import os, sys
                        if os.path.exists("/runs/up"): sys.exit(1)
                        open("/runs/up", "w").close()
                        task = [\
                """;
        // as long as it has not been looked at it does not count as up
        String health =
                """
                init: true
                    healthcheck:
                      test: [CMD, "true"]
                      start_period: 20s
                      start_interval: 1s
                      interval: 1h\
                """;
        Path file = repository.quickSystem("once", Map.of("task = [", once, "init: true", health));
        Files.writeString(
                file.resolveSibling("audit.yml"), WAY.replace("compose/kept/", "compose/once/"));
        Path set = repository.set("once-set");
        StartedSuite started =
                repository.startScript(null, "audit", List.of("once", "--out", set.toString()));
        assertEquals(Cli.OK, started.end(), started::text);

        AuditRecord test = AuditRecord.read(set.resolve("audit/once.json"));
        assertTrue(test.look(Condition.FRESH, By.MACHINE).orElseThrow().found(), started::text);
        for (Condition condition : List.of(Condition.RESTART, Condition.CRASH, Condition.DOWN_UP)) {
            assertEquals(Optional.of(false), test.found(condition, By.HAND), started::text);
            assertTrue(
                    test.look(condition, By.HAND)
                            .orElseThrow()
                            .stuckAt()
                            .startsWith("the stack does not come back: "),
                    started::text);
        }
        assertEquals(List.of(), SuiteRemains.labelled());
    }

    @Test
    void aCtrlCLeavesNothing(SuiteRepository repository) throws Exception {
        Path file = repository.quickSystem("left", Map.of());
        Files.writeString(
                file.resolveSibling("audit.yml"), WAY.replace("compose/kept/", "compose/left/"));
        Path set = repository.set("left-set");
        StartedSuite started =
                repository.startScript(null, "audit", List.of("left", "--out", set.toString()));
        started.await("left: 10 runs go by");
        started.ctrlC();
        assertEquals(Cli.INTERRUPTED, started.end(), started::text);
        assertFalse(started.lines("interrupted; go on with: ./jbangw audit left").isEmpty());
        assertFalse(Files.exists(set.resolve("audit/left.json")));
        assertEquals(List.of(), SuiteRemains.labelled());
    }

    @Test
    void aSystemWithoutAWayIsNamed(SuiteRepository repository) throws Exception {
        repository.quickSystem("pathless", Map.of());
        Path set = repository.set("pathless-set");
        StartedSuite started =
                repository.startScript(null, "audit", List.of("pathless", "--out", set.toString()));

        assertEquals(Cli.FAILED, started.end(), started::text);
        assertTrue(
                started.text()
                        .contains(
                                "compose/pathless has no audit.yml that says how its log is found"),
                started::text);
    }
}
