package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.Language;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The job keeps one contract in all languages, in the image from which a system gets it.
@NeedsEngine
class TaskContractTest {

    private static final String IMAGE = "etlbench/polyglot-contract:1";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final Pattern START =
            Pattern.compile(
                    "\\{\"id\": \"([0-9a-f]{16})\", \"event\": \"start\", \"ns\": (\\d{19}),"
                            + " \"pid\": \\d+, \"host\": \"contract-1\"(, \"language\":"
                            + " \"(\\w+)\")?}");
    private static final Pattern END =
            Pattern.compile(
                    "\\{\"id\": \"([0-9a-f]{16})\", \"event\": \"end\", \"ns\": (\\d{19}),"
                            + " \"exit_code\": (\\d+)}");

    @TempDir private static Path folder;
    @TempDir private Path runs;

    @BeforeAll
    static void build() {
        TestStack.image();
        for (Language language : Language.values()) {
            PolyglotImage.buildTask(TestStack.repository(), language);
        }
        try (Engine engine = Engine.connect(null, null)) {
            PolyglotImage.build(
                    engine, IMAGE, "contract", TestStack.IMAGE, folder, List.of(Language.values()));
        }
    }

    @AfterAll
    static void removeTheImage() {
        Shell.run(LIMIT, "docker", "image", "rm", "--force", IMAGE);
    }

    private List<String> command(Language language, Map<String, String> settings) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "docker",
                                "run",
                                "--rm",
                                "--init",
                                "--hostname",
                                "contract-1",
                                "--volume",
                                runs + ":/runs"));
        settings.forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
        command.add(IMAGE);
        command.addAll(language.command());
        return command;
    }

    private Shell.Result run(Language language, Map<String, String> settings) {
        return Shell.run(LIMIT, Map.of(), command(language, settings));
    }

    private List<String> ledger() throws IOException {
        return Files.readAllLines(runs.resolve("ledger.jsonl"));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstLineIsTheStartAndTheLedgerHoldsStartAndEnd(Language language) throws IOException {
        Shell.Result result = run(language, Map.of("ETL_TASK_SECONDS", "0.3"));
        assertEquals(0, result.exitCode(), result.stderr());
        assertEquals("", result.stderr());

        Matcher start = START.matcher(ledger().getFirst());
        Matcher end = END.matcher(ledger().getLast());
        assertTrue(start.matches(), ledger().getFirst());
        assertTrue(end.matches(), ledger().getLast());
        assertEquals(2, ledger().size());
        assertEquals(result.stdout().strip(), start.group(2));
        assertEquals(start.group(1), end.group(1));
        assertEquals("0", end.group(3));
        assertEquals(language == Language.PYTHON ? null : language.key(), start.group(4));
        long tookNs = Long.parseLong(end.group(2)) - Long.parseLong(start.group(2));
        assertTrue(tookNs >= 300_000_000L && tookNs < 5_000_000_000L, tookNs + " ns");
    }

    @ParameterizedTest
    @EnumSource
    void outputErrorTextAndExitCodeAreAsAsked(Language language) throws IOException {
        Shell.Result result =
                run(
                        language,
                        Map.of(
                                "ETL_TASK_SECONDS", "0",
                                "ETL_TASK_OUTPUT_BYTES", "123456",
                                "ETL_TASK_STDERR", "needle 4711 'in' the log",
                                "ETL_TASK_MEMORY_MIB", "3",
                                "ETL_TASK_CPU_SECONDS", "0.05",
                                "ETL_TASK_EXIT_CODE", "7"));
        assertEquals(7, result.exitCode(), result.stderr());
        assertEquals("needle 4711 'in' the log\n", result.stderr());
        int firstLine = result.stdout().indexOf('\n') + 1;
        assertEquals(123456, result.stdout().length() - firstLine);
        assertTrue(result.stdout().endsWith("x\n"));
        assertTrue(ledger().getLast().endsWith("\"exit_code\": 7}"), ledger().getLast());
    }

    @ParameterizedTest
    @EnumSource
    void aBadValueIsOneLineAndExitCode2(Language language) throws IOException {
        for (String value : List.of("soon", "-1", "nan")) {
            Shell.Result result = run(language, Map.of("ETL_TASK_SECONDS", value));
            assertEquals(2, result.exitCode(), result.stderr());
            assertEquals(1, result.stderr().lines().count(), result.stderr());
            assertTrue(
                    result.stderr().contains("ETL_TASK_SECONDS='" + value + "' is not a number"),
                    result.stderr());
            assertTrue(ledger().getLast().endsWith("\"exit_code\": 2}"), ledger().getLast());
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutALedgerFolderTheJobWorks(Language language) throws IOException {
        Shell.Result result =
                run(
                        language,
                        Map.of("ETL_TASK_SECONDS", "0", "ETL_TASK_LEDGER_DIR", "/runs/absent"));
        assertEquals(0, result.exitCode(), result.stderr());
        assertEquals("", result.stderr());
        assertFalse(Files.exists(runs.resolve("absent")));
    }

    /// An image on Alpine has another C library than the one in which they are built.
    @ParameterizedTest
    @EnumSource(names = {"RUST", "GO"})
    void machineCodeNeedsNothingOfItsImage(Language language) {
        List<String> command =
                new ArrayList<>(List.of("docker", "run", "--rm", "--env", "ETL_TASK_SECONDS=0"));
        command.add(PolyglotImage.task(language)); // from scratch: the job is all that is in it
        command.addAll(language.command());
        Shell.Result result = Shell.run(LIMIT, Map.of(), command);
        assertEquals(0, result.exitCode(), result.stderr());
        assertTrue(result.stdout().strip().matches("\\d{19}"), result.stdout());
    }

    /// WASI hands no signals on: there the job ends as the engine ends it, without its last line.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WASM")
    void aTerminatedJobStillSaysThatItEnded(Language language) throws Exception {
        Path id = runs.resolve("container");
        List<String> command = command(language, Map.of("ETL_TASK_SECONDS", "20"));
        command.addAll(2, List.of("--cidfile", id.toString()));
        Process job = new ProcessBuilder(command).start();
        for (int i = 0; i < 200 && !Files.exists(runs.resolve("ledger.jsonl")); i++) {
            Thread.sleep(50);
        }
        Shell.check(LIMIT, "docker", "kill", "--signal", "TERM", Files.readString(id));
        assertEquals(143, job.waitFor());
        assertTrue(ledger().getLast().endsWith("\"exit_code\": 143}"), ledger().getLast());
    }
}
