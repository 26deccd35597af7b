package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class DiagnosisTest {

    private static final Optional<String> COMPOSE = Optional.of("2.26.1-4");

    @TempDir private Path proc;

    @BeforeEach
    void aQuietMachine() throws IOException {
        write("loadavg", "0.10 0.12 0.09 1/105 15147\n");
        write("stat", "cpu0 1 0 1 1\ncpu1 1 0 1 1\n");
        write("mounts", "cgroup2 " + proc + " cgroup2 rw,nosuid 0 0\n");
        memory(1_000_000, 800_000, 500_000, 500_000);
    }

    @Test
    void aQuietMachineWithEverythingHasNoFindings() {
        assertEquals(List.of(), diagnosis(engine("26.1.5+dfsg1", 0)).findings());
    }

    @Test
    void whatTheMachineDoesBesidesSpoilsAMeasurement() throws IOException {
        write("loadavg", "1.51 0.12 0.09 1/105 15147\n");
        memory(1_000_000, 102_400, 500_000, 397_600);
        Diagnosis busy =
                diagnosis(engine("26.1.5", 0), COMPOSE, List.of("db", "web"), true, true, 100);
        assertEquals(
                List.of(
                        "spoils: other containers run: db web; docker stop db web",
                        "spoils: load 1.51 on 2 cores; wait, or see who works: top",
                        "spoils: 100 MiB are swapped out and not counted;"
                                + " sudo swapoff -a && sudo swapon -a",
                        "spoils: only 100 MiB of memory are available;"
                                + " see who holds it: ps aux --sort -rss | head",
                        "spoils: only 100 MiB of disk are free for images;"
                                + " see what takes it: docker system df"),
                busy.warnings());
    }

    @Test
    void aClockThatIsOffMoreThanItsReadingIsUncertainSpoils() {
        assertEquals(1, diagnosis(engine("26.1.5", 80)).findings().size());
        assertEquals(List.of(), diagnosis(engine("26.1.5", -52)).findings());
    }

    @Test
    void cgroupFilesThatCannotBeReadMeanFewerReadings() throws IOException {
        write("mounts", "cgroup2 " + proc + "/absent cgroup2 rw 0 0\n");
        assertEquals(
                List.of("cgroup v2 cannot be read here: 1 reading a second instead of 10"),
                whats(diagnosis(engine("26.1.5", 0))));
    }

    @Test
    void theMemoryControllerOfCgroupV1Counts() throws IOException {
        write("mounts", "cgroup " + proc + " cgroup rw,cpu 0 0\n");
        assertEquals(1, diagnosis(engine("26.1.5", 0)).findings().size());
        write("mounts", "cgroup " + proc + " cgroup rw,memory 0 0\n");
        assertEquals(List.of(), diagnosis(engine("26.1.5", 0)).findings());
    }

    @Test
    void aRemoteEnginesMachineIsNotMistakenForThisOne() throws IOException {
        write("loadavg", "9.00 0.12 0.09 1/105 15147\n");
        Diagnosis remote =
                diagnosis(engine("26.1.5", 0), COMPOSE, List.of(), false, false, Double.NaN);
        assertEquals(
                List.of(
                        "the engine does not have the base image debian:bookworm-slim",
                        "the engine runs in another machine or VM, whose load cannot be seen:"
                                + " 1 reading a second"),
                whats(remote));
        assertEquals(List.of(), remote.warnings());
    }

    private static List<String> whats(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Finding::what).toList();
    }

    private Diagnosis diagnosis(EngineFacts engine) {
        return diagnosis(engine, COMPOSE, List.of(), true, true, 9000);
    }

    private Diagnosis diagnosis(
            EngineFacts engine,
            Optional<String> compose,
            List<String> containers,
            boolean baseImage,
            boolean here,
            double diskFreeMib) {
        return new Diagnosis(
                engine, null, compose, containers, baseImage, new Host(proc), here, diskFreeMib);
    }

    /// The clock's reading is uncertain by 5 ms.
    static EngineFacts engine(String version, double clockOffsetMs) {
        return new EngineFacts(
                "unix:///var/run/docker.sock",
                version,
                "1.45",
                "Debian GNU/Linux 12",
                "6.1.0",
                "2",
                "systemd",
                "overlay2",
                1L << 30,
                2,
                "/var/lib/docker",
                clockOffsetMs,
                5);
    }

    private void memory(long total, long available, long swap, long swapFree) throws IOException {
        write(
                "meminfo",
                """
                MemTotal:       %d kB
                MemAvailable:   %d kB
                SwapTotal:      %d kB
                SwapFree:       %d kB
                """
                        .formatted(total, available, swap, swapFree));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(proc.resolve(file), content);
    }
}
