package etl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Writes a copy of a jar whose class files have the layout of Java 8. A library that still
/// supports Java 5, as picocli does, pays for it at every start: the JVM puts no such class into a
/// start-up cache (`Old class has been linked`), and has to infer the types that newer class files
/// state (JVMS 4.10.2). The instructions stay as they are; what is added are the stack maps.
/// `jbangw` starts this by itself: `java NewerClassFiles.java OLD.jar NEW.jar`
public final class NewerClassFiles {

    /// From here on a class file has to state its types (JVMS 4.10.1).
    private static final int STATED = ClassFile.JAVA_7_VERSION;

    private static final int TARGET = ClassFile.JAVA_8_VERSION;

    private static final ClassTransform WITH_STACK_MAPS =
            ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                    .andThen(
                            (made, element) ->
                                    made.with(
                                            element instanceof ClassFileVersion
                                                    ? ClassFileVersion.of(TARGET, 0)
                                                    : element));

    private final ClassFile files;

    private NewerClassFiles(ClassLoader library) {
        files =
                ClassFile.of(
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(library)
                                        .orElse(ClassHierarchyResolver.defaultResolver())
                                        .cached()));
    }

    static void main(String... args) throws IOException {
        write(Path.of(args[0]), Path.of(args[1]));
    }

    /// Writes the copy; the old jar stays as it is.
    ///
    /// @throws IOException when one cannot be read or the other not be written
    public static void write(Path old, Path copy) throws IOException {
        try (JarFile from = new JarFile(old.toFile());
                OutputStream file = Files.newOutputStream(copy);
                JarOutputStream to = new JarOutputStream(file);
                URLClassLoader library =
                        new URLClassLoader(new URL[] {old.toUri().toURL()}, null)) {
            NewerClassFiles newer = new NewerClassFiles(library);
            for (Enumeration<JarEntry> all = from.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                byte[] bytes;
                try (InputStream content = from.getInputStream(entry)) {
                    bytes = content.readAllBytes();
                }
                JarEntry next = new JarEntry(entry.getName());
                next.setTime(entry.getTime());
                to.putNextEntry(next);
                to.write(entry.getName().endsWith(".class") ? newer.of(bytes) : bytes);
                to.closeEntry();
            }
        }
    }

    /// As it was where it is new enough, or refers to a class that is neither in the jar nor in the
    /// JDK: an optional dependency.
    private byte[] of(byte[] bytes) {
        try {
            ClassModel old = files.parse(bytes);
            return old.majorVersion() >= STATED
                    ? bytes
                    : files.transformClass(old, WITH_STACK_MAPS);
        } catch (IllegalArgumentException e) {
            return bytes;
        }
    }
}
