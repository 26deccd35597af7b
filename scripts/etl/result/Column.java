package etl.result;

/// The columns of the summary, in their order. Design and formulas: `README.md`, "What a number
/// means".
///
/// The first four are the original's, with the original's formulas on the sums per instant.
public enum Column {
    IDLE_RAM_MIB("Idle_RAM_MiB", 2),
    PEAK_RAM_MIB("Peak_RAM_MiB", 2),
    AVG_RAM_MIB("Avg_RAM_MiB", 2),
    RAM_PER_JOB("RAM_Per_Job", 2),
    STEADY_RAM_MIB("Steady_RAM_MiB", 2),
    ANON_RAM_MIB("Anon_RAM_MiB", 2),
    GROWTH_MIB("Growth_MiB", 2),
    KERNEL_PEAK_MIB("Kernel_Peak_MiB", 2),
    CPU_S("CPU_s", 3),
    CPU_S_PER_JOB("CPU_s_per_Job", 3),
    IDLE_CPU_PERCENT("Idle_CPU_percent", 3),
    JOBS_EXPECTED("Jobs_Expected", 0),
    JOBS_FIRED("Jobs_Fired", 0),
    JOBS_MISSED("Jobs_Missed", 0),
    JOBS_DUPLICATE("Jobs_Duplicate", 0),
    JOBS_FAILED("Jobs_Failed", 0),
    LATENCY_P50_MS("Latency_p50_ms", 0),
    LATENCY_MAX_MS("Latency_max_ms", 0),
    LATENCY_P95_MS("Latency_p95_ms", 0),
    LEFT_OF_1GB_MIB("Left_of_1GB_MiB", 0),
    SMALLEST_MIB("Smallest_MiB", 0),
    LEFT_AT_SMALLEST_MIB("Left_at_Smallest_MiB", 0),
    FIND_BY_HAND_S("Find_by_Hand_s", 1),
    FIND_CLICKS("Find_Clicks", 0),
    FIND_BY_MACHINE_S("Find_by_Machine_s", 2),
    LOG_KEPT_OF_4("Log_kept_of_4", 0),
    LANGUAGES_OF_5("Languages_of_5", 0),
    READY_S("Ready_s", 1),
    FIRST_FIRE_S("First_Fire_s", 1),
    IMAGE_MIB("Image_MiB", 1),
    CONTAINERS("Containers", 0),
    WINDOW_S("Window_s", 1);

    private final String header;
    private final int decimals;

    Column(String header, int decimals) {
        this.header = header;
        this.decimals = decimals;
    }

    /// The name in the CSV's header.
    public String header() {
        return header;
    }

    /// Decimals in the CSV and in tables.
    public int decimals() {
        return decimals;
    }

    /// A value as it stands in the CSV; empty for `NaN`.
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return decimals == 0 ? Long.toString(Math.round(value)) : CsvCell.text(value, decimals);
    }

    /// The value that a reader of the CSV gets.
    double rounded(double value) {
        return Double.isNaN(value) ? value : Double.parseDouble(text(value));
    }
}
