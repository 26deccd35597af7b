//DEPS org.webjars.npm:plotly.js-dist:2.35.3

package etl.show;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// Plotly's own JavaScript, as a page can carry it.
final class PlotlyBundle {

    private static final String RESOURCE =
            "/META-INF/resources/webjars/plotly.js-dist/2.35.3/plotly.js";

    private PlotlyBundle() {}

    /// Raw deflate (RFC 1951) in Base64: 3.2 MB instead of 10.8, and no `<` that could end the
    /// element around it. Plotly lies in its jar in just this form, and compressing it once more
    /// would take longer than all the rest of a chart.
    static byte[] packed() {
        try {
            JarURLConnection jar =
                    (JarURLConnection) PlotlyBundle.class.getResource(RESOURCE).openConnection();
            File file = new File(jar.getJarFileURL().toURI());
            try (Raw raw = new Raw(Files.newInputStream(file.toPath()))) {
                return Base64.getEncoder().encode(raw.deflated(entry(file, jar.getEntryName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError("the class loader gave this address", e);
        }
    }

    /// From the directory at the jar's end, which knows how long it is.
    private static ZipEntry entry(File file, String name) throws IOException {
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry entry = jar.getEntry(name);
            if (entry.getMethod() != ZipEntry.DEFLATED) {
                throw new IllegalStateException(name + " is not deflated in its jar");
            }
            return entry;
        }
    }

    /// The JDK inflates whatever it hands out. What its reader finds behind the head of an entry is
    /// the entry as it lies there. (Commons Compress hands that out by itself, but sets up
    /// calendars for the dates of the entries, which takes as long as all the rest.)
    private static final class Raw extends ZipInputStream {

        private Raw(InputStream jar) {
            super(jar);
        }

        private byte[] deflated(ZipEntry wanted) throws IOException {
            ZipEntry next = getNextEntry();
            while (!next.getName().equals(wanted.getName())) {
                next = getNextEntry();
            }
            return in.readNBytes((int) wanted.getCompressedSize());
        }
    }
}
