package etl.result;

import static etl.result.Example.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Set;

class LivesTest {

    @Test
    void aRestartBeginsTheNextLife() {
        Lives lives = new Lives(Example.run(life("a", 12, null, null), life("a", -60, 10.0, 143)));
        assertEquals(0, lives.number("a", 5));
        assertEquals(0, lives.number("a", 11.9));
        assertEquals(1, lives.number("a", 12));
        assertFalse(lives.bornInside("a", 5));
        assertTrue(lives.bornInside("a", 12));
    }

    @Test
    void aRunningContainerIsExpectedFromItsStartOn() {
        Lives lives = new Lives(Example.run(life("a", 12, null, null)));
        assertFalse(lives.isExpected("a", 11.9));
        assertTrue(lives.isExpected("a", 12));
    }

    @Test
    void aContainerThatExited0IsOver() {
        Lives lives = new Lives(Example.run(life("init", -1, 10.0, 0)));
        assertTrue(lives.isExpected("init", 9.9));
        assertFalse(lives.isExpected("init", 10));
    }

    @Test
    void aContainerThatDiedIsStillExpected() {
        Lives lives = new Lives(Example.run(life("a", -60, 10.0, 137)));
        assertTrue(lives.isExpected("a", 200));
    }

    @Test
    void betweenTwoLivesAContainerIsExpected() {
        Lives lives = new Lives(Example.run(life("a", -60, 10.0, 143), life("a", 12, null, null)));
        assertTrue(lives.isExpected("a", 11));
    }

    @Test
    void aStopWithoutExitCodeIsNotOver() {
        Lives lives = new Lives(Example.run(life("a", -60, 10.0, null)));
        assertTrue(lives.isExpected("a", 11));
    }

    @Test
    void withoutARunEveryContainerHasOneEndlessLife() {
        Lives lives = new Lives(null);
        assertEquals(Set.of(), lives.names());
        assertEquals(0, lives.number("a", 100));
        assertFalse(lives.bornInside("a", 100));
        assertTrue(lives.isExpected("a", 100));
    }
}
