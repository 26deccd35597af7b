//DEPS org.junit.jupiter:junit-jupiter:6.1.3

package etl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Timeline;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class MemoryLineTest {

    private static final double NONE = Double.NaN;

    @Test
    void theTypicalRunIsTheOneWithTheMedianAverage() {
        List<MemoryLine> lines =
                MemoryLine.of(
                        List.of(
                                capture("set/run-1/cron.csv", 30, 32),
                                capture("set/run-2/cron.csv", 10, 12),
                                capture("set/run-4/cron.csv", 20, NONE)));

        assertEquals(List.of(1, 2, 4), lines.stream().map(MemoryLine::run).toList());
        assertEquals(
                List.of(false, false, true), lines.stream().map(MemoryLine::isTypical).toList());
    }

    @Test
    void timeStartsAtTheFirstInstant() {
        MemoryLine line = MemoryLine.of(List.of(capture("cron.csv", 30, 32))).getFirst();

        assertEquals(0, line.seconds()[0]);
        assertEquals(1, line.seconds()[1]);
    }

    @Test
    void thinningKeepsASpikeAndAGap() {
        double[] mib = new double[10_000];
        Arrays.fill(mib, 20);
        mib[4_321] = 500;
        mib[7_000] = NONE;
        MemoryLine thin = line(mib).thinned(100);

        assertTrue(thin.mib().length <= 200, thin.mib().length + " points");
        assertTrue(Arrays.stream(thin.mib()).anyMatch(v -> v == 500));
        assertTrue(Arrays.stream(thin.mib()).anyMatch(Double::isNaN));
        double[] sorted = thin.seconds().clone();
        Arrays.sort(sorted);
        assertEquals(Arrays.toString(sorted), Arrays.toString(thin.seconds()));
    }

    @Test
    void whatALogScaleCannotShowIsNotDrawn() {
        List<MemoryLine> lines = MemoryLines.drawable(List.of(line(0, 0), line(0, 5)));

        assertEquals(1, lines.size());
        assertEquals(1, lines.getFirst().last());
        assertThrows(Failure.class, () -> MemoryLines.drawable(List.of(line(NONE, 0))));
    }

    private static MemoryLine line(double... mib) {
        return MemoryLine.of(List.of(capture("cron.csv", mib))).getFirst();
    }

    private static Capture capture(String file, double... mib) {
        List<Timeline.Point> points = new ArrayList<>();
        for (int i = 0; i < mib.length; i++) {
            points.add(new Timeline.Point(null, 100 + i, mib[i], NONE, NONE));
        }
        return new Capture(
                CaptureFiles.of(Path.of(file)),
                new Timeline(points, NONE, NONE, List.of("cron")),
                null,
                null);
    }
}
