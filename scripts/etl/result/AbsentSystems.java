package etl.result;

import etl.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The systems that a set's suites were to measure and that have no capture. A set may be made in
/// several goes: the record of an earlier one lies in `aside/`.
final class AbsentSystems {

    private static final String ASIDE = "aside";

    private AbsentSystems() {}

    /// @param measured systems that have a capture
    /// @return by system, the reason as the latest suite that knew the system says it
    static Map<String, String> of(Path set, Set<String> measured) {
        Map<String, String> absent = new TreeMap<>();
        Path aside = set.resolve(ASIDE);
        if (Files.isDirectory(aside)) {
            ResultSet.list(aside).stream()
                    .filter(file -> file.getFileName().toString().endsWith("-" + SuiteRecord.NAME))
                    .forEach(file -> addReadable(file, absent));
        }
        Path latest = set.resolve(SuiteRecord.NAME);
        if (Files.exists(latest)) {
            add(SuiteRecord.read(latest), absent);
        }
        absent.keySet().removeAll(measured);
        return absent;
    }

    /// The suite names a run `run-2/cron`, or `cron` where there is one repeat.
    static String system(String run) {
        return run.substring(run.lastIndexOf('/') + 1);
    }

    private static void addReadable(Path file, Map<String, String> absent) {
        try {
            add(SuiteRecord.read(file), absent);
        } catch (Failure e) {
            // a suite that could not read it either has put it aside: it says nothing
        }
    }

    private static void add(SuiteRecord suite, Map<String, String> absent) {
        String reason =
                suite.ended() == null
                        ? "the suite has not come to it"
                        : "its capture is not in the set";
        orNone(suite.order()).forEach(run -> absent.put(system(run), reason));
        orNone(suite.failures())
                .forEach(f -> absent.put(system(f.run()), f.phase() + ": " + f.reason()));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
