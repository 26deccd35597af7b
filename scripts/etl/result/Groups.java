package etl.result;

import etl.result.Differences.Pair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Systems that cannot be told apart share a letter, systems that differ share none: a compact
/// letter display by the insert-and-absorb algorithm of Piepho, *Journal of Computational and
/// Graphical Statistics* 13 (2004), pages 456–466. `a` goes to the group with the smallest median.
final class Groups {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Groups() {}

    /// The letters of every system that was compared; empty where there was no pair to compare.
    static Map<String, String> of(Differences differences) {
        Map<String, String> letters = new HashMap<>();
        if (differences.pairs().isEmpty()) {
            return letters;
        }
        List<String> systems = differences.systems();
        List<TreeSet<Integer>> groups = groups(differences);
        for (int i = 0; i < groups.size(); i++) {
            for (int member : groups.get(i)) {
                letters.merge(systems.get(member), letter(i), String::concat);
            }
        }
        return letters;
    }

    /// Members by their place in the order of medians; the groups in the order of their members.
    private static List<TreeSet<Integer>> groups(Differences differences) {
        List<String> systems = differences.systems();
        List<TreeSet<Integer>> groups = new ArrayList<>();
        groups.add(new TreeSet<>(IntStream.range(0, systems.size()).boxed().toList()));
        for (Pair pair : differences.pairs()) {
            if (pair.differs()) {
                int first = systems.indexOf(pair.first());
                int second = systems.indexOf(pair.second());
                groups = absorbed(split(groups, first, second));
            }
        }
        Comparator<TreeSet<Integer>> byMembers =
                Comparator.comparing(group -> new ArrayList<>(group), Groups::compare);
        groups.sort(byMembers);
        return groups;
    }

    /// Insert: a group that connects two that differ becomes two groups, each without one of them.
    private static List<TreeSet<Integer>> split(
            List<TreeSet<Integer>> groups, int first, int second) {
        List<TreeSet<Integer>> split = new ArrayList<>();
        for (TreeSet<Integer> group : groups) {
            if (group.contains(first) && group.contains(second)) {
                TreeSet<Integer> withoutFirst = new TreeSet<>(group);
                withoutFirst.remove(first);
                split.add(withoutFirst);
                group.remove(second);
            }
            split.add(group);
        }
        return split;
    }

    /// Absorb: a group that lies within another says nothing of its own.
    private static List<TreeSet<Integer>> absorbed(List<TreeSet<Integer>> groups) {
        List<TreeSet<Integer>> kept = new ArrayList<>();
        for (TreeSet<Integer> group : groups) {
            if (kept.stream().noneMatch(k -> k.containsAll(group))) {
                kept.removeIf(group::containsAll);
                kept.add(group);
            }
        }
        return kept;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return Integer.compare(a.get(i), b.get(i));
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /// `a` … `Z`, then `a2` …
    private static String letter(int group) {
        String letter = LETTERS.substring(group % LETTERS.length(), group % LETTERS.length() + 1);
        int round = group / LETTERS.length() + 1;
        return round == 1 ? letter : letter + round;
    }
}
