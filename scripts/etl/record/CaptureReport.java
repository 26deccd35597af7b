package etl.record;

import etl.result.Fire;
import etl.result.Jobs;
import etl.result.Run;
import etl.result.Statistics;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a capture saw, in five lines for the person who started it.
///
/// @param samples the raw CSV
public record CaptureReport(Path samples, Session.Outcome outcome) {

    /// Instants, window, peak, fires, next command.
    public List<String> lines() {
        return List.of(
                "instants  " + instants(),
                "window    " + window(),
                "peak      " + peak(),
                "fires     " + fires(),
                "next      jbang analysis.java " + folder());
    }

    private String instants() {
        Run.Interval gaps = outcome.run().interval();
        return text(
                "%d in %s, every %.1f ms (p95 %.1f), %d missed, by %s",
                gaps.instants(),
                samples,
                orNaN(gaps.p50Ms()),
                orNaN(gaps.p95Ms()),
                gaps.missed(),
                outcome.run().sampler());
    }

    private String window() {
        Run.Window window = outcome.run().window();
        return text(
                "%.1f s of %.0f s from %s, ended: %s",
                window.keptS(), window.plannedS(), window.start(), outcome.run().termination());
    }

    private String peak() {
        Run.Recorder recorder = outcome.run().recorder();
        return text(
                "%s; the recorder itself used %.2f s CPU, %.0f MiB",
                Double.isNaN(outcome.peakMib())
                        ? "unknown, no instant was complete"
                        : text("%.1f MiB sampled", outcome.peakMib()),
                recorder.captureCpuS(),
                orNaN(recorder.peakRssMib()));
    }

    private String fires() {
        List<Fire> fires = outcome.fires();
        if (fires == null && outcome.run().termination().equals(Session.ENGINE_LOST)) {
            return "unknown: the engine that holds the ledger does not answer any more";
        }
        if (fires == null) {
            return "unknown: the stack has no ledger at /runs, so nothing proves that the job ran";
        }
        Jobs jobs = Jobs.of(fires);
        double[] latencies = Jobs.latenciesMs(fires);
        return text(
                "%d expected, %d seen, %d missed, %d failed%s",
                jobs.expected(),
                jobs.fired(),
                jobs.missed(),
                jobs.failed(),
                latencies.length == 0
                        ? ""
                        : text(
                                "; %.0f to %.0f ms after %s",
                                Statistics.min(latencies),
                                Statistics.max(latencies),
                                outcome.run().periodS() == 60 ? "the minute" : "they were due"));
    }

    private Path folder() {
        return samples.getParent() == null ? Path.of(".") : samples.getParent();
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
