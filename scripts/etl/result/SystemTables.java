package etl.result;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The tables of a set that are derived from its records of whole systems: what the smallest memory
/// is, how a log is found, how languages are taken.
public enum SystemTables {
    VPS(VpsCsv.NAME, VpsRecord.FOLDER, VpsCsv::text),
    AUDIT(AuditCsv.NAME, AuditRecord.FOLDER, AuditCsv::text),
    POLYGLOT(PolyglotCsv.NAME, PolyglotRecord.FOLDER, PolyglotCsv::text);

    private final String table;
    private final String folder;
    private final Function<Path, String> text;

    /// @param folder of the records; the script that makes them has its name
    SystemTables(String table, String folder, Function<Path, String> text) {
        this.table = table;
        this.folder = folder;
        this.text = text;
    }

    /// Writes those of which a set has records.
    ///
    /// @return what was written
    /// @throws Failure when a record is damaged, with file and line; its table stays as it was
    public static List<Path> write(Path set) {
        List<Path> written = new ArrayList<>();
        for (SystemTables each : values()) {
            if (each.hasRecords(set)) {
                Path file = set.resolve(each.table);
                CsvText.write(file, each.text.apply(set));
                written.add(file);
            }
        }
        return List.copyOf(written);
    }

    /// The one with this file name.
    static Optional<SystemTables> named(String name) {
        return Arrays.stream(values()).filter(each -> each.table.equals(name)).findFirst();
    }

    /// Checks all of a folder, and whether the evidence of the 3 AM test is there.
    ///
    /// @return whether it has any; most folders have none
    static boolean check(Path set, Findings findings) {
        boolean any = false;
        for (SystemTables each : values()) {
            if (Files.exists(set.resolve(each.table)) || each.hasRecords(set)) {
                each.compare(set, findings);
                any = true;
            }
        }
        return any;
    }

    /// A system's folder has a `polyglot` as well, and a set may have one of these names itself.
    private boolean hasRecords(Path set) {
        Path records = set.resolve(folder);
        return !Files.exists(set.resolve("compose.yml"))
                && !Files.exists(records.resolve(SuiteRecord.NAME))
                && !ResultSet.records(records, Path::getFileName).isEmpty();
    }

    /// Compares the table with its records, line by line.
    void compare(Path set, Findings findings) {
        Path file = set.resolve(table);
        Path records = set.resolve(folder);
        if (!hasRecords(set)) {
            findings.problem(file, 0, "there are no records in " + records + " that say the same");
            return;
        }
        try {
            List<String> said = text.apply(set).lines().toList();
            if (!Files.exists(file)) {
                findings.problem(file, 0, "is missing; write it: ./jbangw analysis " + set);
            } else {
                differing(said, Files.readAllLines(file))
                        .ifPresent(
                                line ->
                                        findings.problem(
                                                file,
                                                line,
                                                "is not what the records in %s say; write it anew: ./jbangw analysis %s"
                                                        .formatted(records, set)));
            }
            if (this == AUDIT) {
                evidence(set, findings);
            }
        } catch (Failure damaged) {
            findings.problem(damaged(records, damaged), damaged);
        } catch (IOException e) {
            findings.problem(file, 0, "cannot be read: " + e.getMessage());
        }
    }

    /// The first line, counted from 1, that is another one.
    private static Optional<Integer> differing(List<String> said, List<String> stands) {
        int same = 0;
        while (same < Math.min(said.size(), stands.size())
                && said.get(same).equals(stands.get(same))) {
            same++;
        }
        return same < Math.max(said.size(), stands.size())
                ? Optional.of(same + 1)
                : Optional.empty();
    }

    /// The record that a reader has complained about.
    private static Path damaged(Path records, Failure failure) {
        return ResultSet.list(records).stream()
                .filter(file -> failure.getMessage().startsWith(file + ": "))
                .findFirst()
                .orElse(records);
    }

    private static void evidence(Path set, Findings findings) {
        for (AuditRecord test : AuditCsv.tests(set)) {
            Path record = set.resolve(AuditRecord.FOLDER).resolve(test.system() + ".json");
            test.looks().stream()
                    .flatMap(look -> look.evidence().stream())
                    .filter(picture -> !Files.exists(set.resolve(picture)))
                    .forEach(
                            picture ->
                                    findings.problem(
                                            record, 0, "its evidence " + picture + " is gone"));
        }
    }
}
