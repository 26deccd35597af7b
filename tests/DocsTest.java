//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LittleProject.java
//SOURCES PageSet.java
//SOURCES Repository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every command in `docs/` is run, in the order of its page, in a copy of the repository; `SET`
/// stands for the set that the README shows.
class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private static final Pattern SENTENCE = Pattern.compile("`\\./jbangw ([^`]+)`");

    @TempDir private static Path folder;

    private static LittleProject project;

    @BeforeAll
    static void copyTheRepository() throws IOException {
        project = LittleProject.in(folder, folder.resolve("caches"));
        Path root = Repository.root();
        for (String part : List.of("scripts", "compose", "etl_task.py", "jbang-catalog.json")) {
            copy(root.resolve(part));
        }
        copy(root.resolve("results/original"));
        for (Path place : List.of(PageSet.measured(), PageSet.measured().resolve("run-1"))) {
            for (Path file : Files.isDirectory(place) ? PageSet.raw(place) : List.<Path>of()) {
                copy(file);
            }
        }
    }

    private static void copy(Path from) throws IOException {
        Path root = Repository.root();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = project.root().resolve(root.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("docs"))) {
            return files.sorted().toList();
        }
    }

    /// The lines of the shell blocks, without their comments.
    private static List<String> commands(Path page) throws IOException {
        String set = PageSet.measured().getFileName().toString();
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
                inside = !inside && line.equals("```sh");
            } else if (inside) {
                commands.add(line.replaceAll("\\s+#.*", "").strip().replace("SET", set));
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandRuns(Path page) throws Exception {
        List<String> commands = commands(page);
        assertTrue(commands.size() > 1, "commands in " + page);
        for (String command : commands) {
            LittleProject.Ended ended = LittleProject.end(project.command("sh", "-c", command), "");
            assertEquals(0, ended.exitCode(), command + "\n" + ended.out() + ended.err());
        }
    }

    /// Those in a sentence may take hours or an engine: what they name must at least be there.
    @ParameterizedTest
    @MethodSource("pages")
    void aCommandInASentenceNamesAScriptAndItsOptions(Path page) throws IOException {
        Path scripts = Repository.root().resolve("scripts");
        List<String> commands =
                SENTENCE.matcher(Files.readString(page))
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .toList();
        for (String command : commands) {
            List<String> words = List.of(command.split(" "));
            Path script = scripts.resolve(words.getFirst().replace('-', '_') + ".java");
            assertTrue(Files.exists(script), page + ": " + command);
            String options =
                    Files.readString(script)
                            + Files.readString(scripts.resolve("etl/record/SystemsCommand.java"));
            words.stream()
                    .filter(word -> word.startsWith("--"))
                    .forEach(o -> assertTrue(options.contains('"' + o + '"'), page + ": " + o));
        }
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        for (Path page : pages()) {
            List<String> links =
                    LINK.matcher(Files.readString(page))
                            .results()
                            .map((MatchResult m) -> m.group(1))
                            .toList();
            for (String link : links) {
                assertTrue(Files.exists(page.resolveSibling(link)), page + ": " + link);
            }
        }
    }
}
