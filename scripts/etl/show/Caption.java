package etl.show;

import etl.Failure;
import etl.result.Run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The line under a picture that says where its numbers come from: machine, engine and date of the
/// runs. Captures without run JSON are credited with the line `Source: …` of the README beside
/// them.
public final class Caption {

    private static final String SOURCE = "Source: ";

    private Caption() {}

    /// @param folder the result set
    /// @param runs what stands in the run JSONs; empty where there is none
    public static String of(Path folder, Collection<Run> runs) {
        List<String> parts = new ArrayList<>();
        parts.addAll(runs.stream().map(Caption::machine).distinct().toList());
        if (parts.size() > 2) {
            parts = new ArrayList<>(List.of(parts.size() + " different machines"));
        }
        String dates = dates(runs);
        if (!dates.isEmpty()) {
            parts.add(dates);
        }
        parts.removeIf(String::isEmpty);
        if (!parts.isEmpty()) {
            return "Measured on " + String.join("; ", parts) + ".";
        }
        return source(folder.resolve("README.md"));
    }

    private static String source(Path readme) {
        if (!Files.isRegularFile(readme)) {
            return "Machine and date were not recorded.";
        }
        try {
            for (String line : Files.readAllLines(readme)) {
                if (line.startsWith(SOURCE)) {
                    return line.replace("`", "");
                }
            }
            return "Machine and date were not recorded.";
        } catch (IOException e) {
            throw new Failure(readme + ": cannot be read: " + e, e);
        }
    }

    private static String machine(Run run) {
        List<String> facts = new ArrayList<>();
        Run.Machine machine = run.machine();
        if (machine != null) {
            add(facts, machine.cpuModel());
            add(facts, machine.cores() == null ? null : plural(machine.cores(), "core"));
            add(facts, machine.memoryMib() == null ? null : memory(machine.memoryMib()));
            add(facts, machine.operatingSystem());
        }
        Run.Engine engine = run.engine();
        if (engine != null && engine.version() != null) {
            add(facts, "Docker Engine " + engine.version());
        }
        return String.join(", ", facts);
    }

    private static void add(List<String> facts, String fact) {
        if (fact != null && !fact.isBlank()) {
            facts.add(fact.strip().replaceAll("\\s+", " "));
        }
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String memory(double mib) {
        return mib < 2048
                ? String.format(Locale.ROOT, "%.0f MiB RAM", mib)
                : String.format(Locale.ROOT, "%.1f GiB RAM", mib / 1024);
    }

    /// The days of the windows, `2026-03-01` or `2026-03-01 to 2026-03-02`, in UTC.
    private static String dates(Collection<Run> runs) {
        List<LocalDate> days =
                runs.stream()
                        .map(Run::window)
                        .filter(Objects::nonNull)
                        .map(Run.Window::start)
                        .filter(Objects::nonNull)
                        .map((Instant start) -> LocalDate.ofInstant(start, ZoneOffset.UTC))
                        .distinct()
                        .sorted()
                        .toList();
        if (days.isEmpty()) {
            return "";
        }
        return days.size() == 1 ? days.getFirst() + "" : days.getFirst() + " to " + days.getLast();
    }
}
