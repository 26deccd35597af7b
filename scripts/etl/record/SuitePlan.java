package etl.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The runs of a suite in their order. It alternates between repeats, so that a machine that gets
/// slower or warmer in the meantime does not always meet the same system first.
///
/// @param steps every run
public record SuitePlan(List<Step> steps) {

    /// What a run takes beside its window on a quiet machine: up, the first fire, a minute to
    /// settle, the wait for second 30, logs and down. A guess, for the person who waits.
    private static final Duration AROUND = Duration.ofSeconds(150);

    /// Up and down once before the first run, and images that are there already. A guess, too.
    private static final Duration BEFORE = Duration.ofSeconds(40);

    /// @param repeat from 1 on
    public record Step(int repeat, String system) {}

    /// @param systems in the order that was asked for
    public static SuitePlan of(List<String> systems, int repeats) {
        List<Step> steps = new ArrayList<>();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            List<String> order = new ArrayList<>(systems);
            if (repeat % 2 == 0) {
                Collections.reverse(order);
            }
            for (String system : order) {
                steps.add(new Step(repeat, system));
            }
        }
        return new SuitePlan(steps);
    }

    /// Each system once, in the order that was asked for.
    public List<String> systems() {
        return steps.stream().map(Step::system).distinct().toList();
    }

    /// About how long so many runs take, before the first one has shown it.
    public static Duration estimate(long runs, Duration window) {
        return window.plus(AROUND).multipliedBy(runs);
    }

    /// About how long it takes before the first run begins.
    public Duration preparation() {
        return BEFORE.multipliedBy(systems().size());
    }
}
