//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../scripts/etl/NewerClassFiles.java
//SOURCES LittleProject.java
//SOURCES Repository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.NewerClassFiles;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// picocli as it is published, in class files of Java 5, and the copy of it that `jbangw` starts.
class JbangwClassFilesTest {

    private static final int JAVA_5 = 49;
    private static final int JAVA_8 = 52;

    @TempDir Path folder;
    private Path old;
    private Path copy;

    /// These tests may run with the copy already: JBang knows where the published one lies.
    @BeforeEach
    void makeTheCopy() throws Exception {
        Path root = Repository.root();
        String classpath =
                LittleProject.end(
                                new ProcessBuilder(
                                                "./jbangw",
                                                "info",
                                                "classpath",
                                                "scripts/check.java")
                                        .directory(root.toFile()),
                                "")
                        .out();
        old =
                Stream.of(classpath.strip().split(":"))
                        .filter(part -> part.matches(".*/picocli-[0-9.]+[.]jar"))
                        .map(Path::of)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(classpath));
        copy = folder.resolve("copy.jar");
        NewerClassFiles.write(old, copy);
    }

    @Test
    void everyClassStatesItsTypes() throws IOException {
        assertTrue(versions(old).contains(JAVA_5));
        assertFalse(versions(copy).stream().anyMatch(version -> version < JAVA_8));
        assertEquals(names(old), names(copy));
    }

    /// The JVM verifies a class before it initialises it, and says where a stack map is wrong.
    @Test
    void everyClassPassesTheVerifier() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {copy.toUri().toURL()}, null)) {
            int verified = 0;
            for (String name : names(copy)) {
                // the classes for Groovy need Groovy
                if (name.endsWith(".class") && !name.matches(".*(module-info|groovy).*")) {
                    String type = name.replace(".class", "").replace('/', '.');
                    Class.forName(type, true, loader);
                    verified++;
                }
            }
            assertTrue(verified > 200, verified + " classes");
        }
    }

    @Test
    void aClassThatIsNewEnoughStaysAsItIs() throws IOException {
        Path again = folder.resolve("again.jar");
        NewerClassFiles.write(copy, again);
        try (JarFile first = new JarFile(copy.toFile());
                JarFile second = new JarFile(again.toFile())) {
            for (JarEntry entry : first.stream().toList()) {
                assertEquals(entry.getCrc(), second.getEntry(entry.getName()).getCrc());
            }
        }
    }

    private static List<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList();
        }
    }

    private static List<Integer> versions(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .map(entry -> version(file, entry))
                    .toList();
        }
    }

    private static int version(JarFile file, JarEntry entry) {
        try (DataInputStream bytes = new DataInputStream(file.getInputStream(entry))) {
            bytes.skipNBytes(6);
            return bytes.readUnsignedShort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
