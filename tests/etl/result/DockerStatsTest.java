package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

class DockerStatsTest {

    private final DockerStats stats = new DockerStats(Path.of("ofelia.csv"));

    private Sample row(String clock, String cpu, String memory) {
        return stats.sample(List.of(clock, "worker", cpu, memory, "0.10%"), 2);
    }

    @Test
    void aRowHasMemoryAndCpuAndNothingElse() {
        Sample sample = row("14:45:31", "12.50%", "512KiB / 7.654GiB");
        assertEquals(
                List.of(0.0, 0.5, 12.5, Double.NaN),
                List.of(sample.elapsedS(), sample.memoryMib(), sample.cpuPercent(), sample.cpuS()));
    }

    @Test
    void midnightIsPassed() {
        row("23:59:58", "0.00%", "1MiB / 1GiB");
        assertEquals(5, row("00:00:03", "0.00%", "1MiB / 1GiB").elapsedS());
        assertEquals(12, row("00:00:10", "0.00%", "1MiB / 1GiB").elapsedS());
    }

    @ParameterizedTest
    @CsvSource({"14:00:05, 14:00:06.250, 1.25", "14:00, 14:01, 60", "14:00:59.5, 14:01, 0.5"})
    void otherClockTimesAreReadToo(String before, String after, double elapsedS) {
        row(before, "0.00%", "1MiB / 1GiB");
        assertEquals(elapsedS, row(after, "0.00%", "1MiB / 1GiB").elapsedS());
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00:00", "14:60:00", "14:00:60", "1:00:00", "", "14-00-00"})
    void whatIsNoClockTimeIsNamed(String clock) {
        Failure failure = assertThrows(Failure.class, () -> row(clock, "0.00%", "1MiB / 1GiB"));
        assertEquals("ofelia.csv: line 2: not a clock time: '" + clock + "'", failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"14:00:05, 14:00:04", "00:00:01, 23:59:59", "20:00:01, 09:00:02"})
    void aStepBackIsAnErrorAlsoOverMidnight(String before, String after) {
        row(before, "0.00%", "1MiB / 1GiB");
        Failure failure = assertThrows(Failure.class, () -> row(after, "0.00%", "1MiB / 1GiB"));
        assertEquals(
                "ofelia.csv: line 2: time runs backwards: " + after + " after " + before,
                failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0B / 0B", "0B/0B", "-- / --"})
    void aStoppedContainerIsMissingAndNot0(String memory) {
        Sample sample = row("14:00:05", "0.00%", memory);
        assertEquals(Double.NaN, sample.memoryMib());
        assertEquals(Double.NaN, sample.cpuPercent());
    }

    @ParameterizedTest
    @CsvSource({
        "half, CPU_Perc is not a percentage: 'half'",
        "-1%, CPU_Perc is not a percentage: '-1%'"
    })
    void aBadPercentageIsNamedWithItsLine(String cpu, String message) {
        Failure failure = assertThrows(Failure.class, () -> row("14:00:05", cpu, "1MiB / 1GiB"));
        assertEquals("ofelia.csv: line 2: " + message, failure.getMessage());
    }

    @Test
    void aRowIsWrittenAsDockerPrintsIt() {
        Sample sample = Example.sample(2.9, "worker", 100, 0);
        assertEquals("10:00:32,worker,--,100MiB / 1GiB,9.77%", DockerStats.row(sample, 1024));
    }

    @Test
    void aMissingValueIsReadBackAsMissing() {
        String row = DockerStats.row(Example.sample(0, "worker", Example.NONE, 0), 1024);
        assertEquals("10:00:30,worker,--,-- / --,--", row);
        assertEquals(Double.NaN, stats.sample(List.of(row.split(",")), 2).memoryMib());
    }
}
