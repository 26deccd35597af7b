//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LittleProject.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What goes through `jbangw` unchanged, on the slow first start and on the kept one: arguments,
/// standard input, exit codes, the current folder.
class JbangwTest {

    @TempDir static Path caches;
    @TempDir static Path folder;
    static LittleProject project;

    @BeforeAll
    static void makeProject() throws IOException {
        project = LittleProject.in(folder, caches);
        project.write(
                "jbang-catalog.json",
                """
                {
                  "aliases": {
                    "through": {
                      "script-ref": "scripts/through.java",
                      "description": "Show what arrives."
                    },
                    "through.java": {
                      "script-ref": "scripts/through.java"
                    }
                  }
                }
                """);
        project.write("scripts/through.java", THROUGH);
        project.write("scripts/wrong.java", "//JAVA 25+\nclass wrong { int x = \"\"; }\n");
    }

    private static final String THROUGH =
            """
            //JAVA 25+
            // jbangw: aot
            import java.nio.file.*;
            class through {
                static void main(String... words) throws Exception {
                    for (String word : words) System.out.print("<" + word + ">");
                    System.out.print(new String(System.in.readAllBytes()));
                    System.out.print("in " + Path.of("").toAbsolutePath());
                    System.err.print("err");
                    System.exit(7);
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"sh", "busybox sh", "bash"})
    void everythingArrivesUnchangedUnderEachShell(String shell) throws Exception {
        assumeTrue(
                LittleProject.end(project.command("sh", "-c", shell + " -c :"), "").exitCode() == 0,
                shell + " is not installed");
        List<String> words = new ArrayList<>(List.of(shell.split(" ")));
        words.addAll(List.of("./jbangw", "through"));
        words.addAll(List.of("", "a b", "it's", "\"", "two\nlines", "--", "-h", "$HOME", "*"));
        String expected =
                "<><a b><it's><\"><two\nlines><--><-h><$HOME><*>first\nlast\nin " + project.root();
        for (int start = 0; start < 3; start++) { // built and recorded, start-up cache made, used
            ProcessBuilder builder = project.command(words.toArray(String[]::new));
            builder.environment().put("JBANGW_HOME", caches.resolve(shell).toString());
            assertEquals(
                    new LittleProject.Ended(7, expected, "err"),
                    LittleProject.end(builder, "first\nlast\n"));
        }
    }

    @Test
    void aNameWorksFromAnotherFolderAndThroughALink() throws Exception {
        Path link =
                Files.createSymbolicLink(folder.resolve("link"), project.root().resolve("jbangw"));
        Path elsewhere = Files.createDirectory(folder.resolve("else where")).toRealPath();
        ProcessBuilder builder = project.command(link.toString(), "through.java");
        builder.directory(elsewhere.toFile());
        assertEquals("in " + elsewhere, LittleProject.end(builder, "").out());
    }

    @Test
    void aCompileErrorIsShownAndIsNoSuccess() throws Exception {
        LittleProject.Ended ended = project.run("scripts/wrong.java");
        assertEquals(1, ended.exitCode());
        assertTrue(ended.err().contains("wrong.java:2: error: incompatible types"), ended.err());
    }

    @Test
    void withoutANameItListsTheNames() throws Exception {
        LittleProject.Ended ended = project.run();
        assertEquals(2, ended.exitCode());
        assertEquals("", ended.out());
        assertTrue(
                ended.err().contains("  through                Show what arrives.\n"), ended.err());
        assertEquals(new LittleProject.Ended(0, ended.err(), ""), project.run("--help"));
    }

    @Test
    void otherWordsGoToJBang() throws Exception {
        assertEquals(new LittleProject.Ended(0, "0.132.1\n", ""), project.run("version"));
    }
}
