//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES KeptProject.java
//SOURCES LittleProject.java
//SOURCES Repository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The notes of `jbangw`, the kept commands and start-up caches: damaged, gone or in the way, they
/// cost time, and nothing else.
class JbangwNotesTest {

    private static final Path COPIER =
            Repository.root().resolve("scripts/etl/NewerClassFiles.java");

    @TempDir static Path caches;
    @TempDir Path folder;
    private KeptProject kept;
    private LittleProject project;

    @BeforeEach
    void makeProject() throws IOException, InterruptedException {
        kept = KeptProject.started(folder, caches);
        project = kept.project();
        for (Path cache : notes("aot")) Files.delete(cache); // of the test before
    }

    @Test
    void anEmptyOrCutNoteIsNotBelieved() throws Exception {
        for (double share : new double[] {0.99, 0.5, 0}) {
            for (Path note : notes("run")) {
                String text = Files.readString(note);
                Files.writeString(note, text.substring(0, (int) (share * text.length())));
            }
            kept.says(KeptProject.TEXT);
        }
    }

    @Test
    void aJarThatIsGoneIsBuiltAgain() throws Exception {
        try (Stream<Path> jars = Files.walk(caches.resolve("jbang/jars"))) {
            for (Path jar : jars.filter(Files::isRegularFile).toList()) Files.delete(jar);
        }
        kept.says(KeptProject.TEXT);
    }

    @Test
    void theStartUpCacheIsSilentAndNeverStale() throws Exception {
        project.edit("scripts/kept.java", "class kept", "// jbangw: aot\nclass kept");
        for (int start = 0; start < 3; start++) kept.says(KeptProject.TEXT);
        List<Path> made = notes("aot");
        assertEquals(1, made.size(), made::toString);
        assertTrue(Files.size(made.getFirst()) > 1_000_000);
        project.edit("scripts/etl/result/Deep.java", "\"deep\"", "\"deeper\"");
        kept.says("old deeper data a b");
        for (Path cache : notes("aot")) Files.writeString(cache, "spoilt");
        kept.says("old deeper data a b");
        project.edit("scripts/etl/result/Deep.java", "\"deeper\"", "\"deep\"");
        kept.says(KeptProject.TEXT);
    }

    @Test
    void anOptionThatIsNamedHasACacheOfItsOwn() throws Exception {
        project.edit("scripts/kept.java", "class kept", "// jbangw: aot --short -q\nclass kept");
        for (String option : List.of("--short", "--long", "x --short")) {
            for (int start = 0; start < 3; start++) {
                assertEquals(0, project.run("kept", option).exitCode());
            }
        }
        List<String> made = notes("aot").stream().map(Path::toString).sorted().toList();
        assertEquals(2, made.size(), made::toString);
        assertEquals(made.getFirst() + "--short", made.getLast());
    }

    @Test
    void picocliIsStartedFromACopyWithNewerClassFiles() throws Exception {
        project.write("scripts/etl/NewerClassFiles.java", Files.readString(COPIER));
        project.edit("scripts/kept.java", "//FILES", "//DEPS info.picocli:picocli:4.7.7\n//FILES");
        project.edit(
                "scripts/kept.java",
                "IO.print(System.getProperty(\"p\"));",
                "IO.print(picocli.CommandLine.class.getProtectionDomain().getCodeSource());");
        String said = project.run("kept").out();
        assertEquals(1, notes("jars").size());
        assertTrue(said.contains(notes("jars").getFirst().toString()), said);
        Files.delete(notes("jars").getFirst());
        assertTrue(project.run("kept").out().contains("/jars/"));
        assertEquals(1, notes("jars").size());
        Files.delete(project.root().resolve("scripts/etl/NewerClassFiles.java"));
        Files.delete(notes("jars").getFirst());
        assertTrue(project.run("kept").out().contains("/picocli-4.7.7.jar"));
    }

    private List<Path> notes(String kind) throws IOException {
        try (Stream<Path> files = Files.list(project.home().resolve(kind))) {
            return files.toList();
        }
    }
}
