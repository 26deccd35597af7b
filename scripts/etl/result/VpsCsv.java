package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// `vps.csv` of a result set: the smallest memory at which each system's whole stack works. It is
/// derived from the JSON files in `vps/`.
public final class VpsCsv {

    /// Name of the file in a result set.
    public static final String NAME = "vps.csv";

    /// The columns, in their order. Memory in MiB; `smallest_mib` is the limit of all containers
    /// together, `left_of_…` what the job can have beside it (negative: it does not fit),
    /// `peak_mib` the kernel's high-water mark without a limit, `breaks_at_mib` the largest limit
    /// that did not do and `breaks` the first thing that went wrong there, `cpu_s` what `window_s`
    /// took at the smallest limit.
    static final List<String> HEADER =
            List.of(
                    "system",
                    "title",
                    "version",
                    "source",
                    "smallest_mib",
                    "left_of_512_mib",
                    "left_of_1gb_mib",
                    "left_of_2gb_mib",
                    "peak_mib",
                    "breaks_at_mib",
                    "breaks",
                    "cpu_s",
                    "window_s",
                    "major_faults_per_s",
                    "engine_mib",
                    "one_cpu_at_1gb",
                    "trials");

    private VpsCsv() {}

    /// All searches of a set, in alphabetical order; none where it has no such folder.
    ///
    /// @throws Failure when one of the files is damaged
    public static List<VpsRecord> searches(Path set) {
        return ResultSet.records(set.resolve(VpsRecord.FOLDER), VpsRecord::read);
    }

    /// Writes the table anew.
    public static void write(Path set) {
        CsvText.write(set.resolve(NAME), text(set));
    }

    /// What the table has to say, smallest first; what was not found is empty and comes last.
    static String text(Path set) {
        return CsvText.of(
                HEADER,
                searches(set).stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        s -> s.search().smallestMib().orElse(Double.MAX_VALUE)))
                        .map(VpsCsv::cells)
                        .toList());
    }

    private static List<String> cells(VpsRecord record) {
        LimitSearch search = record.search();
        Trial free = search.free().orElse(null);
        Trial confirmed = search.confirmed().orElse(null);
        Trial below = search.below().orElse(null);
        List<String> cells = new ArrayList<>();
        cells.add(record.system());
        cells.add(record.title() == null ? record.system() : record.title());
        cells.add(record.version() == null ? "" : record.version());
        cells.add(record.source());
        cells.add(whole(search.smallestMib().orElse(null)));
        cells.add(whole(record.leftMib(512)));
        cells.add(whole(record.leftMib(1024)));
        cells.add(whole(record.leftMib(2048)));
        cells.add(free == null ? "" : whole(free.peakMib()));
        cells.add(below == null ? "" : whole(below.limitMib()));
        cells.add(breaks(free, below));
        cells.add(confirmed == null ? "" : text(confirmed.cpuS(), 2));
        cells.add(confirmed == null ? "" : text(confirmed.windowS(), 1));
        cells.add(confirmed == null ? "" : text(confirmed.majorFaultsPerS(), 1));
        cells.add(confirmed == null ? "" : text(confirmed.engineMib(), 1));
        cells.add(search.oneCpu().map(t -> t.works() ? "works" : t.breaks()).orElse(""));
        cells.add(Integer.toString(record.trials().size()));
        return cells;
    }

    /// A stack that fails where nothing limits it has no smallest memory, but a reason.
    private static String breaks(Trial free, Trial below) {
        if (free != null && !free.works()) {
            return "without a limit: " + free.breaks();
        }
        return below == null ? "" : below.breaks();
    }

    private static String whole(Double value) {
        return value == null ? "" : Long.toString(Math.round(value));
    }

    private static String whole(OptionalDouble value) {
        return value.isEmpty() ? "" : Long.toString(Math.round(value.getAsDouble()));
    }

    private static String text(Double value, int decimals) {
        return value == null ? "" : CsvCell.text(value, decimals);
    }
}
