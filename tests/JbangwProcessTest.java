//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LittleProject.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `jbangw` among other processes: stopped by a signal, and started several times at once.
class JbangwProcessTest {

    @TempDir static Path caches;
    @TempDir Path folder;
    private LittleProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = LittleProject.in(folder, caches);
        project.write(
                "scripts/waits.java",
                """
                //JAVA 25+
                // jbangw: aot
                import java.nio.file.*;
                class waits {
                    static void main(String... words) throws Exception {
                        Path said = Path.of(words[0]);
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> say(said, "bye")));
                        say(said, "up");
                        Thread.sleep(60_000);
                    }
                    static void say(Path file, String what) {
                        try {
                            Files.writeString(file, what);
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void sigtermReachesTheScript(String aot) throws Exception {
        Path said = folder.resolve("said " + aot);
        ProcessBuilder builder = project.jbangw("scripts/waits.java", said.toString());
        builder.environment().put("JBANGW_AOT", aot);
        Process process = builder.start();
        while (process.isAlive() && !Files.exists(said)) Thread.sleep(20);
        process.destroy();
        assertEquals(143, process.waitFor());
        assertEquals("bye", Files.readString(said));
    }

    @Test
    void sigtermDuringABuildEndsItAndUnlocks() throws Exception {
        project.write("scripts/slow.java", "//JAVA 25+\nclass slow {}\n");
        Process process = project.jbangw("scripts/slow.java").start();
        Path lock = project.home().resolve("lock");
        while (process.isAlive() && !Files.isSymbolicLink(lock)) Thread.sleep(2);
        process.destroy();
        assertEquals(143, process.waitFor());
        assertFalse(Files.isSymbolicLink(lock));
    }

    @Test
    void firstStartsAtTheSameTimeAllWork(@TempDir Path fresh) throws Exception {
        LittleProject two = new LittleProject(project.root(), fresh.resolve("caches"));
        two.write("scripts/two.java", "//JAVA 25+\nclass two { void main() { IO.print(2); } }\n");
        List<Process> starts = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            Path out = fresh.resolve("out " + n);
            starts.add(two.jbangw("scripts/two.java").redirectOutput(out.toFile()).start());
        }
        for (Process start : starts) assertEquals(0, start.waitFor());
        for (int n = 0; n < 3; n++) assertEquals("2", Files.readString(fresh.resolve("out " + n)));
    }
}
