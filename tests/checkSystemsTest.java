//SOURCES Outcome.java
//SOURCES RecordedSet.java
//SOURCES SystemTests.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.result.AuditCsv;
import etl.result.PolyglotCsv;
import etl.result.SystemTables;
import etl.result.VpsCsv;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A set that holds a search, a 3 AM test and five languages beside its capture.
class checkSystemsTest {

    private static final String NONE = "checked 2 captures and 0 systems: 0 problems, 0 warnings";

    @TempDir private Path folder;

    private RecordedSet set;
    private Path today;

    @BeforeEach
    void record() throws IOException {
        set = RecordedSet.in(folder.resolve("results/today"));
        today = set.samples().getParent();
        fill(today);
    }

    /// As `vps`, `audit` and `polyglot` leave it.
    private void fill(Path folder) throws IOException {
        SystemTests.write(folder, "cron", "cron");
        SystemTests.languages(folder, "cron", set.run());
        Files.copy(set.samples(), folder.resolve("polyglot/cron.csv"));
        assertEquals(3, SystemTables.write(folder).size());
    }

    private String problem() {
        List<String> lines = set.check(Cli.FAILED, folder.resolve("results"));
        assertEquals(2, lines.size(), lines::toString);
        return lines.getFirst();
    }

    @Test
    void tablesThatSayWhatTheRecordsSayAreClean() {
        assertEquals(List.of(NONE), set.check(Cli.OK, today));
    }

    @Test
    void aSetWithoutCapturesIsASetToo() throws IOException {
        Path other = Files.createDirectories(folder.resolve("results/other"));
        SystemTests.write(other, "cron", "cron");
        SystemTables.write(other);

        assertEquals(
                List.of("checked 0 captures and 0 systems: 0 problems, 0 warnings"),
                set.check(Cli.OK, other));
    }

    /// A set of such a name is none of records, nor is what a system's folder holds.
    @Test
    void notEveryFolderOfThatNameHoldsRecords() throws IOException {
        Path vps = Files.createDirectories(folder.resolve("results/vps"));
        Files.writeString(vps.resolve("suite.json"), "{}");
        Files.createDirectories(today.resolve("run-1/vps"));
        Path system = Files.createDirectories(folder.resolve("results/deep/system/polyglot"));
        Files.writeString(system.resolve("go.json"), "{}");
        Files.writeString(system.resolveSibling("compose.yml"), "services: {}");

        assertEquals(List.of(NONE), set.check(Cli.OK, folder.resolve("results")));
    }

    @Test
    void aChangedNumberIsFoundByItsLineAndWrittenAnew() throws IOException {
        Path table = today.resolve(VpsCsv.NAME);
        Files.writeString(table, Files.readString(table).replace(",40,", ",30,"));

        String changed =
                "%s: line 2: is not what the records in %s say; write it anew: ./jbangw analysis %s"
                        .formatted(table, today.resolve("vps"), today);
        assertEquals(changed, problem());
        assertEquals(changed, set.check(Cli.FAILED, table).getFirst());

        assertEquals(Cli.OK, Outcome.of(new analysis(), today, "--no-charts").exit());
        assertEquals(List.of(NONE), set.check(Cli.OK, today));
    }

    @Test
    void aTableThatIsGoneIsNamed() throws IOException {
        Path table = today.resolve(PolyglotCsv.NAME);
        Files.delete(table);

        assertEquals(table + ": is missing; write it: ./jbangw analysis " + today, problem());
    }

    /// Then it is not to be written anew: nothing would be left of it.
    @Test
    void aTableWithoutRecordsIsNamed() throws IOException {
        Files.delete(today.resolve("vps/cron.json"));
        Path table = today.resolve(VpsCsv.NAME);
        String before = Files.readString(table);

        assertEquals(
                "%s: there are no records in %s that say the same"
                        .formatted(table, today.resolve("vps")),
                problem());
        SystemTables.write(today);
        assertEquals(before, Files.readString(table));
    }

    @Test
    void evidenceThatIsGoneIsNamed() throws IOException {
        Files.delete(today.resolve("audit/cron-CRASH.txt"));

        assertTrue(Files.exists(today.resolve(AuditCsv.NAME)));
        assertEquals(
                today.resolve("audit/cron.json") + ": its evidence audit/cron-CRASH.txt is gone",
                set.check(Cli.FAILED, today).getFirst());
    }

    @Test
    void aDamagedRecordIsNamed() throws IOException {
        Files.writeString(today.resolve("vps/cron.json"), "{ torn");

        assertTrue(problem().startsWith(today.resolve("vps/cron.json") + ": line 1: "), problem());
    }
}
