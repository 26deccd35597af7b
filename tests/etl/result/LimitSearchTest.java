package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

class LimitSearchTest {

    private static final double ONE_GB_MIB = 750;

    /// A trial of a stack that takes so much when nothing limits it.
    private static Trial trial(LimitSearch.Step step, double peakMib, String breaks) {
        return new Trial(
                step.limitMib(),
                step.cpus(),
                step.boundaries(),
                Instant.EPOCH,
                60,
                "fires",
                breaks,
                step.limitMib() == null ? peakMib : Math.min(peakMib, step.limitMib()),
                60.0,
                1.0,
                0.0,
                10.0,
                50.0,
                List.of());
    }

    /// Carries a search out on a stack of which it is known when it works.
    private static LimitSearch search(double peakMib, Predicate<LimitSearch.Step> works) {
        List<Trial> trials = new ArrayList<>();
        Optional<LimitSearch.Step> next = new LimitSearch(trials).next(ONE_GB_MIB);
        while (next.isPresent()) {
            assertTrue(trials.size() < 20, () -> "no end: " + trials);
            trials.add(trial(next.get(), peakMib, works.test(next.get()) ? null : "broke"));
            next = new LimitSearch(trials).next(ONE_GB_MIB);
        }
        return new LimitSearch(trials);
    }

    private static boolean isAtLeast(LimitSearch.Step step, double mib) {
        return step.limitMib() == null || step.limitMib() >= mib;
    }

    /// Close enough, always from above, and in few trials.
    @ParameterizedTest
    @CsvSource({"1200, 700, 32", "300, 201, 15", "300, 300, 15", "60, 23, 4", "30, 7, 4"})
    void findsTheSmallestLimitThatWorks(double peakMib, double needsMib, double stepMib) {
        LimitSearch search = search(peakMib, step -> isAtLeast(step, needsMib));

        double found = search.smallestMib().orElseThrow();
        assertTrue(found >= needsMib && found <= needsMib + stepMib, "found " + found);
        assertEquals(LimitSearch.LONG, search.confirmed().orElseThrow().boundaries());
        assertTrue(search.trials().size() <= 10, "trials: " + search.trials().size());
        search.below().ifPresent(below -> assertTrue(below.limitMib() < needsMib));
    }

    /// A smallest limit below which nothing was seen to fail would be a guess.
    @Test
    void whereNothingFailsTheLeastThatTheEngineTakesIsTried() {
        LimitSearch fails = search(30, step -> isAtLeast(step, 7));
        assertEquals(LimitSearch.SMALLEST_MIB, fails.below().orElseThrow().limitMib());
        assertEquals(8, fails.smallestMib().orElseThrow());

        LimitSearch works = search(30, step -> true);
        assertEquals(LimitSearch.SMALLEST_MIB, works.smallestMib().orElseThrow());
        assertTrue(works.below().isEmpty());
    }

    @Test
    void theFirstTrialIsLongAndHasNoLimit() {
        assertEquals(
                new LimitSearch.Step(null, null, LimitSearch.LONG),
                new LimitSearch(List.of()).next(ONE_GB_MIB).orElseThrow());
    }

    @Test
    void whatFailsWithoutALimitIsNotLimited() {
        LimitSearch search = search(100, step -> false);

        assertEquals(2, search.trials().size());
        assertTrue(search.smallestMib().isEmpty());
        assertEquals("broke", search.free().orElseThrow().breaks());
    }

    @Test
    void oneBadMinuteWithoutALimitIsNoAnswer() {
        AtomicInteger trials = new AtomicInteger();
        LimitSearch search =
                search(300, step -> trials.getAndIncrement() > 0 && isAtLeast(step, 200));

        assertTrue(search.free().orElseThrow().works());
        assertTrue(search.smallestMib().orElseThrow() >= 200);
    }

    /// Two fires come, five do not: the search goes on above.
    @Test
    void aValueThatFailsAtLengthIsNotTaken() {
        LimitSearch search =
                search(
                        300,
                        step -> isAtLeast(step, step.boundaries() == LimitSearch.LONG ? 180 : 120));

        double found = search.smallestMib().orElseThrow();
        assertTrue(found >= 180 && found <= 195, "found " + found);
        double held = search.shortLived().orElseThrow().limitMib();
        assertTrue(held >= 120 && held < 180, "held two fires " + held);
    }

    @Test
    void onlyWhatHadHeldTwoFiresIsShortLived() {
        Trial free = trial(new LimitSearch.Step(null, null, LimitSearch.LONG), 300, null);
        Trial above = trial(new LimitSearch.Step(200.0, null, LimitSearch.SHORT), 300, null);
        Trial at = trial(new LimitSearch.Step(150.0, null, LimitSearch.SHORT), 300, null);
        Trial failed = trial(new LimitSearch.Step(150.0, null, LimitSearch.LONG), 300, "broke");

        assertTrue(new LimitSearch(List.of(free, above, failed)).shortLived().isEmpty());
        assertEquals(failed, new LimitSearch(List.of(free, at, failed)).shortLived().orElseThrow());
        assertTrue(search(300, step -> isAtLeast(step, 200)).shortLived().isEmpty());
    }

    @Test
    void whatNeverWorksUnderALimitHasNoSmallest() {
        LimitSearch search = search(300, step -> step.limitMib() == null);

        assertTrue(search.smallestMib().isEmpty());
        assertTrue(search.below().isEmpty());
    }

    @Test
    void oneCpuIsTriedOnceWithWhatOneGigabyteLeaves() {
        Trial one = search(300, step -> isAtLeast(step, 200)).oneCpu().orElseThrow();

        assertEquals(ONE_GB_MIB, one.limitMib());
        assertEquals(1, one.cpus());
    }

    @Test
    void oneCpuIsNotTriedWhereTheStackDoesNotFit() {
        assertFalse(search(1200, step -> isAtLeast(step, 900)).oneCpu().isPresent());
    }

    /// Trials under one CPU say nothing of the memory.
    @Test
    void aFailureWithOneCpuChangesNothing() {
        LimitSearch search = search(300, step -> step.cpus() == null && isAtLeast(step, 200));

        assertTrue(search.smallestMib().isPresent());
        assertEquals("broke", search.oneCpu().orElseThrow().breaks());
    }
}
