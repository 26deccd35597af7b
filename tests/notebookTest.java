//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES RecordedSet.java
//SOURCES Repository.java

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.record.Jupyter;
import etl.result.ResultSet;
import etl.show.NotebookFile;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The committed notebooks, and the command that executes them.
class notebookTest {

    private static final int MOST_BYTES = 600 * 1024;

    /// A line of a cell that begins with a per cent sign.
    private static final Pattern MAGIC = Pattern.compile("(?m)^\\s*\"%");

    @TempDir private Path folder;

    private static List<Path> committed() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("notebooks"))) {
            return files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
        }
    }

    /// Skips, with the reason, where Python or a package cannot be had.
    private static void needsKernel() {
        try {
            Jupyter.install("", Path.of(System.getProperty("java.home")), line -> {});
        } catch (Failure e) {
            Assumptions.abort(e.getMessage());
        }
    }

    private static Outcome run(Object... args) {
        return Outcome.of(new notebook(), args);
    }

    /// A notebook with a text cell and one code cell for each of the sources.
    private Path notebookOf(String... sources) throws IOException {
        List<String> cells = new ArrayList<>();
        cells.add(
                "{\"cell_type\": \"markdown\", \"id\": \"t\", \"metadata\": {}, \"source\":"
                        + " \"x\"}");
        for (String source : sources) {
            cells.add(
                    """
                    {"cell_type": "code", "id": "c%d", "metadata": {}, "execution_count": null,
                     "outputs": [], "source": "%s"}\
                    """
                            .formatted(cells.size(), source));
        }
        return Files.writeString(
                folder.resolve("own.ipynb"),
                """
                {"cells": [%s], "metadata": {"kernelspec": {"name": "java", "display_name": "Java",
                 "language": "java"}}, "nbformat": 4, "nbformat_minor": 5}
                """
                        .formatted(String.join(",\n", cells)));
    }

    /// Copies of all committed notebooks.
    private List<Path> copies() throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path file : committed()) {
            copies.add(Files.copy(file, folder.resolve(file.getFileName())));
        }
        return copies;
    }

    @Test
    void allCommittedNotebooksExecuteAndShowWhatTheyHold() {
        needsKernel();

        Outcome outcome = run("--check");

        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals(4, outcome.errLines().size(), outcome.err());
    }

    /// Pictures lie in the file, and nothing else is asked for.
    @Test
    void theirChartsNeedNoNetwork() throws IOException {
        for (Path file : committed()) {
            String text = Files.readString(file);
            assertTrue(text.contains("\"image/png\""), file + " has no picture");
            assertFalse(text.contains("<script"), file + " runs something");
            assertFalse(Pattern.compile("src=\\\\?[\"']http").matcher(text).find(), file + "");
        }
    }

    /// Without jobs, without a date, with five systems.
    @Test
    void theyExecuteOnTheOriginalsCaptures() throws IOException {
        needsKernel();

        List<Object> args = new ArrayList<>(List.of("--execute", "--set"));
        args.add(Repository.root().resolve("results/original"));
        args.addAll(copies());
        Outcome outcome = run(args.toArray());

        assertEquals(0, outcome.exit(), outcome.err());
        String latency = Files.readString(folder.resolve("03-latency-and-fires.ipynb"));
        assertTrue(latency.contains("Nothing of this was measured here."), "no dot was drawn");
        assertTrue(latency.contains("nothing proves that the job ran"), "it says what is missing");
    }

    @Test
    void theyExecuteOnASetWithRepeatsOfOneSystem() throws IOException {
        needsKernel();
        Path set = folder.resolve("set");
        for (int run = 1; run <= 3; run++) {
            RecordedSet.in(set.resolve("run-" + run));
        }

        // those whose cells ask how many runs there are
        List<Path> copies = copies();
        Outcome outcome = run("--execute", "--set", set, copies.get(2), copies.get(3));

        assertEquals(0, outcome.exit(), outcome.err());
        String own = Files.readString(folder.resolve("04-your-own-question.ipynb"));
        assertTrue(own.contains("3 runs: the bootstrap can only draw"), "the runs are drawn from");
    }

    @Test
    void aCellThatFailsIsNamedWithTheErrorsFirstLine() throws IOException {
        needsKernel();
        Path broken = notebookOf("int a = 1;", "1 / (a - 1)", "a");
        byte[] before = Files.readAllBytes(broken);

        Outcome outcome = run("--execute", broken);

        assertEquals(1, outcome.exit(), outcome.err());
        assertEquals(
                "notebook.java: %s: code cell 2: java.lang.ArithmeticException: / by zero"
                        .formatted(broken),
                outcome.errLines().getLast());
        assertArrayEquals(before, Files.readAllBytes(broken), "nothing was written");
    }

    @Test
    void aCellThatDoesNotCompileIsNamedWithTheReason() throws IOException {
        needsKernel();
        Path broken = notebookOf("int a = nothing;");

        Outcome outcome = run("--check", broken);

        assertEquals(1, outcome.exit(), outcome.err());
        assertEquals(
                "notebook.java: %s: code cell 1: cannot find symbol; symbol: variable nothing"
                        .formatted(broken),
                outcome.errLines().getLast());
    }

    @Test
    void executedTwiceIsTheSameFileAndAChangedOutputIsFound() throws IOException {
        needsKernel();
        Path own =
                notebookOf(
                        "etl.result.Statistics.median(1, 2, 4)",
                        "System.getenv(\\\"ETLBENCH_SET\\\").endsWith(\\\"results/original\\\")");
        Path set = Repository.root().resolve("results/original");

        assertEquals(0, run("--execute", "--set", set, own).exit());
        String once = Files.readString(own);
        assertEquals(0, run("--execute", "--set", set, own).exit());

        assertEquals(once, Files.readString(own));
        assertTrue(once.contains("\"2.0\""), once);
        assertTrue(once.contains("\"true\""), once);
        assertEquals("results/original", NotebookFile.read(own).set().orElseThrow());

        Files.writeString(own, once.replace("\"2.0\"", "\"3.0\""));
        Outcome outcome = run("--check", own);

        assertEquals(1, outcome.exit());
        assertTrue(outcome.err().contains("code cell 1: '3.0' is now '2.0'"), outcome.err());
    }

    @Test
    void whatIsNoNotebookOrNoSetIsOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("a.ipynb"), "text");

        for (Outcome outcome :
                List.of(
                        run("--execute", text),
                        run("--execute", folder.resolve("none.ipynb")),
                        run("--execute", "--set", folder))) {
            assertEquals(1, outcome.exit(), outcome.err());
            assertEquals(1, outcome.errLines().size(), outcome.err());
        }
        assertEquals(2, run("--execute", "--check").exit());
    }

    @Test
    void packagesThatCannotBeHadAreOneLine() throws Exception {
        Process process = withoutPackages().start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        delete(folder.resolve("notebook"));

        assertEquals(1, process.waitFor(), String.join("\n", lines));
        assertTrue(
                lines.getLast().startsWith("notebook.java: pip cannot install jjava==")
                        || lines.getLast().startsWith("notebook.java: python3 cannot make")
                        || lines.getLast().startsWith("notebook.java: cannot run python3"),
                lines.getLast());
        assertTrue(lines.size() <= 2, "what is being done, and why it failed: " + lines);
    }

    /// JUnit would warn of the environment's links that lead out of its folder.
    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// The command with an empty folder for its things, and an index where nobody answers.
    private ProcessBuilder withoutPackages() {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "notebook",
                        "--execute");
        builder.environment().keySet().removeIf(name -> name.startsWith("PIP_"));
        builder.environment()
                .putAll(
                        Map.of(
                                "JBANGW_HOME", folder.toString(),
                                "JBANGW_ROOT", Repository.root().toString(),
                                "PIP_CONFIG_FILE", "/dev/null",
                                "PIP_INDEX_URL", "http://127.0.0.1:9/simple",
                                "PIP_RETRIES", "0"));
        return builder.redirectErrorStream(true);
    }

    @Test
    void theyAreSmallAndRunInAnyJavaKernel() throws IOException {
        assertEquals(4, committed().size());
        for (Path file : committed()) {
            String text = Files.readString(file);
            assertTrue(Files.size(file) < MOST_BYTES, file + " is too large");
            assertFalse(MAGIC.matcher(text).find(), file + ": a magic is for one kernel only");
            assertFalse(text.contains("iopub.execute"), file + ": says when it ran");
            assertFalse(text.contains("\"output_type\": \"error\""), file + ": holds an error");
            Path set = Repository.root().resolve(NotebookFile.read(file).set().orElseThrow());
            assertFalse(ResultSet.of(set).captures().isEmpty(), file + " was not executed");
        }
    }
}
