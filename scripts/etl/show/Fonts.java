//DEPS com.formdev:flatlaf-fonts-roboto:2.137
//RUNTIME_OPTIONS -Djava.awt.headless=true

package etl.show;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Roboto from the class path, so that a picture is the same on every machine. A bare server has no
/// font at all, and there Java's text engine does not even start: on Linux it is given a font
/// configuration that names our two files, before the first font is asked for.
final class Fonts {

    private static final String RESOURCES = "/com/formdev/flatlaf/fonts/roboto/Roboto-";
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Font PLAIN;
    private static final Font BOLD;

    static {
        System.setProperty("java.awt.headless", "true");
        try {
            Path folder = temporary();
            folder.toFile().deleteOnExit();
            Path regular = copy("Regular.ttf", folder);
            Path bold = copy("Bold.ttf", folder);
            if (System.getProperty("os.name").equals("Linux")) {
                configure(folder, regular);
            }
            // these objects are derived from: new Font("Roboto", BOLD, n) would only thicken
            // Regular
            PLAIN = Font.createFont(Font.TRUETYPE_FONT, regular.toFile());
            BOLD = Font.createFont(Font.TRUETYPE_FONT, bold.toFile());
        } catch (IOException | FontFormatException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Fonts() {}

    static Font plain(double size) {
        return PLAIN.deriveFont((float) size);
    }

    static Font bold(double size) {
        return BOLD.deriveFont((float) size);
    }

    /// A new folder of this user's. The JDK's own way to one draws its name from the secure random
    /// generator, for which all cryptography is set up; here it is enough that the folder is new.
    private static Path temporary() throws IOException {
        String name = "etlbench-fonts" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path folder = Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(folder, OWNERS)
                : Files.createDirectory(folder);
    }

    private static void configure(Path folder, Path font) throws IOException {
        Path file = folder.resolve("fontconfig.properties");
        file.toFile().deleteOnExit();
        Files.writeString(
                file,
                """
                version=1
                sequence.allfonts=latin-1
                allfonts.latin-1=Roboto
                filename.Roboto=%s
                """
                        .formatted(font));
        System.setProperty("sun.awt.fontconfig", file.toString());
    }

    private static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        file.toFile().deleteOnExit();
        try (InputStream in = Fonts.class.getResourceAsStream(RESOURCES + name)) {
            Files.copy(in, file);
        }
        return file;
    }
}
