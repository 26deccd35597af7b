//DEPS org.apache.commons:commons-compress:1.28.0
//DEPS org.webjars.npm:plotly.js-dist:2.35.3

package etl.show;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.zip.ZipEntry;

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
            try (ZipFile file = ZipFile.builder().setURI(jar.getJarFileURL().toURI()).get()) {
                ZipArchiveEntry entry = file.getEntry(jar.getEntryName());
                if (entry.getMethod() != ZipEntry.DEFLATED) {
                    throw new IllegalStateException(entry + " is not deflated in its jar");
                }
                try (InputStream raw = file.getRawInputStream(entry)) {
                    return Base64.getEncoder().encode(raw.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError("the class loader gave this address", e);
        }
    }
}
