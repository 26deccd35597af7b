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
    void theEstimateIsAGuessUntilRunsHaveShownTheirPace() {
        Duration guess = SuitePlan.estimate(4, Duration.ofSeconds(300));
        assertEquals(SuitePlan.estimate(1, Duration.ofSeconds(300)).multipliedBy(4), guess);

        Pace pace = new Pace(Duration.ofSeconds(300));
        assertEquals(guess, pace.left(4));
        pace.begin(); // and fails
        assertEquals(guess, pace.left(4));
        pace.made(Duration.ofMinutes(4));
        pace.made(Duration.ofMinutes(6));
        assertEquals(Duration.ofMinutes(20), pace.left(4));
    }
}
