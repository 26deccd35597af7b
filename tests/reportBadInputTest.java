//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES RecordedSet.java
//SOURCES ResultFolder.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.result.Fire;
import etl.result.JobsCsv;
import etl.result.SuiteRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Sets in which something is missing: a page that says so, or one line where there is nothing to
/// show.
class reportBadInputTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir private Path folder;

    private String page() throws IOException {
        Outcome outcome = Outcome.of(new report(), folder);
        assertEquals(Cli.OK, outcome.exit(), outcome.err());
        return Files.readString(folder.resolve("report.html"));
    }

    private void fails(String message) {
        Outcome outcome = Outcome.of(new report(), folder);
        assertEquals(Cli.FAILED, outcome.exit());
        assertEquals(1, outcome.errLines().size(), outcome.err());
        assertTrue(outcome.err().startsWith("report.java: " + message), outcome.err());
        assertFalse(Files.exists(folder.resolve("report.html")));
    }

    private void suite(
            Instant ended, int repeats, List<String> order, SuiteRecord.Fault... faults) {
        new SuiteRecord("1", START, ended, 40, repeats, order, List.of(), List.of(faults))
                .write(folder.resolve(SuiteRecord.NAME));
    }

    @Test
    void anEmptyFolderIsOneLine() {
        fails(folder + ": holds no capture; make one with: jbang benchmark.java ");
    }

    @Test
    void aFolderThatIsNotThereIsOneLine() {
        Outcome outcome = Outcome.of(new report(), folder.resolve("nowhere"));
        assertEquals(Cli.FAILED, outcome.exit());
        assertEquals(
                List.of(
                        "report.java: "
                                + folder.resolve("nowhere")
                                + ": no such folder; name a result set, e.g. results/original"),
                outcome.errLines());
    }

    @Test
    void aDamagedCaptureIsOneLine() throws IOException {
        Files.writeString(folder.resolve("cron.csv"), "hello\n");
        fails(folder.resolve("cron.csv") + ": line 1: not a capture: ");
    }

    @Test
    void aDamagedSuiteIsOneLine() throws IOException {
        RecordedSet.in(folder);
        Files.writeString(folder.resolve(SuiteRecord.NAME), "{");
        fails(folder.resolve(SuiteRecord.NAME) + ": line ");
    }

    @Test
    void oneSystemWithOneRunSaysThatThereIsNoSpread() throws IOException {
        RecordedSet.in(folder);
        String page = page();
        assertTrue(page.contains("One run of each system: there is no spread"));
        assertTrue(page.contains("the engine’s own memory was not measured"), "left of 1 GB");
        assertTrue(page.contains("not recorded"), "versions, compose file, job");
    }

    @Test
    void withoutJobsCsvNothingIsProven() throws IOException {
        RecordedSet set = RecordedSet.in(folder);
        Files.delete(set.jobs());
        set.seal("normal");
        String page = page();
        assertTrue(page.contains("Of 1 run there is no record of the jobs"));
        assertTrue(page.contains("no capture of this set has a ledger of fires"));
        assertTrue(page.contains("no capture of this set has both a CPU counter and fires"));
    }

    /// There is no delay to show of it, and all the same its jobs were due.
    @Test
    void aSystemThatNeverFiredIsNotLeftOut() throws IOException {
        RecordedSet set = RecordedSet.in(folder);
        Fire missed = new Fire(START.plusSeconds(60), null, null, null);
        Files.writeString(set.jobs(), JobsCsv.text(List.of(missed)));
        set.seal("normal");
        assertTrue(page().contains("1 of 1 jobs that were due did not fire."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "interrupted", "stack-died", "engine-lost"})
    void aRunThatWasCutIsSaidToBe(String termination) throws IOException {
        RecordedSet set = RecordedSet.in(folder);
        Files.writeString(set.samples(), RecordedSet.rows(second -> second < 20));
        set.seal(termination);
        String page = page();
        assertTrue(page.contains("1 run did not end normally"));
        assertTrue(page.contains(termination));
    }

    /// A page is passed on: it does not tell where on a machine the set lies.
    @Test
    void aTornLineIsSaidWithoutThePathOfThisMachine() throws IOException {
        RecordedSet set = RecordedSet.in(folder);
        String rows = RecordedSet.rows(second -> second < 20);
        Files.writeString(set.samples(), rows.substring(0, rows.length() - 5));
        set.seal("interrupted");
        String page = page();
        assertTrue(page.contains("was cut off and is left out"));
        assertFalse(page.contains(folder.toString()));
    }

    @Test
    void aSuiteThatHasNotEndedIsSaidSo() throws IOException {
        RecordedSet.in(folder.resolve("run-1"));
        suite(null, 3, List.of("run-1/cron", "run-2/cron", "run-1/dagster"));
        String page = page();
        assertTrue(page.contains("This set is not finished: its suite has not ended."));
        assertTrue(page.contains("1 of 3 runs"));
        assertTrue(page.contains("the suite has not come to it"));
    }

    @Test
    void aFailedSystemAndAFailedRepeatKeepTheirReasons() throws IOException {
        RecordedSet.in(folder.resolve("run-1"));
        suite(
                START,
                2,
                List.of("run-1/cron", "run-1/kestra", "run-2/cron"),
                new SuiteRecord.Fault("run-1/kestra", "images", "no such image", null),
                new SuiteRecord.Fault("run-2/cron", "ready", "not healthy after 300 s", null));
        String page = page();
        assertTrue(page.contains("images: no such image"));
        assertTrue(page.contains("Not measured here: Kestra."));
        assertTrue(page.contains("1 of 2 runs, 1 failed"));
        assertTrue(page.contains("failed in phase ready: not healthy after 300 s"));
    }

    /// A set that is made in several goes knows what an earlier one could not measure.
    @Test
    void aFailureOfAnEarlierSuiteIsNotForgotten() throws IOException {
        RecordedSet.in(folder);
        suite(
                START,
                1,
                List.of("kestra"),
                new SuiteRecord.Fault("kestra", "images", "no such image", null));
        Files.createDirectories(folder.resolve("aside"));
        Files.move(
                folder.resolve(SuiteRecord.NAME),
                folder.resolve("aside/20261124-100000-suite.json"));
        Files.writeString(folder.resolve("aside/20261124-090000-suite.json"), "{ torn");
        suite(START, 1, List.of("cron"));
        assertTrue(page().contains("images: no such image"));
    }

    @Test
    void theOriginalsFormatHasItsGaps() throws IOException {
        ResultFolder.copyOriginal(folder);
        String page = page();
        assertTrue(page.contains("Source: docker stats about every 7 s"));
        assertTrue(page.contains("Machine, versions and settings were not recorded."));
        assertTrue(page.contains("there is no run JSON beside them"));
        assertTrue(page.contains("<title>At its peak, Airflow takes 74 times"));
    }

    /// A capture without a single complete instant: nothing to draw, and a table all the same.
    @Test
    void aSystemWithoutACompleteInstantStaysInTheTable() throws IOException {
        ResultFolder.capture(folder, "cron", 20, 21, 22);
        ResultFolder.capture(folder, "dead", 0, 0, 0);
        String page = page();
        assertTrue(page.contains("Dead"));
        assertTrue(page.contains("Cron"));
    }

    @Test
    void setsWithoutACommonSystemCannotBeCompared() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        ResultFolder.capture(one, "cron", 20, 21);
        ResultFolder.capture(other, "ofelia", 20, 21);
        assertEquals(Cli.OK, Outcome.of(new report(), one, other).exit());
        String page = Files.readString(other.resolve("compared-with-one.html"));
        assertTrue(page.contains("The two sets have no system in common"));
        assertTrue(page.contains("only before: cron"));
        assertTrue(page.contains("only after: ofelia"));
    }

    @Test
    void twoRunsAreTooFewForAVerdict() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        ResultFolder.capture(one, "cron", 20, 21);
        ResultFolder.capture(other, "cron", 40, 41);
        assertEquals(Cli.OK, Outcome.of(new report(), one, other).exit());
        String page = Files.readString(other.resolve("compared-with-one.html"));
        assertTrue(page.contains("Too few runs to tell a change from noise"));
        assertTrue(page.contains("no verdict below three runs"));
    }
}
