import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.ComposeFolder;
import etl.result.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every folder in `compose/` keeps the contract, and a folder that does not is found out.
class ComposeFoldersTest {

    @TempDir private Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void copyCron() throws IOException {
        folder = Files.createDirectory(temporary.resolve("cron"));
        file = folder.resolve("compose.yml");
        Path cron = Repository.root().resolve("compose/cron");
        try (Stream<Path> files = Files.walk(cron)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(cron.relativize(each));
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
    }

    @Test
    void aLanguageThatNothingDefinesIsFound() throws IOException {
        Files.delete(folder.resolve("polyglot/go.cron"));
        List<Problem> problems = ComposeFolder.check(folder);
        assertEquals(1, problems.size());
        assertTrue(
                problems.getFirst().toString().contains("no file go.…: nothing defines that job"));
    }

    static List<Path> systems() throws IOException {
        return list(Repository.root().resolve("compose"));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void everySystemKeepsTheContract(Path system) {
        assertEquals(List.of(), ComposeFolder.check(system));
    }

    /// One change to a good file, and what has to be said about it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name: etlbench-cron       | name: bench                  | name must be etlbench-cron
                    image: etlbench/cron:bookworm-1 | image: etlbench/cron     | service cron: image etlbench/cron has no fixed version
                    image: etlbench/cron:bookworm-1 | image: 'x/y:latest'      | service cron: image x/y:latest has no fixed version
                    image: etlbench/cron:bookworm-1 | image: 'x/y:1'           | service cron: image must be exchangeable: write ${NAME_IMAGE:-x/y:1}
                    pull_policy: never        | pull_policy: always          | service cron: pull_policy must be never: a stranger may publish that name
                    build:                    | x-build:                     | service cron: uses an image of ours and has no build
                    etlbench.built: cron      | etlbench.built: ofelia       | service cron: build must set the label etlbench.built: cron
                    context: .                | context: absent              | builds from <folder>/absent/Dockerfile, which is not there
                    TZ: UTC                   | TZ: Europe/Berlin            | service cron: environment must set TZ to UTC
                    healthcheck:              | x-healthcheck:               | service cron: has no healthcheck
                    interval: 1h              | interval: 60s                | service cron: healthcheck interval must be 1h: it runs in what is measured
                    start_interval: 1s        | x-other: 1s                  | service cron: healthcheck needs start_period and start_interval, e.g. 1s
                    ../../etl_task.py:/app/etl_task.py:ro | ./a:/app/a:ro    | no service has the volume ../../etl_task.py:/app/etl_task.py:ro
                    - runs:/runs              | - runs:/elsewhere            | runs the task and has no volume runs:/runs
                    '  runs:\n\n'             | '  other:\n\n'               | volumes must name runs, which holds the ledger
                    init: true                | ports: ['80:80']             | service cron: ports must be open on 127.0.0.1 only
                    x-benchmark:              | x-other:                     | x-benchmark is missing
                    '  title: cron\n'         | ''                           | x-benchmark: title is missing
                    overlap: allow            | overlap: maybe               | x-benchmark: overlap must be allow, skip or queue
                    period_s: 60              | period_s: often              | x-benchmark: period_s must be a number of seconds
                    period_s: 60              | 'period_s: 60\n  ready_limit_s: soon' | x-benchmark: ready_limit_s must be a number of seconds
                    ui: null                  | ui: http://example.org       | x-benchmark: ui must be local or null
                    ui: null                  | ui_: null                    | x-benchmark: ui is missing
                    service: cron             | service: corn                | x-benchmark: version_command must name a service of this file
                    date: 2026-11-24          | date: yesterday              | x-benchmark: verified must be never, or have version, date and how
                    services:                 | 'services: {'                | not YAML
                    """)
    void aBrokenRuleIsNamed(String good, String bad, String message) throws IOException {
        String text = Files.readString(file);
        String before = good.replace("\\n", "\n");
        assertTrue(text.contains(before), "the good file does not hold " + good);
        Files.writeString(file, text.replace(before, bad.replace("\\n", "\n")));
        List<Problem> problems = ComposeFolder.check(folder);
        String wanted = message.replace("<folder>", folder.toString());
        assertTrue(
                problems.stream().anyMatch(p -> p.message().startsWith(wanted)),
                problems.toString());
    }

    /// The same for the file that is laid over a good one.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name: etlbench-cron-tuned | name: etlbench-cron          | name must be etlbench-cron-tuned
                    title: cron, tuned        | ui: null                     | x-benchmark: title is missing
                    verified: never           | overlap: skip                | x-benchmark: verified is missing
                    verified: never           | verified: often              | x-benchmark: verified must be never, or have version, date and how
                    verified: never           | verifed: never               | x-benchmark: verifed is not known
                    x-benchmark:              | x-other:                     | x-benchmark is missing
                    interval: 1h              | interval: 5s                 | service helper: healthcheck interval must be 1h: it runs in what is measured
                    TZ: UTC                   | TZ: Mars                     | service helper: environment must set TZ to UTC
                    mem_limit: 32m            | environment: { TZ: Mars }    | service cron: environment must set TZ to UTC
                    mem_limit: 32m            | healthcheck: { interval: 5s } | service cron: healthcheck interval must be 1h: it runs in what is measured
                    mem_limit: 32m            | ports: ['80:80']             | service cron: ports must be open on 127.0.0.1 only
                    """)
    void aBrokenRuleOfATunedFileIsNamed(String good, String bad, String message)
            throws IOException {
        String text =
                """
                name: etlbench-cron-tuned
                services:
                  cron:
                    mem_limit: 32m # an existing service needs to say no more
                  helper:
                    image: etlbench/cron:bookworm-1
                    pull_policy: never
                    environment:
                      TZ: UTC
                    healthcheck:
                      test: ["CMD", "true"]
                      start_period: 30s
                      start_interval: 1s
                      interval: 1h
                x-benchmark:
                  title: cron, tuned
                  verified: never
                """;
        Path tuned = Files.writeString(folder.resolve("compose.tuned.yml"), text);
        assertEquals(List.of(), ComposeFolder.check(folder));
        assertTrue(text.contains(good), good);

        Files.writeString(tuned, text.replace(good, bad));

        List<Problem> problems = ComposeFolder.check(folder);
        assertTrue(
                problems.stream()
                        .anyMatch(p -> p.file().equals(tuned) && p.message().equals(message)),
                problems.toString());
    }

    @Test
    void aProblemIsToldWithItsLine() throws IOException {
        List<String> lines = Files.readAllLines(file);
        int tz = lines.indexOf("      TZ: UTC");
        int environment = lines.indexOf("    environment:");
        lines.set(tz, "      TZ: Mars");
        Files.write(file, lines);
        List<Problem> problems = ComposeFolder.check(folder);
        assertEquals(1, problems.size());
        assertTrue(
                problems.getFirst().line() >= environment + 1
                        && problems.getFirst().line() <= tz + 1,
                problems.toString());
    }

    @Test
    void aServiceThatAnotherWaitsForToEndNeedsNoHealthcheck() throws IOException {
        String oneShot =
                """
                services:
                  migrate:
                    image: ${MIGRATE_IMAGE:-example/migrate:1}
                    environment: { TZ: UTC }
                """;
        String waits =
                "    depends_on: { migrate: { condition: service_completed_successfully } }\n";
        String text = Files.readString(file).replace("services:\n", oneShot);
        Files.writeString(file, text);
        assertEquals(1, ComposeFolder.check(folder).size());
        Files.writeString(file, text.replace("    init: true", waits + "    init: true"));
        assertEquals(List.of(), ComposeFolder.check(folder));
    }

    @Test
    void aFolderWithoutComposeFileIsAProblem() throws IOException {
        Files.delete(file);
        assertEquals(
                List.of(new Problem(folder, 0, "no compose.yml in this folder")),
                ComposeFolder.check(folder));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
