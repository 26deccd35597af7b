package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class SuitePlanTest {

    @Test
    void theOrderOfTheSystemsAlternatesBetweenRepeats() {
        List<String> order =
                SuitePlan.of(List.of("a", "b", "c"), 3).steps().stream()
                        .map(step -> step.repeat() + step.system())
                        .toList();

        assertEquals(List.of("1a", "1b", "1c", "2c", "2b", "2a", "3a", "3b", "3c"), order);
    }

    @Test
    void theEstimateShrinksRunByRun() {
        SuitePlan plan = SuitePlan.of(List.of("a", "b"), 1);
        Duration one = plan.estimate(1, Duration.ofSeconds(300));

        assertEquals(one.multipliedBy(2), plan.estimate(0, Duration.ofSeconds(300)));
        assertEquals(Duration.ZERO, plan.estimate(2, Duration.ofSeconds(300)));
    }
}
