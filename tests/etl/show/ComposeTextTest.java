//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.result.CaptureFiles;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ComposeTextTest {

    private static final String TEXT = "services: {} # <b>";

    @TempDir private Path folder;

    private Path compose;
    private String sha256;

    @BeforeEach
    void write() throws IOException {
        compose = Files.createDirectories(folder.resolve("compose/cron"));
        Path file = Files.writeString(compose.resolve("compose.yml"), TEXT);
        Files.writeString(folder.resolve("secret"), TEXT);
        sha256 = CaptureFiles.sha256(file);
    }

    private String html(String path) {
        return new ComposeText(compose.getParent()).html(path, sha256).render();
    }

    @Test
    void theVeryFileIsShownEscaped() {
        String html = html("cron/compose.yml");
        assertTrue(html.contains("services: {} # &lt;b&gt;"), html);
        assertTrue(html.contains(sha256.substring(0, 12)), html);
    }

    @Test
    void anotherVersionIsNotTakenForIt() throws IOException {
        Files.writeString(compose.resolve("compose.yml"), TEXT + "\n");
        String html = html("cron/compose.yml");
        assertFalse(html.contains("services"), html);
        assertTrue(html.contains("no compose/ here holds this version"), html);
    }

    @Test
    void whatLiesElsewhereIsNeverShown() {
        assertFalse(html("../secret").contains("services"));
        assertFalse(new ComposeText(null).html("cron/compose.yml", sha256).render().contains("{}"));
    }

    @Test
    void aRunThatDoesNotNameItSaysSo() {
        assertEquals(
                "<span class=\"none\">not recorded</span>",
                new ComposeText(folder).html(null, null).render());
    }
}
