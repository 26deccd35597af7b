//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.Column;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.SummaryCsv.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ReadmeBlockTest {

    @TempDir private Path folder;

    private MeasuredSet set() {
        Row cron = Rows.row("a|<b>", Map.of(Column.PEAK_RAM_MIB, 12.5, Column.JOBS_FIRED, 5.0));
        return new MeasuredSet(
                folder,
                List.of(new MeasuredSystem(cron, null, List.of(), List.of(), List.of())),
                Map.of("kestra", "images: none"),
                null,
                150);
    }

    @Test
    void onlyTheBlockIsRewritten() throws IOException {
        Path readme =
                Files.writeString(
                        folder.resolve("README.md"),
                        "before\n<!-- report: results/old -->\nold\n<!-- /report -->\nafter\n");
        ReadmeBlock.write(readme, "results/new", set());

        String text = Files.readString(readme);
        assertTrue(text.startsWith("before\n<!-- report: results/new -->\n"), text);
        assertTrue(text.endsWith("<!-- /report -->\nafter\n"), text);
        assertFalse(text.contains("old"), text);
        assertEquals("results/new", ReadmeBlock.set(readme));
        assertEquals(ReadmeBlock.of("results/new", set()), ReadmeBlock.current(readme));
    }

    @Test
    void whatWasNotMeasuredIsInTheTableAndMarkupIsHarmless() {
        String block = ReadmeBlock.of("results/new", set());
        assertTrue(block.contains("| Kestra | *not measured here* |"), block);
        assertTrue(block.contains("| A\\|&lt;b> | 12.5 | 5 |"), block);
        assertFalse(block.contains("![")); // the set has no chart
    }

    @Test
    void whoseMemoryMovedIsNamed() {
        Row moved =
                Rows.row("moved", Map.of(Column.STEADY_RAM_MIB, 100.0, Column.GROWTH_MIB, -2.1));
        Row stayed =
                Rows.row("stayed", Map.of(Column.STEADY_RAM_MIB, 100.0, Column.GROWTH_MIB, 1.9));
        MeasuredSet set =
                new MeasuredSet(
                        folder,
                        Stream.of(moved, stayed)
                                .map(
                                        r ->
                                                new MeasuredSystem(
                                                        r, null, List.of(), List.of(), List.of()))
                                .toList(),
                        Map.of(),
                        null,
                        150);
        String block = ReadmeBlock.of("results/new", set).replace('\n', ' ');
        assertTrue(block.contains("more than 2 % in one window: Moved."), block);
    }

    @Test
    void aReadmeWithoutTheBlockIsOneLine() throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), "nothing\n");
        Failure failure = assertThrows(Failure.class, () -> ReadmeBlock.set(readme));
        assertTrue(
                failure.getMessage().startsWith(readme + ": has no block for a set; write <!--"));
    }
}
