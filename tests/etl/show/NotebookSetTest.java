//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES WrittenSet.java

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.SamplesCsv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class NotebookSetTest {

    @TempDir private Path folder;

    private String about() {
        return NotebookSet.read(folder).about();
    }

    @Test
    void whatTheSetHoldsIsSaid() throws IOException {
        WrittenSet.capture(folder.resolve("run-1"), "cron");
        WrittenSet.capture(folder.resolve("run-2"), "cron");
        WrittenSet.capture(folder.resolve("run-1"), "ofelia");

        String about = about();

        assertTrue(
                about.contains(
                        "holds 2 systems (Cron; Ofelia), 1 to 2 runs each, windows of 180 s."),
                about);
    }

    @Test
    void aSingleRunAndOnlyTwoAreNamedAsMissing() throws IOException {
        WrittenSet.capture(folder.resolve("run-1"), "cron");
        assertTrue(about().contains("a second one would differ"), about());

        WrittenSet.capture(folder.resolve("run-2"), "cron");
        assertTrue(about().contains("With two runs there is a range, but no test"), about());

        WrittenSet.capture(folder.resolve("run-3"), "cron");
        assertFalse(about().contains("single run") || about().contains("two runs"), about());
    }

    @Test
    void aSystemWithoutJobsCsvIsNamed() throws IOException {
        WrittenSet.capture(folder, "cron");
        WrittenSet.jobs(folder, "cron");
        WrittenSet.capture(folder, "ofelia");

        String about = about();

        assertTrue(about.contains("- Ofelia: without a jobs CSV"), about);
        assertFalse(about.contains("- Cron"), about);
    }

    @Test
    void theOriginalsFormatIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("cron.csv"),
                SamplesCsv.dockerStatsHeader()
                        + "\n10:00:00,cron,0.1%,20MiB / 7.6GiB,0.2%"
                        + "\n10:00:05,cron,0.1%,21MiB / 7.6GiB,0.2%\n");

        String about = about();

        assertTrue(about.contains("- Cron: in the original's format"), about);
        assertTrue(about.contains("below three minutes"), about);
    }

    @Test
    void aNameWithMarkupIsShownAsItIs() throws IOException {
        WrittenSet.capture(folder, "a*b*_<i>x");

        assertTrue(about().contains("A\\*b\\*\\_&lt;i&gt;x"), about());
    }

    @Test
    void warningsNameTheFileWithoutTheFolder() throws IOException {
        WrittenSet.capture(folder, "cron");
        Files.writeString(
                folder.resolve("cron.csv"),
                Files.readString(folder.resolve("cron.csv")) + "2026-11-24T10:03:");

        NotebookSet set = NotebookSet.read(folder);

        assertTrue(
                set.warnings().contains("cron.csv: line 183: was cut off and is left out"),
                set.warnings() + "");
    }

    @Test
    void whatIsTrueOfSeveralFilesIsOneLine() throws IOException {
        WrittenSet.capture(folder.resolve("run-1"), "cron");
        WrittenSet.capture(folder.resolve("run-2"), "cron");

        assertTrue(
                NotebookSet.read(folder)
                        .warnings()
                        .contains(
                                "run-1/cron.csv, run-2/cron.csv: not steady: memory moved by 180.0"
                                        + " MiB over the window at 72.0 MiB"));
    }

    @Test
    void anUnknownSystemIsToldWithThoseThatAreThere() throws IOException {
        WrittenSet.capture(folder, "cron");
        NotebookSet set = NotebookSet.read(folder);

        Failure failure = assertThrows(Failure.class, () -> set.captures("crom"));

        assertEquals(folder + ": no system crom; it has cron", failure.getMessage());
    }
}
