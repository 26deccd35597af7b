//SOURCES StartedSuite.java
//SOURCES SuiteRemains.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import etl.Cli;
import etl.record.Chromium;
import etl.record.NeedsEngine;
import etl.result.AuditRecord;
import etl.result.AuditRecord.By;
import etl.result.AuditRecord.Condition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The 3 AM test of a system whose page is no longer what its folder says.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class auditPageEngineTest {

    private static final String WAY =
            """
            by_hand:
              page: http://127.0.0.1:PORT/
              steps:
                - {click: "text: runs/", why: the runs}
                - {click: "text: Failed", why: those that failed}
            by_machine:
              - run: docker compose -f compose/changed/compose.yml logs
            kept: as long as the container
            """;

    /// Its page lists the folders of its container, and none of them has the name that is looked
    /// for.
    @Test
    void aPageThatHasChangedIsTold(SuiteRepository repository) throws Exception {
        assumeTrue(Chromium.isThere(), "chromium and chromedriver are not installed");
        String port = Integer.toString(freePort());
        Map<String, String> pages =
                Map.of(
                        "init: true",
                        "init: true\n    ports: [\"127.0.0.1:%s:8000\"]".formatted(port),
                        "task = [",
                        "subprocess.Popen([\"python3\", \"-m\", \"http.server\"])\n"
                                + "        task = [");
        Path file = repository.quickSystem("changed", pages);
        Files.writeString(file.resolveSibling("audit.yml"), WAY.replace("PORT", port));
        Path set = repository.set("changed-set");
        StartedSuite started =
                repository.startScript(null, "audit", List.of("changed", "--out", set.toString()));
        assertEquals(Cli.FAILED, started.end(), started::text);

        AuditRecord test = AuditRecord.read(set.resolve("audit/changed.json"));
        String picture = test.unknown().orElseThrow().evidence().getLast();
        assertTrue(Files.size(set.resolve(picture)) > 1000, picture);
        assertTrue(
                started.text()
                        .contains(
                                "failed: changed: stuck at those that failed (click): text: Failed;"
                                        + " see "
                                        + set.resolve(picture)),
                started::text);
        assertEquals(Optional.empty(), test.found(Condition.FRESH, By.HAND));
        assertEquals(Optional.of(true), test.found(Condition.FRESH, By.MACHINE));
        String row = Files.readAllLines(set.resolve("audit.csv")).get(1);
        assertTrue(row.matches("changed,changed,1\\.2\\.3,[^,]*,\\d+,,,,,found,.*"), row);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
