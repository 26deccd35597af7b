package etl.result;

import etl.result.AuditRecord.By;
import etl.result.AuditRecord.Condition;
import etl.result.AuditRecord.Look;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The numbers of a set that belong to a system as a whole and to none of its captures.
public final class SystemNumbers {

    private final Map<String, Map<Column, Double>> numbers = new HashMap<>();

    private SystemNumbers() {}

    /// Reads them; a set need not have any.
    ///
    /// @throws etl.Failure when one of the files is damaged
    public static SystemNumbers of(Path set) {
        SystemNumbers all = new SystemNumbers();
        for (VpsRecord search : VpsCsv.searches(set)) {
            Map<Column, Double> row = all.row(search.system());
            search.search().smallestMib().ifPresent(mib -> row.put(Column.SMALLEST_MIB, mib));
            search.leftMib(SmallServer.SOLD_AS_MIB)
                    .ifPresent(mib -> row.put(Column.LEFT_AT_SMALLEST_MIB, mib));
        }
        for (AuditRecord test : AuditCsv.tests(set)) {
            Map<Column, Double> row = all.row(test.system());
            found(test, By.HAND)
                    .ifPresent(
                            look -> {
                                row.put(Column.FIND_BY_HAND_S, look.seconds());
                                row.put(Column.FIND_CLICKS, (double) look.clicks());
                            });
            found(test, By.MACHINE)
                    .ifPresent(look -> row.put(Column.FIND_BY_MACHINE_S, look.seconds()));
            test.keptIn().ifPresent(kept -> row.put(Column.LOG_KEPT_OF_4, (double) kept));
        }
        for (PolyglotRecord languages : PolyglotCsv.records(set)) {
            if (languages.notBuilt().isEmpty()) {
                all.row(languages.system())
                        .put(Column.LANGUAGES_OF_5, (double) languages.thoseThatRun());
            }
        }
        return all;
    }

    private static Optional<Look> found(AuditRecord test, By by) {
        return test.look(Condition.FRESH, by).filter(Look::found);
    }

    private Map<Column, Double> row(String system) {
        return numbers.computeIfAbsent(system, s -> new EnumMap<>(Column.class));
    }

    /// The summary of a system's captures with them.
    public Summary addTo(Summary summary) {
        return summary.with(numbers.getOrDefault(summary.system(), Map.of()));
    }
}
