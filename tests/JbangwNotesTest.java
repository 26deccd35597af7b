//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES KeptProject.java
//SOURCES LittleProject.java
//SOURCES Repository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The notes of `jbangw`, the kept commands and start-up caches: damaged, gone or in the way, they
/// cost time, and nothing else.
class JbangwNotesTest {

    private static final Path COPIER =
            Repository.root().resolve("scripts/etl/NewerClassFiles.java");

    private static final String PICOCLI = "picocli.CommandLine";

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
        usePicocli();
        String said = project.run("kept").out();
        assertEquals(1, ending(".jar").size());
        assertTrue(said.contains(ending(".jar").getFirst().toString()), said);
        Files.delete(ending(".jar").getFirst());
        assertTrue(project.run("kept").out().contains("/jars/"));
        assertEquals(1, ending(".jar").size());
        Files.delete(project.root().resolve("scripts/etl/NewerClassFiles.java"));
        Files.delete(ending(".jar").getFirst());
        assertTrue(project.run("kept").out().contains("/picocli-4.7.7.jar"));
    }

    @Test
    void allShareAStartUpCacheOfPicocli() throws Exception {
        usePicocli();
        assertTrue(isCached(PICOCLI, "on")); // made before the first start
        assertFalse(isCached(PICOCLI, "off"));
        project.edit("scripts/kept.java", "class kept", "// jbangw: aot\nclass kept");
        assertTrue(isCached(PICOCLI, "on", "--help")); // for which none of its own is made
        assertEquals(List.of(), notes("aot"));

        Path cache = ending(".aot").getFirst();
        Files.writeString(cache, "spoilt");
        LittleProject.Ended ended = project.run("kept", "--help");
        assertEquals(0, ended.exitCode());
        assertEquals("", ended.err());
        assertTrue(ended.out().contains("/jars/"), ended::out);
        Files.delete(cache);
        assertFalse(isCached(PICOCLI, "on", "--help"));
        project.edit("scripts/etl/result/Deep.java", "\"deep\"", "\"deeper\"");
        assertTrue(isCached(PICOCLI, "on", "--help")); // made again with the next build
        assertEquals(1, ending(".aot").size());
    }

    /// The JVM takes no cache of ours then; told to, it would also start without the JDK's own.
    @Test
    void whatChangesModulesStartsWithTheCacheOfTheJdk() throws Exception {
        usePicocli();
        project.edit(
                "scripts/kept.java",
                "//FILES",
                "//RUNTIME_OPTIONS --add-exports=java.base/sun.net=ALL-UNNAMED\n//FILES");
        assertFalse(isCached(PICOCLI, "on"));
        assertTrue(isCached("java.lang.String", "on"));
    }

    private void usePicocli() throws IOException {
        project.write("scripts/etl/NewerClassFiles.java", Files.readString(COPIER));
        project.edit("scripts/kept.java", "//FILES", "//DEPS info.picocli:picocli:4.7.7\n//FILES");
        project.edit(
                "scripts/kept.java",
                "IO.print(System.getProperty(\"p\"));",
                "IO.print(picocli.CommandLine.class.getProtectionDomain().getCodeSource());");
    }

    /// Whether a class comes out of a start-up cache, in the JVM's own words.
    private boolean isCached(String type, String caches, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("./jbangw", "kept"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = project.command(words.toArray(String[]::new));
        builder.environment().put("JBANGW_AOT", caches);
        Path log = folder.resolve("loaded");
        Files.deleteIfExists(log);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
        assertEquals(0, LittleProject.end(builder, "").exitCode());
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" " + type + " source: "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(type + " was not loaded"))
                    .contains("shared objects file");
        }
    }

    private List<Path> ending(String end) throws IOException {
        return notes("jars").stream().filter(note -> note.toString().endsWith(end)).toList();
    }

    private List<Path> notes(String kind) throws IOException {
        try (Stream<Path> files = Files.list(project.home().resolve(kind))) {
            return files.toList();
        }
    }
}
