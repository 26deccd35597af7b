//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

import javax.imageio.ImageIO;

class NotebookFileTest {

    @TempDir private Path folder;

    private int files;

    /// A notebook with a text cell, a code cell without output, and one with this output.
    private NotebookFile notebook(String outputs) throws IOException {
        return read(
                """
                {"cells": [
                  {"cell_type": "markdown", "source": "# Title"},
                  {"cell_type": "code", "source": "int a = 1;", "outputs": []},
                  {"cell_type": "code", "source": "a", "outputs": [%s]}],
                 "metadata": {"etlbench": {"set": "results/a"}}, "nbformat": 4}
                """
                        .formatted(outputs));
    }

    private NotebookFile read(String text) throws IOException {
        return NotebookFile.read(Files.writeString(folder.resolve("n" + files++ + ".ipynb"), text));
    }

    private static String data(String type, String content) {
        return "{\"output_type\": \"execute_result\", \"data\": {\"%s\": %s}}"
                .formatted(type, content);
    }

    private static String png(int width, int color) throws IOException {
        BufferedImage image = new BufferedImage(width, 10, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, color);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return data(
                "image/png", '"' + Base64.getEncoder().encodeToString(bytes.toByteArray()) + '"');
    }

    @Test
    void theSameOutputInLinesOrAsOneStringDoesNotDiffer() throws IOException {
        NotebookFile lines = notebook(data("text/html", "[\"a\\n\", \"b\"]"));
        NotebookFile string = notebook(data("text/html", "\"a\\nb\""));

        assertEquals(Optional.empty(), lines.difference(string));
    }

    @Test
    void anotherTextIsToldWithItsCellAndThePlace() throws IOException {
        NotebookFile before = notebook(data("text/html", "\"same\\n" + "x".repeat(100) + "1520\""));
        NotebookFile now = notebook(data("text/html", "\"same\\n" + "x".repeat(100) + "1521\""));

        String x = "x".repeat(17);
        assertEquals(
                Optional.of("code cell 2: '…" + x + "1520' is now '…" + x + "1521'"),
                before.difference(now));
    }

    @Test
    void anOutputThatIsMissingDiffers() throws IOException {
        NotebookFile none = notebook("");
        NotebookFile one = notebook(data("text/plain", "\"1\""));

        assertTrue(none.difference(one).isPresent());
        assertTrue(one.difference(none).isPresent());
    }

    @Test
    void whatWasPrintedCounts() throws IOException {
        String printed = "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"%s\"]}";

        assertTrue(
                notebook(printed.formatted("a"))
                        .difference(notebook(printed.formatted("b")))
                        .isPresent());
    }

    @Test
    void picturesAreComparedByTheirSize() throws IOException {
        NotebookFile black = notebook(png(20, 0));

        assertEquals(Optional.empty(), black.difference(notebook(png(20, 0xFFFFFF))));
        assertTrue(black.difference(notebook(png(21, 0))).orElseThrow().contains("21 x 10 pixels"));
    }

    @Test
    void theSetStandsInTheMetadata() throws IOException {
        assertEquals(Optional.of("results/a"), notebook("").set());
        assertEquals(Optional.empty(), read("{\"cells\": []}").set());
    }

    @Test
    void whatIsNoNotebookIsAFailure() {
        for (String text : new String[] {"", "no json", "{\"a\": 1}", "{\"cells\": [} "}) {
            Failure failure = assertThrows(Failure.class, () -> read(text), text);
            assertTrue(failure.getMessage().contains(".ipynb: is not a notebook"), failure + "");
        }
        Failure missing =
                assertThrows(Failure.class, () -> NotebookFile.read(folder.resolve("none.ipynb")));
        assertTrue(missing.getMessage().contains("none.ipynb: cannot be read"), missing + "");
    }
}
