//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES PageSet.java
//SOURCES Repository.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.result.MeasuredSet;
import etl.show.ReadmeBlock;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The page as text; how it behaves is tested in a browser.
class reportTest {

    private static final long MOST_BYTES = 2_621_440; // 2.5 MiB
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    @TempDir private static Path folder;

    private static Path set;
    private static String page;

    @BeforeAll
    static void writeThePage() throws IOException {
        set = PageSet.in(folder.resolve("set"));
        Outcome outcome = Outcome.of(new report(), set);
        assertEquals(Cli.OK, outcome.exit(), outcome.err());
        assertEquals(
                List.of("report.java: wrote " + set.resolve("report.html")), outcome.errLines());
        page = Files.readString(set.resolve("report.html"));
    }

    @Test
    void itIsOneSmallFileThatLoadsNothing() throws IOException {
        assertTrue(Files.size(set.resolve("report.html")) < MOST_BYTES);
        assertFalse(Pattern.compile("<(link|img|iframe|script[^>]* src)").matcher(page).find());
        assertFalse(Pattern.compile("url\\(|@import|fetch\\(|XMLHttp").matcher(page).find());
        assertTrue(
                page.contains(
                        "Content-Security-Policy\" content=\"default-src &#x27;none&#x27;; "));
    }

    @Test
    void aNameCannotBreakOutOfThePage() {
        assertEquals(2, page.split("<script", -1).length);
        assertEquals(2, page.split("</script>", -1).length);
        assertTrue(page.contains("&lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt;"));
        assertFalse(page.contains("<b>no image</b>"));
    }

    /// All of them: the names in the set are quoted where an address needs it.
    @Test
    void everyRelativeLinkLeadsToAFileOfTheSet() {
        List<String> links =
                HREF.matcher(page).results().map((MatchResult m) -> m.group(1)).toList();
        long raw = 0;
        for (String link : links) {
            if (link.startsWith("./")) {
                raw++;
                URI file = set.toUri().resolve(link.replace("&#x27;", "%27").replace("&amp;", "&"));
                assertTrue(Files.exists(Path.of(file)), link);
            } else if (link.startsWith("#")) {
                assertTrue(page.contains("id=\"" + link.substring(1) + "\""), link);
            } else {
                assertTrue(link.startsWith("https://") || link.startsWith("http://"), link);
            }
        }
        assertTrue(raw > 10);
    }

    @Test
    void theNumbersAreThoseOfTheSummary() {
        MeasuredSet.read(set, Double.NaN, 150)
                .rows()
                .forEach(
                        row -> {
                            double peak = row.value(etl.result.Column.PEAK_RAM_MIB);
                            String cell = String.format(java.util.Locale.ROOT, ">%,.1f<", peak);
                            assertTrue(page.contains(cell), row.system() + cell);
                        });
    }

    @Test
    void whatCouldNotBeMeasuredIsSaidWithItsReason() {
        assertTrue(page.contains("<b>not measured here</b> – images: &lt;b&gt;no image&lt;/b&gt;"));
        assertTrue(page.contains("Of 1 run there is no record of the jobs"));
        assertTrue(page.contains("Not measured here: Kestra."));
    }

    @Test
    void whatWasFoundOutOfWholeSystemsHasItsSections() {
        assertTrue(page.contains("<h2>The smallest memory that works</h2>"));
        assertTrue(page.contains("MiB, below it out of memory: python3 in cron"));
        assertTrue(page.contains("did not last for 300 s, up to 38 MiB (out of memory: python3"));
        assertTrue(page.contains("MiB, the engine takes no smaller limit"));
        assertTrue(page.contains("search not finished"));
        assertTrue(page.contains("<h2>The 3 AM test</h2>"));
        assertTrue(page.contains("0 of 2 still have the log of the failed run"));
        assertTrue(page.contains("href=\"./audit/cron-FRESH.txt\""));
    }

    @Test
    void howEachLanguageIsTakenSaysHowFarItsDelaysReach() {
        assertTrue(page.contains("<h2>The job in other languages</h2>"));
        assertTrue(page.contains("<td>shell command<small> 2 lines</small></td>"));
        assertTrue(page.contains("<td>does not run<small> 2 lines</small></td>"));
        assertTrue(page.contains("<td>none needed</td>"), "Rust");
        assertTrue(
                Pattern.compile("by five runs each[.] Tried on 20[0-9-]+ under Linux ")
                        .matcher(page)
                        .find(),
                "it may be another day and kernel than that of the set");
        assertTrue(
                Pattern.compile("<td>1,234\u00A0[(][0-9,]+\u2060–\u2060[0-9,]+[)]</td>")
                        .matcher(page)
                        .find());
    }

