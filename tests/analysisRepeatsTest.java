//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Outcome.java
//SOURCES Repository.java
//SOURCES ResultFolder.java

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is said about 1, 2, 3, 6 and 9 repeats of two systems: cron near 20 MiB, kestra near 300.
class analysisRepeatsTest {

    private static final double[] NOISE = {0, 2, 1, 4, 3, 5, 8, 6, 7};
    private static final String LETTERS =
            "Schedulers that share a letter in a column cannot be told apart there (Welch's t-test"
                    + " on the logarithms, Holm's correction, 5 %).";

    @TempDir private Path folder;

    private Outcome repeats(int runs) throws IOException {
        for (int run = 1; run <= runs; run++) {
            Path repeat = folder.resolve("run-" + run);
            ResultFolder.capture(repeat, "cron", 10, 20 + NOISE[run - 1]);
            ResultFolder.capture(repeat, "kestra", 10, 300 + NOISE[run - 1]);
        }
        return Outcome.of(new analysis(), folder, "--no-charts");
    }

    private String header() throws IOException {
        return Files.readAllLines(folder.resolve("final_summary_report.csv")).getFirst();
    }

    @Test
    void oneRunIsShownAsItIs() throws IOException {
        Outcome outcome = repeats(1);

        assertTrue(outcome.out().contains("|         20.0 |"), outcome.out());
        assertEquals(4, outcome.out().lines().count(), outcome.out());
        assertTrue(header().endsWith(",Verified"), header());
    }

    @Test
    void twoRunsShowTheirRangeAndNothingElse() throws IOException {
        Outcome outcome = repeats(2);

        assertTrue(outcome.out().contains("|  21.0 (20.0–22.0)   |"), outcome.out());
        assertEquals(4, outcome.out().lines().count(), outcome.out());
        assertTrue(header().endsWith("_max"), header());
    }

    @Test
    void threeRunsShowGroups() throws IOException {
        Outcome outcome = repeats(3);

        assertTrue(outcome.out().contains("|  21.0 a (20.0–22.0)   |"), outcome.out());
        assertTrue(outcome.out().contains("| 301.0 b (300.0–302.0) |"), outcome.out());
        assertTrue(outcome.out().endsWith("\n\n" + LETTERS + "\n"), outcome.out());
        assertTrue(header().endsWith("_max,Peak_RAM_MiB_group"), header());
    }

    @Test
    void sixRunsHaveAnIntervalWhichIsTheRange() throws IOException {
        Outcome outcome = repeats(6);

        assertTrue(outcome.out().contains("|  22.5 a (20.0–25.0)   |"), outcome.out());
        assertTrue(
                outcome.out()
                        .endsWith(
                                "\n\n"
                                    + "95 % interval of the median by order statistics, where all"
                                    + " runs have the value: the range with 6 runs (exact coverage"
                                    + " 96.9 %).\n"),
                outcome.out());
        assertTrue(header().contains(",Peak_RAM_MiB_ci_low,Peak_RAM_MiB_ci_high,"), header());
    }

    @Test
    void nineRunsHaveAnIntervalOfItsOwn() throws IOException {
        Outcome outcome = repeats(9);

        assertTrue(
                outcome.out().contains("|  24.0 a (20.0–28.0)   [21.0–27.0]   |"), outcome.out());
        assertTrue(
                outcome.out().contains("in square brackets with 9 runs (exact coverage 96.1 %)."),
                outcome.out());
    }

    @Test
    void anOutlierIsOneWarningWithSystemRunColumnAndValue() throws IOException {
        ResultFolder.capture(folder.resolve("run-7"), "cron", 10, 90);
        ResultFolder.capture(folder.resolve("run-7"), "kestra", 10, 303);

        List<String> warnings =
                repeats(6).errLines().stream().filter(line -> line.contains("outlier")).toList();

        assertEquals(
                List.of(
                        "analysis.java: warning: run-7/cron.csv: outlier, kept: Peak_RAM_MiB 90.0;"
                                + " the median of 7 runs is 23.0 (modified Z-score 22.6)"),
                warnings);
    }

    @Test
    void thePageShowsTheLettersAndSaysWhatTheyMean() throws IOException {
        repeats(3);

        Path html = folder.resolve("normalized_comparison.html");
        assertEquals(0, Outcome.of(new normalize_performance(), folder).exit());
        assertTrue(Files.readString(html).contains("&nbsp;b</span>"), "letters in the page");
        assertTrue(Files.readString(html).contains("share a letter"), "what they mean");
    }

    @Test
    void withoutLettersNothingSpeaksOfThem() throws IOException {
        repeats(2);
        Outcome.of(new normalize_performance(), folder);

        String html = Files.readString(folder.resolve("normalized_comparison.html"));

        assertFalse(html.contains("share a letter") || html.contains("class=\"group\""));
    }
}
