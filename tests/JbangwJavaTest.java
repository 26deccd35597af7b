//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES BareProject.java
//SOURCES LittleProject.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Which Java `jbangw` takes, and where it puts its things, on a machine that lacks one or the
/// other.
class JbangwJavaTest {

    @TempDir Path folder;
    private BareProject bare;

    @BeforeEach
    void makeProject() throws IOException {
        bare = BareProject.in(folder);
        bare.cache("jbang-0.132.1.jar", LittleProject.jbangJar());
    }

    @Test
    void withoutJavaOneLineSaysHowToGetIt() throws Exception {
        ProcessBuilder builder = bare.command();
        builder.environment().remove("JAVA_HOME");
        String line =
                "jbangw: no Java 17 or newer in JAVA_HOME, on the PATH or in the usual folders;"
                        + " JBang brings one: curl -Ls https://sh.jbang.dev | bash -s - jdk install"
                        + " 25\n";
        assertEquals(new LittleProject.Ended(1, "", line), LittleProject.end(builder, ""));
    }

    @Test
    void aJdkThatJBangFetchedEarlierIsFound() throws Exception {
        Path jdks = Files.createDirectories(bare.project().caches().resolve("jbang/jdks"));
        Files.createSymbolicLink(jdks.resolve("25"), Path.of(System.getProperty("java.home")));
        ProcessBuilder builder = bare.command();
        builder.environment().remove("JAVA_HOME");
        assertEquals(BareProject.TWO, LittleProject.end(builder, ""));
        Files.delete(jdks.resolve("25")); // so that nobody clears the JDK away with the folder
    }

    @Test
    void aJdkThatJBangCannotFetchIsOneLine() throws Exception {
        bare.project().edit("jbangw", "java_min=25", "java_min=99");
        bare.failsWith(
                "jbangw: a JDK 99 or newer is missing and JBang could not get one; "
                        + "connect this machine and run again, or install one "
                        + "(https://adoptium.net) and name its folder in JAVA_HOME");
    }

    @Test
    void withoutAHomeTheCacheLiesBesideJbangw() throws Exception {
        ProcessBuilder builder = bare.project().jbangw("scripts/two.java");
        builder.environment().keySet().removeAll(Set.of("HOME", "XDG_CACHE_HOME", "JBANGW_HOME"));
        assertEquals(BareProject.TWO, LittleProject.end(builder, ""));
        assertTrue(Files.isDirectory(bare.project().root().resolve(".jbangw/run")));
    }

    @Test
    void aCacheThatCannotBeWrittenOnlyCostsTime() throws Exception {
        ProcessBuilder builder = bare.project().jbangw("scripts/two.java");
        builder.environment().put("JBANGW_HOME", bare.project().write("file", "") + "/below");
        for (int start = 0; start < 2; start++) {
            assertEquals(BareProject.TWO, LittleProject.end(builder, ""));
        }
    }
}
