package etl.record;

import etl.Failure;
import etl.result.Run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/// The machine that a result set is of: it names the set, and no other adds to it.
public final class SetMachine {

    private static final double MEMORY_TOLERANCE = 0.01;

    private SetMachine() {}

    /// `<date>-<cores>-core-<processor>`, for a set that nobody named.
    public static String defaultName(Instant now) {
        Host host = Host.local();
        return "%s-%.0f-core-%s"
                .formatted(
                        DateTimeFormatter.ISO_LOCAL_DATE.format(now.atZone(ZoneOffset.UTC)),
                        host.cores(),
                        host.cpuModel().map(SetMachine::processor).orElse("cpu"));
    }

    /// A processor's name for a folder, without what every processor says of itself.
    static String processor(String model) {
        return model.toLowerCase(Locale.ROOT)
                .replaceAll("\\((r|tm)\\)|\\b(processor|cpu)\\b", " ")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /// The folder of a set: the one that was named, or one of this day and machine in `results/`.
    ///
    /// @param named null where nobody named one
    public static Path folder(Systems systems, Path named) {
        return named != null
                ? named
                : systems.root().resolve("results").resolve(defaultName(Instant.now()));
    }

    /// What this machine says about itself.
    static Run.Machine facts() {
        Host host = Host.local();
        return new Run.Machine(
                System.getProperty("os.name"),
                host.kernel().orElse(null),
                host.cpuModel().orElse(null),
                Runtime.getRuntime().availableProcessors(),
                whole(host.memoryMib()),
                whole(host.swapMib()),
                Runtime.version().toString());
    }

    private static Double whole(double value) {
        return Double.isNaN(value) ? null : (Double) (double) Math.round(value);
    }

    /// @throws Failure when a capture of the set was made elsewhere
    static void requireSame(Path folder, Run run) {
        Host host = Host.local();
        Run.Machine theirs = run.machine();
        if (theirs == null) {
            throw new Failure(folder + ": does not say on which machine it was measured");
        }
        boolean same =
                Objects.equals(theirs.cpuModel(), host.cpuModel().orElse(null))
                        && Objects.equals(
                                theirs.cores(), Runtime.getRuntime().availableProcessors())
                        && isSameMemory(theirs.memoryMib(), host.memoryMib());
        if (!same) {
            throw new Failure(
                    "%s: was measured on another machine (%s, %d cores, %.0f MiB); name another --out"
                            .formatted(
                                    folder, theirs.cpuModel(), theirs.cores(), theirs.memoryMib()));
        }
    }

    /// What a kernel keeps for itself is not in this number and differs between its versions.
    static boolean isSameMemory(Double theirs, double ours) {
        return theirs == null
                ? Double.isNaN(ours)
                : Math.abs(ours - theirs) <= MEMORY_TOLERANCE * theirs;
    }
}
