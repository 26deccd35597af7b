//SOURCES StartedSuite.java
//SOURCES SuiteRemains.java
//SOURCES SuiteRepository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.record.NeedsEngine;
import etl.result.LimitSearch;
import etl.result.Trial;
import etl.result.VpsRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Real searches on a system that fires every three seconds, and whose child holds 100 MiB. Where
/// the kernel kills the child, there is a new one and no fire is missed: only the kernel tells.
@NeedsEngine
@ExtendWith(SuiteRepository.Shared.class)
class vpsEngineTest {

    private static final double HELD_MIB = 100;

    /// More than the bookkeeping of the kernel, an interpreter and its libraries take beside it.
    private static final double BESIDE_MIB = 50;

    private static final String CHILD =
            """
                def hold():
                        return subprocess.Popen(["python3", "-c",
                            "import time; held = b'x' * (100 << 20); time.sleep(999)"])
                    child = hold()
                    def boundary():
                        global child
                        if child.poll() is not None: child = hold()\
            """;

    private static void system(SuiteRepository repository, String name) throws IOException {
        repository.quickSystem(name, Map.of("    def boundary():", CHILD));
    }

    private static StartedSuite start(SuiteRepository repository, String name, String... more)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(List.of("--out", repository.set(name).toString()));
        arguments.addAll(List.of(more));
        return repository.startScript(null, "vps", arguments);
    }

    private static VpsRecord record(SuiteRepository repository, String name) {
        return VpsRecord.read(repository.set(name).resolve("vps/" + name + ".json"));
    }

    @Test
    void findsWhatAStackNeedsAndWhatBreaksBelow(SuiteRepository repository) throws Exception {
        system(repository, "holding");
        StartedSuite started = start(repository, "holding");
        assertEquals(Cli.OK, started.end(), started::text);

        LimitSearch search = record(repository, "holding").search();
        double smallest = search.smallestMib().orElseThrow();
        assertTrue(smallest > HELD_MIB && smallest < HELD_MIB + BESIDE_MIB, "found " + smallest);
        Trial below = search.below().orElseThrow();
        assertEquals("out of memory: python3 in scheduler", below.breaks());
        assertTrue(below.kills().getFirst().line().contains("oom-kill:"));
        assertNull(below.windowS(), "the first kill ends a trial, and not the end of its fires");
        Trial confirmed = search.confirmed().orElseThrow();
        assertTrue(confirmed.cpuS() > 0 && confirmed.windowS() >= 15, confirmed::toString);
        assertTrue(search.oneCpu().orElseThrow().works());

        List<String> table = Files.readAllLines(repository.set("holding").resolve("vps.csv"));
        assertTrue(
                table.get(1).startsWith("holding,holding,1.2.3,pulled,%.0f,".formatted(smallest))
                        || table.get(1)
                                .startsWith(
                                        "holding,holding,1.2.3,built here,%.0f,"
                                                .formatted(smallest)),
                table.get(1));
        assertEquals(List.of(), groups());

        StartedSuite again = start(repository, "holding", "--resume");
        assertEquals(Cli.OK, again.end(), again::text);
        assertFalse(again.lines("holding: complete, not repeated").isEmpty(), again::text);
    }

    @Test
    void aCtrlCKeepsTheTrialsThatWereMade(SuiteRepository repository) throws Exception {
        system(repository, "stopped");
        StartedSuite started = start(repository, "stopped");
        started.await("stopped: works"); // the first trial
        started.ctrlC();
        assertEquals(Cli.INTERRUPTED, started.end(), started::text);

        assertFalse(started.lines("interrupted; go on with: ./jbangw vps").isEmpty());
        assertEquals(1, record(repository, "stopped").trials().size());
        assertEquals(List.of(), groups());
        assertEquals(List.of(), SuiteRemains.labelled());
    }

    /// Groups of searches that the kernel still has.
    private static List<String> groups() throws IOException {
        try (Stream<Path> trees = Files.walk(Path.of("/sys/fs/cgroup"), 2)) {
            return trees.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("etlbench_"))
                    .toList();
        }
    }
}
