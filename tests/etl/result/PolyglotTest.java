package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.PolyglotRecord.NotBuilt;
import etl.result.PolyglotRecord.Taken;
import etl.result.PolyglotRecord.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class PolyglotTest {

    @TempDir private Path set;

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    private static Taken taken(Language language, int fired, int failed, boolean program) {
        return new Taken(language, 5, fired, failed, 2, program, "one", false, 10.25, 120.0, 4.0);
    }

    @Test
    void theVerdictFollowsFromWhatWasSeen() {
        assertEquals(Verdict.SHELL_COMMAND, taken(Language.GO, 5, 0, false).verdict());
        assertEquals(Verdict.SDK_OR_WRAPPER, taken(Language.GO, 5, 0, true).verdict());
        assertEquals(Verdict.DOES_NOT_RUN, taken(Language.GO, 4, 0, false).verdict());
        assertEquals(Verdict.DOES_NOT_RUN, taken(Language.GO, 5, 1, true).verdict());
        assertEquals(
                Verdict.CONTAINERIZED_COMMAND,
                new Taken(Language.GO, 5, 5, 0, 2, false, "worker", true, 1, null, null).verdict());
    }

    @Test
    void eachMinuteIsALanguages() {
        assertEquals(
                List.of(Language.values()),
                IntStream.range(0, 5)
                        .mapToObj(minute -> Language.at(START.plusSeconds(60L * minute), 60))
                        .toList());
        assertEquals(Language.PYTHON, Language.at(START.plusSeconds(300), 60));
        assertEquals(Language.RUST, Language.at(START.plusSeconds(5), 5));
    }

    @Test
    void theTableSaysWhatIsAddedToPython() throws IOException {
        Taken python = taken(Language.PYTHON, 5, 0, false);
        Taken rust = new Taken(Language.RUST, 5, 5, 0, 1, false, "one", false, 0.5, 100.0, 1.5);
        Taken wasm = new Taken(Language.WASM, 5, 0, 0, 1, false, null, false, 9, null, null);
        PolyglotRecord record =
                new PolyglotRecord(
                        PolyglotRecord.SCHEMA,
                        "a",
                        "The a",
                        "1.0",
                        "built here",
                        List.of(python, rust, wasm),
                        List.of(new NotBuilt(Language.GO, "no compiler")));
        Path folder = Files.createDirectories(set.resolve(PolyglotRecord.FOLDER));
        record.write(folder.resolve("a.json"));
        assertEquals(List.of(record), PolyglotCsv.records(set));

        PolyglotCsv.write(set);
        assertEquals(
                List.of(
                        String.join(",", PolyglotCsv.HEADER),
                        "a,The a,1.0,built here,python,shell command,no,yes,"
                                + "5,5,0,2,one,10.2,120,,,0,4.0,0.0,",
                        "a,The a,1.0,built here,rust,shell command,no,no,"
                                + "5,5,0,1,one,0.5,100,,,-20,1.5,-2.5,",
                        "a,The a,1.0,built here,wasm,does not run,no,,0,5,0,1,,9.0,,,,,,,",
                        "a,The a,1.0,built here,go,not measured,,,,,,,,,,,,,,,no compiler"),
                Files.readAllLines(set.resolve(PolyglotCsv.NAME)));
    }

    @Test
    void theDelaysOfALanguageReachFromTheLeastToTheLargest() throws IOException {
        Path folder = Files.createDirectories(set.resolve(PolyglotRecord.FOLDER));
        Taken python = taken(Language.PYTHON, 5, 0, false);
        PolyglotRecord record =
                new PolyglotRecord(
                        PolyglotRecord.SCHEMA,
                        "a",
                        "a",
                        "1.0",
                        "built here",
                        List.of(python),
                        List.of());
        record.write(folder.resolve("a.json"));
        assertTrue(LanguageDelays.of(set, record).of(python).isEmpty());

        RunFile.write(folder.resolve("a.run.json"), Example.run());
        List<Fire> fires =
                List.of(started(0, 300), started(1, 90), started(5, 120), started(10, 200));
        Files.writeString(folder.resolve("a.jobs.csv"), JobsCsv.text(fires));
        LanguageDelays delays = LanguageDelays.of(set, record);
        Taken rust = taken(Language.RUST, 5, 0, false);
        assertEquals(new LanguageDelays.Range(120, 300), delays.of(python).orElseThrow());
        assertEquals(new LanguageDelays.Range(90, 90), delays.of(rust).orElseThrow());
        assertTrue(delays.of(taken(Language.GO, 5, 0, false)).isEmpty());
        Taken foreign = new Taken(Language.RUST, 5, 0, 0, 2, false, null, false, 1, null, null);
        assertTrue(delays.of(foreign).isEmpty(), "what started was not its job");

        PolyglotCsv.write(set);
        String row = Files.readAllLines(set.resolve(PolyglotCsv.NAME)).getLast();
        assertTrue(row.contains(",120,120,300,0,"), row);

        Files.writeString(folder.resolve("a.jobs.csv"), "torn");
        assertThrows(Failure.class, () -> PolyglotCsv.write(set));
        assertEquals(row, Files.readAllLines(set.resolve(PolyglotCsv.NAME)).getLast());
    }

    private static Fire started(int minute, int latencyMs) {
        Instant boundary = START.plusSeconds(60L * minute);
        return new Fire(boundary, boundary.plusMillis(latencyMs), boundary.plusSeconds(2), 0);
    }

    /// 20 MiB before the job, 26 while it runs.
    @Test
    void memoryIsWhatTheJobAdds() throws IOException {
        StringBuilder rows = new StringBuilder(String.join(",", SamplesCsv.HEADER)).append('\n');
        for (int second = 0; second < 40; second++) {
            double mib = second >= 30 && second < 32 ? 26 : 20;
            rows.append(
                            SamplesCsv.row(
                                    new Sample(
                                            START.plusSeconds(second),
                                            second,
                                            "one",
                                            mib,
                                            Double.NaN,
                                            Double.NaN,
                                            Double.NaN,
                                            Double.NaN,
                                            Double.NaN,
                                            Double.NaN,
                                            Double.NaN,
                                            Double.NaN,
                                            Double.NaN)))
                    .append('\n');
        }
        Path csv = Files.writeString(set.resolve("one.csv"), rows);
        Capture capture = Capture.read(CaptureFiles.of(csv), w -> {});
        Fire fire =
                new Fire(
                        START.plusSeconds(30),
                        START.plusMillis(30_120),
                        START.plusMillis(31_500),
                        0);

        LanguageNumbers numbers = new LanguageNumbers(capture, List.of(fire));
        assertEquals(6, numbers.memoryMib());
        assertEquals(120, numbers.latencyP50Ms());
        LanguageNumbers none = new LanguageNumbers(capture, List.of());
        assertNull(none.memoryMib());
        assertNull(none.latencyP50Ms());
    }
}
