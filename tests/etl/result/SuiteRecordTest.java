package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.result.SuiteRecord.Images;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The record of a suite over its interruptions.
class SuiteRecordTest {

    @TempDir private Path folder;

    @Test
    void imagesThatCameInTwoGoesAreAddedUp() {
        Images first = new Images("airflow", 61.26, 1804.5, List.of("sha256:1", "sha256:2"));
        Images later = new Images("airflow", 0.3, 0.0, List.of("sha256:2"));
        assertEquals(
                new Images("airflow", 61.6, 1804.5, List.of("sha256:1", "sha256:2")),
                first.plus(later));
    }

    @Test
    void aRecordWithoutIdsIsReadAndGoneOnWith() throws Exception {
        Path file = folder.resolve(SuiteRecord.NAME);
        SuiteRecord record =
                new SuiteRecord(
                        "1",
                        Instant.EPOCH,
                        null,
                        300,
                        1,
                        List.of("cron"),
                        List.of(new Images("cron", 1, 2.0, null)),
                        List.of());
        record.write(file);
        assertEquals(record, SuiteRecord.read(file));
        assertEquals(
                new Images("cron", 2, 2.0, List.of("sha256:3")),
                SuiteRecord.read(file)
                        .images()
                        .getFirst()
                        .plus(new Images("cron", 1, 0.0, List.of("sha256:3"))));
        assertEquals(-1, Files.readString(file).indexOf("newIds"));
    }
}
