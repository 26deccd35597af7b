//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES KeptProject.java
//SOURCES LittleProject.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// The command that `jbangw` keeps: started without JBang while nothing has changed, and never once
/// after an edit of anything that it depends on.
class JbangwKeptTest {

    @TempDir static Path caches;
    @TempDir Path folder;
    private KeptProject kept;
    private LittleProject project;

    @BeforeEach
    void makeProject() throws IOException, InterruptedException {
        kept = KeptProject.started(folder, caches);
        project = kept.project();
    }

    @Test
    void theSecondStartDoesWithoutJBang() throws Exception {
        project.breakJBang();
        kept.says(KeptProject.TEXT);
        project.edit("scripts/kept.java", "old", "fresh");
        assertEquals(1, project.run("kept").exitCode());
    }

    @Test
    void anEditedLineIsSeenAndSoIsItsUndoing() throws Exception {
        project.edit("scripts/kept.java", "old", "fresh");
        kept.says("fresh deep data a b");
        project.edit("scripts/kept.java", "fresh", "old");
        project.breakJBang();
        kept.says(KeptProject.TEXT);
    }

    @Test
    void anEditTwoFoldersDownIsSeenEvenWithAnOldDate() throws Exception {
        project.edit("scripts/etl/result/Deep.java", "\"deep\"", "\"deeper\"");
        Path deep = project.root().resolve("scripts/etl/result/Deep.java");
        Files.setLastModifiedTime(deep, FileTime.from(Instant.EPOCH));
        kept.says("old deeper data a b");
    }

    @Test
    void aRenamedSourceIsSeen() throws Exception {
        Path etl = project.root().resolve("scripts/etl");
        Files.move(etl.resolve("result/Deep.java"), etl.resolve("Deep.java"));
        assertEquals(4, project.run("kept").exitCode());
        project.edit("scripts/etl/Middle.java", "//SOURCES result/Deep", "//SOURCES Deep");
        kept.says(KeptProject.TEXT);
    }

    @Test
    void anEditedResourceAndAnEditedOptionAreSeen() throws Exception {
        project.write("scripts/data.txt", " other ");
        kept.says("old deep other a b");
        project.edit("scripts/kept.java", "-Dp=a b", "-Dp=c  d");
        kept.says("old deep other c  d");
    }

    @Test
    void anotherDependencyIsAskedFor() throws Exception {
        project.edit("scripts/kept.java", "//FILES", "//DEPS no.such:thing:1.2.3\n//FILES");
        LittleProject.Ended ended = project.run("kept");
        assertEquals(1, ended.exitCode());
        assertTrue(ended.err().startsWith("jbangw: Could not "), ended.err());
        assertTrue(ended.err().contains("no.such:thing:"), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void anEditedCatalogIsSeen() throws Exception {
        project.write(
                "scripts/twin.java", "//JAVA 25+\nclass twin { void main() { IO.print(2); } }");
        project.edit("jbang-catalog.json", "scripts/kept.java", "scripts/twin.java");
        kept.says("2");
    }

    @Test
    void aDirectiveThatReachesOutsideIsNeverKept() throws Exception {
        Path outside = Files.writeString(project.root().resolve("out.txt"), " out ");
        project.edit("scripts/kept.java", "//FILES data.txt", "//FILES data.txt=../out.txt");
        kept.says("old deep out a b");
        Files.writeString(outside, " changed ");
        kept.says("old deep changed a b");
    }
}
