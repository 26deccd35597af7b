//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SystemTests.java

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.record.AuditRuns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class auditTest {

    @TempDir private Path set;

    /// Where a step has changed, the test is made again once the system's folder knows.
    @Test
    void aTestWhoseWayWasLostIsNotComplete() throws IOException {
        SystemTests.write(set, "cron", "cron");
        Path file = AuditRuns.file(set, "cron");
        assertTrue(AuditRuns.isComplete(file));

        String json = Files.readString(file);
        Files.writeString(
                file,
                json.replaceFirst(
                        "\"seconds\" : 0.4", "\"seconds\" : 0.4, \"stuckAt\" : \"see the run\""));
        assertFalse(AuditRuns.isComplete(file));
        assertFalse(AuditRuns.isComplete(AuditRuns.file(set, "dagster")));
    }
}