    /// A line from nowhere to nowhere would take the axis with it.
    @Test
    void whatOneRunAloneHasIsDrawnWithoutARange() throws IOException {
        Path other = PageSet.in(folder.resolve("once"));
        Files.delete(other.resolve("run-1/cron.jobs.csv"));
        Files.delete(other.resolve("run-2/cron.jobs.csv"));

        assertEquals(Cli.OK, Outcome.of(new report(), other).exit());
        String once = Files.readString(other.resolve("report.html"));
        assertTrue(once.contains("<h2>CPU per job</h2>"));
        assertFalse(once.contains("=\"NaN"));
    }

    @Test
    void theOriginalsNumbersStandBesideOursWithWhatExplainsThem() {
        assertTrue(page.contains("<h2>Beside the original’s numbers</h2>"));
        assertTrue(page.contains("nothing starts it: what was measured is Supervisord alone"));
        assertTrue(page.contains("Ours is not measured here."), "Cronicle, Kestra, Ofelia");
    }

    @Test
    void howTheJobIsDefinedAndWhereItsLogIsAreSaid() {
        assertTrue(page.contains("a line in etl.cron for the cron that supervisord.conf starts"));
        assertTrue(page.contains("docker compose -f compose/supervisord/compose.yml logs"));
        assertTrue(page.contains("SHA-256"));
    }

    /// Wherever its numbers stand.
    @Test
    void aSystemThatWasBuiltFromItsSourceIsMarkedInEachSection() {
        int named = 0;
        for (String section : page.split("<section", -1)) {
            if (section.contains("Supercronic")) {
                named++;
                assertTrue(
                        section.contains("Supercronic †") || section.contains(PageSet.ORIGIN),
                        section.substring(0, Math.min(200, section.length())));
            }
        }
        assertTrue(named > 5, named + " sections");
    }

    @Test
    void anEarlierPageIsReplaced() throws IOException {
        Files.writeString(set.resolve("report.html"), "old");
        assertEquals(Cli.OK, Outcome.of(new report(), set).exit());
        assertEquals(page, Files.readString(set.resolve("report.html")));
    }

    @Test
    void nothingElseInTheSetIsTouched() throws IOException {
        Path other = PageSet.in(folder.resolve("untouched"));
        List<String> before = sums(other);
        assertEquals(Cli.OK, Outcome.of(new report(), other).exit());
        Files.delete(other.resolve("report.html"));
        assertEquals(before, sums(other));
    }

    private static List<String> sums(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(f -> f + " " + etl.result.CaptureFiles.sha256(f))
                    .toList();
        }
    }

    /// With two sets it is the second that gets a page.
    @Test
    void aSetBesideItselfHasNotChanged() throws IOException {
        Path other = PageSet.in(folder.resolve("again"));
        Outcome outcome = Outcome.of(new report(), set, other);
        assertEquals(Cli.OK, outcome.exit(), outcome.err());
        String compared = Files.readString(other.resolve("compared-with-set.html"));
        assertFalse(compared.contains("more than before"), "a set beside itself");
        assertFalse(Files.exists(set.resolve("compared-with-again.html")));
    }

    @Test
    void readmeAndItsSetAgree() {
        Path readme = Repository.root().resolve("README.md");
        String name = ReadmeBlock.set(readme);
        MeasuredSet shown = MeasuredSet.read(Repository.root().resolve(name), Double.NaN, 150);
        assertEquals(
                ReadmeBlock.of(name, shown),
                ReadmeBlock.current(readme),
                "README.md does not show its set; run: ./jbangw report --readme");
    }

    @Test
    void wrongUseIsSaid() {
        assertEquals(Cli.USAGE, Outcome.of(new report(), "--jobs", "0", set).exit());
        assertEquals(Cli.USAGE, Outcome.of(new report(), "--os-share-mib", "-1", set).exit());
        assertEquals(Cli.USAGE, Outcome.of(new report(), "--readme", set, set).exit());
    }
}
