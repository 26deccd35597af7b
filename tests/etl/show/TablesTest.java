//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Rows.java
//SOURCES WrittenSet.java

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Column;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tech.tablesaw.api.Table;
import tech.tablesaw.joining.JoinType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

class TablesTest {

    @TempDir private Path folder;

    private NotebookSet set;

    @BeforeEach
    void write() throws IOException {
        for (String run : List.of("run-1", "run-3")) {
            WrittenSet.capture(folder.resolve(run), "cron");
            WrittenSet.jobs(folder.resolve(run), "cron");
        }
        WrittenSet.capture(folder.resolve("run-1"), "bare");
        set = NotebookSet.read(folder);
    }

    @Test
    void anInstantIsARowWithTheNumberOfItsRun() {
        Table instants = Tables.instants(set.captures("cron"));

        assertEquals(2 * 181, instants.rowCount());
        assertEquals(
                List.of(1, 3),
                instants.intColumn("run").unique().asList().stream().sorted().toList());
        assertEquals(7, instants.doubleColumn("memory_mib").getDouble(7));
        assertTrue(instants.doubleColumn("memory_anon_mib").isMissing(7), "not measured, not 0");
    }

    @Test
    void minutesAreThoseOfTheClock() {
        Table instants = Tables.instants(set.captures("cron"));

        assertEquals(0, instants.intColumn("minute").getInt(29));
        assertEquals(1, instants.intColumn("minute").getInt(30));
        assertEquals(3, instants.intColumn("minute").getInt(180));
    }

    @Test
    void idleIsWhatTheFormulasCallIdle() {
        Table instants = Tables.instants(set.captures("cron").subList(0, 1));
        Table idle = instants.where(instants.booleanColumn("idle").isTrue());

        // seconds 35 to 50 of three minutes
        assertEquals(3 * 15, idle.rowCount());
        assertEquals(
                set.captures("cron").getFirst().measures().idle().steadyMib(),
                idle.doubleColumn("memory_mib").median());
    }

    @Test
    void aFireIsARowAndSoIsAMissedOne() {
        Table fires = Tables.fires(set.captures("cron"));

        assertEquals(6, fires.rowCount());
        assertEquals(800, fires.doubleColumn("latency_ms").getDouble(0));
        assertEquals(30.8, fires.doubleColumn("elapsed_s").getDouble(0), 1e-9);
        assertEquals(-200, fires.doubleColumn("latency_ms").getDouble(1));
        assertEquals(
                Instant.parse("2026-11-24T10:03:00Z"), fires.instantColumn("scheduled").get(2));
        assertTrue(fires.doubleColumn("latency_ms").isMissing(2));
        assertTrue(fires.intColumn("exit_code").isMissing(2));
    }

    @Test
    void withoutJobsCsvThereIsNoFireAndNoInstantBelongsToOne() {
        Table instants = Tables.instants(set.captures("bare"));

        assertEquals(0, Tables.fires(set.captures("bare")).rowCount());
        assertEquals(181, instants.stringColumn("fire").countMissing());
    }

    /// From 10 s before the scheduled time on.
    @Test
    void anInstantBelongsToTheFireThatItsStartWouldBelongTo() {
        Table instants = Tables.instants(set.captures("cron"));

        assertTrue(instants.stringColumn("fire").isMissing(19));
        assertEquals("cron/run-1/2026-11-24T10:01:00Z", instants.getString(20, "fire"));
        assertEquals("cron/run-1/2026-11-24T10:01:00Z", instants.getString(79, "fire"));
        assertEquals("cron/run-1/2026-11-24T10:02:00Z", instants.getString(80, "fire"));
    }

    /// As the notebooks join them. Joined on two columns, Tablesaw loses rows.
    @Test
    void joinedOnTheKeyOfTheFireNoRowIsLost() {
        Table instants = Tables.instants(set.captures("cron"));
        Table belonging = instants.where(instants.stringColumn("fire").isNotMissing());
        Table fires =
                Tables.fires(set.captures("cron")).removeColumns("system", "run", "elapsed_s");

        Table joined = belonging.joinOn("fire").with(fires).type(JoinType.INNER).join();

        assertEquals(2 * 161, belonging.rowCount());
        assertEquals(belonging.rowCount(), joined.rowCount());
        HashSet<String> rows = new HashSet<>();
        joined.forEach(row -> rows.add(row.getInt("run") + " " + row.getInstant("timestamp")));
        assertEquals(belonging.rowCount(), rows.size(), "each instant once");
    }

    @Test
    void theRawRowsAreThoseOfTheFile() {
        Table samples = Tables.samples(set.captures("cron").getFirst());

        assertEquals(181, samples.rowCount());
        assertEquals("cron", samples.getString(5, "container"));
        assertEquals(5, samples.doubleColumn("memory_mib").getDouble(5));
        assertTrue(samples.doubleColumn("cpu_s").isMissing(5));
    }

    @Test
    void theSummaryHasEveryColumnAndWhatIsNotMeasuredIsMissing() {
        Table summary = Tables.summary(set.rows());

        assertEquals(2 + Column.values().length, summary.columnCount());
        assertEquals(180, summary.doubleColumn("Peak_RAM_MiB").getDouble(0));
        assertTrue(summary.doubleColumn("CPU_s").isMissing(0));
    }

    @Test
    void theSpreadOfASingleRunIsMissing() {
        Table spread =
                Tables.spread(
                        List.of(
                                Rows.row(
                                        "a",
                                        3,
                                        Map.of(Column.PEAK_RAM_MIB, 20.0),
                                        Map.of(Column.PEAK_RAM_MIB, 18.0),
                                        Map.of(Column.PEAK_RAM_MIB, 23.0)),
                                Rows.row("b", Map.of(Column.PEAK_RAM_MIB, 24.0))),
                        Column.PEAK_RAM_MIB);

        assertEquals(18, spread.doubleColumn("smallest").getDouble(0));
        assertEquals(23, spread.doubleColumn("largest").getDouble(0));
        assertFalse(spread.doubleColumn("median").isMissing(1));
        assertTrue(spread.doubleColumn("smallest").isMissing(1));
    }
}
