package etl.result;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The formulas of the summary: one capture in, one number per column out. What cannot be computed
/// is `NaN`, and where a reader would wonder, a warning says why.
///
/// @param statedJobs what the peak of a capture without jobs CSV is divided by; `NaN` where nobody
///   states it. The original always divided by 5 and never looked whether a job ran: a capture in
///   its format is divided by 5 then, one in ours is not divided
/// @param osShareMib what the operating system itself takes of a 1 GB machine: stated, not measured
/// @param warnings is told what a reader should know about a capture's samples
public record Formulas(double statedJobs, double osShareMib, Consumer<Problem> warnings) {

    /// The jobs that the original's formula assumes.
    static final double ORIGINAL_JOBS = 5;

    /// Above this share of the steady value the memory is still growing.
    private static final double NOT_STEADY = 0.02;

    /// Whether the idle memory stayed where it was.
    ///
    /// @param growthMib over one window, or an hour where that is longer
    public static boolean isSteady(double growthMib, double steadyMib) {
        return !(Math.abs(growthMib) > NOT_STEADY * steadyMib);
    }

    /// The summary of one system from its captures (repeats).
    public Summary summary(List<Capture> captures) {
        List<Map<Column, Double>> numbers = captures.stream().map(this::numbers).toList();
        Outliers.of(captures, numbers).forEach(warnings);
        return Summary.of(captures, numbers);
    }

    Map<Column, Double> numbers(Capture capture) {
        Map<Column, Double> row = new EnumMap<>(Column.class);
        Measures measures = capture.measures();
        if (measures.complete() == 0) {
            warn(capture, "no instant is complete: no memory figures");
        } else if (measures.complete() < measures.instants()) {
            long lost = measures.instants() - measures.complete();
            warn(capture, lost + " instants lack a container and are not summed");
        }
        row.put(Column.IDLE_RAM_MIB, measures.leastMib());
        row.put(Column.PEAK_RAM_MIB, measures.mostMib());
        row.put(Column.AVG_RAM_MIB, measures.meanMib());
        row.put(Column.KERNEL_PEAK_MIB, measures.kernelPeakMib());
        row.put(Column.CPU_S, measures.cpuS());
        row.put(Column.CONTAINERS, (double) measures.containers());
        row.put(Column.WINDOW_S, measures.lengthS());
        jobs(capture, row);
        idle(capture, row);
        context(capture, row);
        return row;
    }

    private void jobs(Capture capture, Map<Column, Double> row) {
        double fired = statedJobs;
        if (capture.fires() == null) {
            if (Double.isNaN(statedJobs) && capture.isOriginalFormat()) {
                fired = ORIGINAL_JOBS;
            }
            if (!capture.wasCut()) {
                warn(
                        capture,
                        "no jobs CSV: nothing proves that the job ran; RAM_Per_Job "
                                + (Double.isNaN(fired)
                                        ? "is left out (--jobs N states the number)"
                                        : "divides by "
                                                + Math.round(fired)
                                                + " jobs, stated, not counted"));
            }
        } else {
            Jobs jobs = Jobs.of(capture.fires());
            double[] latencies = Jobs.latenciesMs(capture.fires());
            fired = jobs.fired();
            row.put(Column.JOBS_EXPECTED, (double) jobs.expected());
            row.put(Column.JOBS_FIRED, fired);
            row.put(Column.JOBS_MISSED, (double) jobs.missed());
            row.put(Column.JOBS_DUPLICATE, (double) jobs.duplicate());
            row.put(Column.JOBS_FAILED, (double) jobs.failed());
            row.put(Column.LATENCY_P50_MS, Statistics.median(latencies));
            row.put(Column.LATENCY_MAX_MS, Statistics.max(latencies));
            row.put(Column.CPU_S_PER_JOB, fired > 0 ? row.get(Column.CPU_S) / fired : Double.NaN);
            if (fired == 0) {
                warn(capture, "no job fired in the window: nothing is divided by jobs");
            }
        }
        row.put(Column.RAM_PER_JOB, fired > 0 ? row.get(Column.PEAK_RAM_MIB) / fired : Double.NaN);
    }

    private void idle(Capture capture, Map<Column, Double> row) {
        Idle idle = capture.measures().idle();
        double steady = idle.steadyMib();
        double windowS = capture.measures().lengthS();
        double growth = idle.growthMibPerS() * (windowS < 3600 ? windowS : 3600);
        row.put(Column.STEADY_RAM_MIB, steady);
        row.put(Column.ANON_RAM_MIB, idle.anonMib());
        row.put(Column.IDLE_CPU_PERCENT, idle.cpuPercent());
        row.put(Column.GROWTH_MIB, growth);
        if (!isSteady(growth, steady)) {
            String span = windowS < 3600 ? "over the window" : "an hour";
            warn(
                    capture,
                    "not steady: memory moved by %s MiB %s at %s MiB"
                            .formatted(CsvCell.text(growth, 2), span, CsvCell.text(steady, 2)));
        }
    }

    private void context(Capture capture, Map<Column, Double> row) {
        Run run = capture.run();
        if (run == null) {
            return;
        }
        if (run.engineCost() != null && run.engineCost().pssMib() != null) {
            double engine = run.engineCost().pssMib();
            double peak = row.get(Column.PEAK_RAM_MIB);
            row.put(Column.LEFT_OF_1GB_MIB, SmallServer.ONE_GB_MIB - osShareMib - engine - peak);
        }
        row.put(Column.READY_S, run.secondsFromUp(run.phaseEnd("ready")));
        row.put(Column.FIRST_FIRE_S, run.secondsFromUp(run.firstFire()));
        row.put(Column.IMAGE_MIB, imageMib(run));
        if (run.warnings() != null) {
            run.warnings().forEach(warning -> warn(capture, warning));
        }
    }

    /// Disk that the images take; one that two services share counts once.
    private static double imageMib(Run run) {
        if (run.images() == null || run.images().isEmpty()) {
            return Double.NaN;
        }
        Map<String, Double> sizes = new HashMap<>();
        run.images()
                .forEach(i -> sizes.put(i.id(), i.sizeMib() == null ? Double.NaN : i.sizeMib()));
        return sizes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void warn(Capture capture, String what) {
        warnings.accept(new Problem(capture.files().samples(), 0, what));
    }
}
