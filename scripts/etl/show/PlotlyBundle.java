//DEPS org.webjars.npm:plotly.js-dist:2.35.3

package etl.show;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/// Plotly's own JavaScript, as a page can carry it.
final class PlotlyBundle {

    private static final String RESOURCE =
            "/META-INF/resources/webjars/plotly.js-dist/2.35.3/plotly.js";

    private PlotlyBundle() {}

    /// Gzip in Base64: 3.2 MB instead of 10.8, and no `<` that could end the element around it.
    static String packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(3 << 20);
        try (InputStream in = PlotlyBundle.class.getResourceAsStream(RESOURCE);
                GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            in.transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
