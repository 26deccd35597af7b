import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.record.SuiteForecast;
import etl.record.SuitePlan;
import etl.record.SuiteSet;
import etl.record.Systems;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a suite makes of a folder that already holds something.
class suiteSetTest {

    @TempDir Path folder;

    private RecordedSet recorded;
    private SuiteSet set;

    @BeforeEach
    void record() throws IOException {
        recorded = RecordedSet.in(folder);
        set = new SuiteSet(folder, 1);
    }

    @Test
    void aCaptureThatEndedWellIsComplete() {
        assertTrue(set.isComplete("cron"));
        assertFalse(set.isComplete("ofelia"));
    }

    @Test
    void onlyWhatIsStillToBeMeasuredIsForecast() {
        SuitePlan plan = SuitePlan.of(List.of("cron", "ofelia"), 1);
        Systems systems = new Systems(Repository.root());

        String time = new SuiteForecast(systems, set, plan, Duration.ofMinutes(60)).time();

        assertTrue(time.matches("1 runs into .*, about [67]\\d minutes"), time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "interrupted", "stack-died", "failed"})
    void aCaptureThatDidNotIsNot(String termination) {
        recorded.seal(termination);

        assertFalse(set.isComplete("cron"));
    }

    @Test
    void aChangedRowIsNot() throws IOException {
        Files.writeString(recorded.samples(), RecordedSet.rows(second -> second < 20));

        assertFalse(set.isComplete("cron"));
    }

    @Test
    void aHalfWrittenRunIsPutAsideWhole() throws IOException {
        Files.writeString(recorded.run(), "{ \"schema\" : 1, \"syst");
        Files.delete(recorded.jobs());

        set.open(true); // what cannot be read says nothing of its machine either
        assertFalse(set.isComplete("cron"));
        assertTrue(set.putAside("cron"));

        assertFalse(set.putAside("cron"), "nothing is left");
        try (Stream<Path> aside = Files.list(folder.resolve("aside"))) {
            List<String> names = aside.map(f -> f.getFileName().toString()).sorted().toList();
            assertEquals(2, names.size(), names.toString());
            assertTrue(names.getFirst().matches("cron-\\d{8}-\\d{6}-cron.csv"));
        }
    }

    @Test
    void aFolderThatHoldsSomethingNeedsResume() {
        Failure failure = assertThrows(Failure.class, () -> set.open(false));

        assertTrue(failure.getMessage().startsWith(folder + ": is not empty; go on with it by"));
    }

    @Test
    void aSetOfAnUnknownMachineIsRefused() {
        Failure failure = assertThrows(Failure.class, () -> set.open(true));

        assertEquals(
                folder + ": does not say on which machine it was measured", failure.getMessage());
    }

    @Test
    void anotherMachinesSetIsRefused() throws IOException {
        String machine =
                """
                { "machine" : { "os" : "Linux", "kernel" : "1", "cpuModel" : "another",
                  "cores" : 96, "memoryMib" : 1.0, "swapMib" : 0.0, "java" : "25" },\
                """;
        String run = Files.readString(recorded.run());
        Files.writeString(recorded.run(), run.replaceFirst("\\{", machine));

        Failure failure = assertThrows(Failure.class, () -> set.open(true));
        assertEquals(
                folder
                        + ": was measured on another machine (another, 96 cores, 1 MiB);"
                        + " name another --out",
                failure.getMessage());
    }
}
