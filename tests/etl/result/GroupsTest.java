package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import etl.result.Differences.Pair;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class GroupsTest {

    /// @param systems one letter each, in the order of their medians
    /// @param different pairs that differ, `ab`, each named in that order
    private static Map<String, String> letters(String systems, String... different) {
        List<String> names = systems.chars().mapToObj(Character::toString).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                double p = List.of(different).contains(names.get(i) + names.get(k)) ? 0.01 : 0.5;
                pairs.add(new Pair(names.get(i), names.get(k), p, p));
            }
        }
        return Groups.of(new Differences(names, pairs));
    }

    /// The first two examples of `multcompLetters` in the manual of the R package multcompView,
    /// with the letters that it prints.
    @Test
    void publishedExamples() {
        assertEquals(Map.of("A", "ab", "B", "a", "C", "b"), letters("ABC", "BC"));
        assertEquals(
                Map.of("a", "a", "b", "b", "c", "bc", "d", "ac"),
                letters("abcd", "ab", "ac", "bd"));
    }

    @Test
    void allAlikeShareOneLetterAndAllDifferentShareNone() {
        assertEquals(Map.of("x", "a", "y", "a", "z", "a"), letters("xyz"));
        assertEquals(Map.of("x", "a", "y", "b", "z", "c"), letters("xyz", "xy", "xz", "yz"));
    }

    /// Neighbours cannot be told apart, those further away can.
    @Test
    void groupsOverlap() {
        assertEquals(
                Map.of("v", "a", "w", "ab", "x", "bc", "y", "cd", "z", "d"),
                letters("vwxyz", "vx", "vy", "vz", "wy", "wz", "xz"));
    }

    @Test
    void withoutAPairThereAreNoLetters() {
        assertEquals(Map.of(), letters(""));
        assertEquals(Map.of(), letters("x"));
    }

    /// Whatever the verdicts are: two share a letter if and only if they do not differ.
    @Test
    void theLettersSayExactlyWhatThePairsSay() {
        Random random = new Random(20261124);
        List<String> names = IntStream.range(0, 9).mapToObj(i -> "s" + i).toList();
        for (int round = 0; round < 50; round++) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                for (int k = i + 1; k < names.size(); k++) {
                    double p = random.nextBoolean() ? 0.01 : 0.5;
                    pairs.add(new Pair(names.get(i), names.get(k), p, p));
                }
            }

            Map<String, String> letters = Groups.of(new Differences(names, pairs));

            for (Pair pair : pairs) {
                String second = letters.get(pair.second());
                boolean shared =
                        letters.get(pair.first()).chars().anyMatch(c -> second.indexOf(c) >= 0);
                assertNotEquals(pair.differs(), shared, () -> pair + " " + letters);
            }
        }
    }
}
