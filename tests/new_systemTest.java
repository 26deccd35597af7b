import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.result.ComposeFolder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class new_systemTest {

    @TempDir private Path repository;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path compose;

    @BeforeEach
    void makeCompose() throws IOException {
        compose = Files.createDirectory(repository.resolve("compose"));
    }

    private int write(String name) {
        return Cli.commandLine(new new_system())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(name, "--in", compose.toString());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dagu", "my-cron2", "x"})
    void aFreshFolderKeepsTheContract(String name) throws IOException {
        assertEquals(Cli.OK, write(name));
        Path folder = compose.resolve(name);
        assertEquals(List.of(), ComposeFolder.check(folder));
        assertEquals(list(folder), out.toString().lines().map(Path::of).sorted().toList());
        assertTrue(err.toString().contains("./jbangw suite " + name + " --duration 120s"));
    }

    /// cron stands in for the new system, so the template must not fall behind the folder of cron.
    @Test
    void itRunsWhatTheFolderOfCronRuns() throws IOException {
        write("cron");
        Path cron = Repository.root().resolve("compose/cron");
        for (String file : List.of("compose.yml", "Dockerfile", "etl.cron")) {
            String written = meaning(compose.resolve("cron").resolve(file));
            assertEquals(meaning(cron.resolve(file)), written, file);
        }
    }

    /// Without comments, and without what is said of cron alone: its image's tag, and from which
    /// page and run it is known.
    private static String meaning(Path file) throws IOException {
        return Files.readString(file)
                .replaceAll("(?m)(^| +)#.*\\R?", "\n")
                .replaceAll("(?m)^ *(image|homepage): .*", "")
                .replaceAll("(?s)\n  verified:.*", "\n")
                .replaceAll("\\R+", "\n")
                .strip();
    }

    @Test
    void noNameIsLeftOpenAndEveryPlaceToEditIsMarked() throws IOException {
        write("dagu");
        for (Path file : list(compose.resolve("dagu"))) {
            String text = Files.readString(file);
            assertFalse(text.contains("@"), text);
            assertTrue(text.contains("EDIT"), text);
        }
    }

    @Test
    void aFolderThatExistsIsLeftAlone() throws IOException {
        Path mine = Files.createDirectory(compose.resolve("dagu"));
        assertEquals(Cli.FAILED, write("dagu"));
        assertEquals(
                "new_system.java: " + mine + " exists; take another name, or edit what is there\n",
                err.toString());
        assertEquals(List.of(), list(mine));
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Dagu", "1st", "a_b", "a--b", "a-", "../x", "a b", "dagu-tuned", "ünix"})
    void aBadNameIsRefusedInOneLine(String name) throws IOException {
        assertEquals(Cli.FAILED, write(name));
        assertTrue(
                err.toString()
                        .startsWith("new_system.java: '" + name + "' is no name for a system: "),
                err.toString());
        assertEquals(1, err.toString().lines().count());
        assertEquals(List.of(), list(compose));
    }

    @Test
    void aFolderOfSystemsThatIsNotThereIsNamed() throws IOException {
        Files.delete(compose);
        assertEquals(Cli.FAILED, write("dagu"));
        assertTrue(err.toString().contains(compose + "/dagu: cannot be written: "));
    }
}
