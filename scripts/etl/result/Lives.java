package etl.result;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which life of a container a reading belongs to, from the run JSON. Without one, every container
/// has one life that began before the window and is never over.
final class Lives {

    private final Map<String, List<Run.Life>> byName;

    Lives(Run run) {
        byName =
                run == null || run.containers() == null
                        ? Map.of()
                        : run.containers().stream()
                                .sorted(Comparator.comparingDouble(Run.Life::fromS))
                                .collect(Collectors.groupingBy(Run.Life::name));
    }

    /// 0 for the first life, 1 after the first restart …
    int number(String container, double elapsedS) {
        List<Run.Life> lives = byName.getOrDefault(container, List.of());
        int number = 0;
        while (number + 1 < lives.size() && lives.get(number + 1).fromS() <= elapsedS) {
            number++;
        }
        return number;
    }

    /// How many lives of a container are known.
    int count(String container) {
        return byName.getOrDefault(container, List.of()).size();
    }

    /// That life began after the window did.
    boolean bornInside(String container, double elapsedS) {
        List<Run.Life> lives = byName.getOrDefault(container, List.of());
        return !lives.isEmpty() && lives.get(number(container, elapsedS)).fromS() > 0;
    }

    /// The containers of the run, also those that never answered.
    Set<String> names() {
        return byName.keySet();
    }

    /// The container belongs into a complete instant: it runs, or it stopped without having ended
    /// by itself with exit code 0. Not before it was started.
    boolean isExpected(String container, double elapsedS) {
        List<Run.Life> lives = byName.getOrDefault(container, List.of());
        if (lives.isEmpty()) {
            return true;
        }
        Run.Life life = lives.get(number(container, elapsedS));
        boolean ended = life.toS() != null && life.toS() <= elapsedS;
        boolean well = life.exitCode() != null && life.exitCode() == 0;
        return life.fromS() <= elapsedS && !(ended && well);
    }
}
