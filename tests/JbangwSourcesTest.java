//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES BareProject.java
//SOURCES LittleProject.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Where `jbangw` takes JBang from when there is none on the PATH, and that it checks what it
/// takes.
class JbangwSourcesTest {

    @TempDir Path folder;
    private BareProject bare;
    private Path home;

    @BeforeEach
    void makeProject() throws IOException {
        bare = BareProject.in(folder);
        home = bare.project().home();
    }

    @Test
    void withoutNetworkAndCacheOneLineSaysWhatIsMissing() throws Exception {
        bare.failsWith(nothingThere());
    }

    @Test
    void aCachedJarIsUsedOnlyWithTheRightSum() throws Exception {
        Path jar = bare.cache("jbang-0.132.1.jar", LittleProject.jbangJar());
        assertEquals(BareProject.TWO, bare.run());
        Files.writeString(jar, "x", StandardOpenOption.APPEND); // Java would still run it
        bare.askAgain();
        bare.failsWith(nothingThere());
    }

    @Test
    void mvnBringsJBangWhereThereIsOne() throws Exception {
        assumeTrue(bare.lend("mvn"), "mvn is not installed");
        for (String tool : "basename dirname expr ps uname".split(" ")) bare.lend(tool);
        assertEquals(BareProject.TWO, bare.run());
        assertTrue(Files.exists(home.resolve("jbang-0.132.1.jar")));
    }

    @Test
    void aReleaseWithAWrongSumIsRefused() throws Exception {
        Path zip = releaseOfThisJBang(); // a good JBang, but not the official file
        bare.takeReleaseFrom(zip.toUri().toString());
        bare.failsWith("jbangw: " + zip.toUri() + " has a wrong SHA-256, not used");
        assertFalse(Files.exists(home.resolve("jbang-0.132.1.zip")));
    }

    @Test
    void theReleaseIsUnpackedAndStays() throws Exception {
        Path zip = releaseOfThisJBang();
        bare.takeReleaseFrom(zip.toUri().toString());
        bare.project().edit("jbangw", "zip_sha=", "zip_sha=" + sha256(zip) + " # ");
        assertEquals(BareProject.TWO, bare.run());
        bare.takeReleaseFrom(BareProject.NOBODY);
        bare.askAgain();
        assertEquals(BareProject.TWO, bare.run());
    }

    private String nothingThere() {
        return "jbangw: JBang is missing and "
                + BareProject.NOBODY
                + " cannot be reached; connect this machine and run again, or put that file at "
                + home.resolve("jbang-0.132.1.zip");
    }

    /// Laid out like the official zip, with the JBang of this machine in it.
    private Path releaseOfThisJBang() throws IOException {
        Path zip = folder.resolve("jbang.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("jbang-0.132.1/bin/jbang.jar"));
            Files.copy(LittleProject.jbangJar(), out);
        }
        return zip;
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(sum);
    }
}
