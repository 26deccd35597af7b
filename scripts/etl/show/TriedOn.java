package etl.show;

import etl.result.Run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The day and the kernel of something that was tried apart from the captures of a set: the machine
/// is the same, but it may have been updated in between.
///
/// @param began when it was begun
/// @param machine may be null, and may not know its kernel
record TriedOn(Instant began, Run.Machine machine) {

    /// Of a capture; empty where its run JSON does not say when it began.
    static Optional<TriedOn> of(Run run) {
        return Optional.ofNullable(run.window())
                .map(Run.Window::start)
                .map(start -> new TriedOn(start, run.machine()));
    }

    /// In one sentence: `Tried on 2026-11-29 under Linux 6.18.`; empty where nothing is known.
    static String note(Stream<TriedOn> all) {
        Map<String, TreeSet<LocalDate>> days =
                all.collect(
                        Collectors.groupingBy(
                                TriedOn::system,
                                TreeMap::new,
                                Collectors.mapping(
                                        TriedOn::day, Collectors.toCollection(TreeSet::new))));
        return days.isEmpty()
                ? ""
                : days.entrySet().stream()
                        .map(e -> "on " + listed(e.getValue()) + e.getKey())
                        .collect(Collectors.joining("; ", "Tried ", "."));
    }

    private static String listed(TreeSet<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(began, ZoneOffset.UTC);
    }

    private String system() {
        return machine == null || machine.kernel() == null
                ? ""
                : " under %s %s".formatted(machine.operatingSystem(), machine.kernel());
    }
}
