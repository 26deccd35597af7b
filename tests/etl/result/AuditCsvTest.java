package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.AuditRecord.By;
import etl.result.AuditRecord.Condition;
import etl.result.AuditRecord.Look;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class AuditCsvTest {

    @TempDir private Path set;

    private static Look look(Condition condition, By by, boolean found, String stuckAt) {
        return new Look(condition, by, found, 3, 4, 1, 2.5, stuckAt, List.of("audit/x.jpg"));
    }

    private static AuditRecord record(Look... looks) {
        Instant failed = Instant.parse("2026-11-25T10:00:00Z");
        return new AuditRecord(
                AuditRecord.SCHEMA,
                "a",
                "The a",
                "1.0",
                "never",
                null,
                null,
                List.of(new Run.Image("one", "image", "id", null, "pulled", 10.0)),
                failed.minusSeconds(60),
                failed.plusSeconds(900),
                "the text",
                new Fire(failed, failed, failed.plusSeconds(2), 37),
                11,
                List.of(looks),
                true,
                false,
                true,
                "100 runs");
    }

    private String row(AuditRecord test) throws IOException {
        test.write(Files.createDirectories(set.resolve(AuditRecord.FOLDER)).resolve("a.json"));
        AuditCsv.write(set);
        List<String> lines = Files.readAllLines(set.resolve(AuditCsv.NAME));
        assertEquals(String.join(",", AuditCsv.HEADER), lines.getFirst());
        return lines.get(1);
    }

    @Test
    void eachLookHasAColumn() throws IOException {
        assertEquals(
                "a,The a,1.0,pulled,11,found,lost,,,found,found,,,3,4,1,2.5,1,2.5,yes,no,yes,100"
                        + " runs",
                row(
                        record(
                                look(Condition.FRESH, By.HAND, true, null),
                                look(Condition.FRESH, By.MACHINE, true, null),
                                look(Condition.RESTART, By.HAND, false, "see the run"),
                                look(Condition.RESTART, By.MACHINE, true, null))));
    }

    @Test
    void aPageThatDoesNotOpenSaysNothingOfTheLog() {
        AuditRecord test =
                record(
                        look(Condition.FRESH, By.HAND, true, null),
                        look(Condition.CRASH, By.HAND, false, AuditRecord.NOT_OPEN + ": x"),
                        look(Condition.DOWN_UP, By.HAND, false, "the stack does not come back"));

        assertEquals(Optional.empty(), test.found(Condition.CRASH, By.HAND));
        assertEquals(Optional.of(false), test.found(Condition.DOWN_UP, By.HAND));
    }

    /// A count of four needs four answers: a call that nobody answered is none.
    @Test
    void whatIsNotKnownIsNotCounted() {
        Look fresh = look(Condition.FRESH, By.MACHINE, true, null);
        Look restart = look(Condition.RESTART, By.MACHINE, true, null);
        Look crash = look(Condition.CRASH, By.MACHINE, false, "see the run");
        Look gone = look(Condition.DOWN_UP, By.MACHINE, false, AuditRecord.NO_ANSWER + ": curl");
        Look there = look(Condition.DOWN_UP, By.MACHINE, true, null);

        assertEquals(OptionalInt.empty(), record(fresh, restart, crash, gone).keptIn());
        assertEquals(OptionalInt.of(3), record(fresh, restart, crash, there).keptIn());
        assertEquals(
                OptionalInt.empty(),
                record(look(Condition.FRESH, By.HAND, false, "see the run")).keptIn());
    }

    /// Changed pages say nothing of what the system keeps.
    @Test
    void aWayThatIsLostHasNoVerdict() throws IOException {
        AuditRecord test =
                record(
                        look(Condition.FRESH, By.HAND, false, "see the run"),
                        look(Condition.RESTART, By.HAND, false, "see the run"),
                        look(Condition.FRESH, By.MACHINE, false, null));

        assertEquals(Condition.FRESH, test.unknown().orElseThrow().condition());
        assertTrue(row(test).startsWith("a,The a,1.0,pulled,11,,,,,lost,,,,,,,,,,yes"), row(test));
    }

    @Test
    void theJsonHoldsWhatTheTableNeeds() throws IOException {
        Path folder = Files.createDirectories(set.resolve(AuditRecord.FOLDER));
        AuditRecord test = record(look(Condition.CRASH, By.HAND, true, null));
        test.write(folder.resolve("a.json"));

        assertEquals(List.of(test), AuditCsv.tests(set));
    }
}
