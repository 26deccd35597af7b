package etl.result;

import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/// One capture as it was read from its files.
///
/// @param files where it came from
/// @param timeline the samples, summed per instant; null where only its measures were wanted
/// @param measures what the summary needs of the timeline
/// @param fires null where no jobs CSV stands beside the samples
/// @param run null where no run JSON stands beside the samples
public record Capture(
        CaptureFiles files, Timeline timeline, Measures measures, List<Fire> fires, Run run) {

    public Capture(CaptureFiles files, Timeline timeline, List<Fire> fires, Run run) {
        this(files, timeline, Measures.of(timeline, fires), fires, run);
    }

    /// Reads every instant into memory, for a chart.
    ///
    /// @param warnings is told what does not stop the analysis: a torn last line, a run that was
    ///   cut
    public static Capture read(CaptureFiles files, Consumer<String> warnings) {
        Run run = run(files);
        List<Fire> fires = fires(files);
        Timeline.Builder timeline = new Timeline.Builder(run);
        SamplesCsv.read(files.samples(), timeline::add, warnings);
        return checked(new Capture(files, timeline.build(), fires, run), warnings);
    }

    /// Reads the measures only: memory does not grow with the capture.
    ///
    /// @param warnings as for [#read]
    public static Capture measure(CaptureFiles files, Consumer<String> warnings) {
        Run run = run(files);
        List<Fire> fires = fires(files);
        Measures.Builder measures = new Measures.Builder(fires);
        Instants instants = new Instants(run, measures::add);
        SamplesCsv.read(files.samples(), instants::add, warnings);
        instants.end();
        Measures all =
                measures.build(
                        instants.cpuS(), instants.kernelPeakMib(), instants.containers().size());
        return checked(new Capture(files, null, all, fires, run), warnings);
    }

    private static Run run(CaptureFiles files) {
        return Files.exists(files.run()) ? RunFile.read(files.run()) : null;
    }

    private static List<Fire> fires(CaptureFiles files) {
        return Files.exists(files.jobs()) ? JobsCsv.read(files.jobs()) : null;
    }

    private static Capture checked(Capture capture, Consumer<String> warnings) {
        if (capture.wasCut()) {
            warnings.accept(
                    "%s: the capture did not end normally (%s%s)"
                            .formatted(
                                    capture.files.run(),
                                    capture.run.termination(),
                                    capture.fires == null ? ", no jobs CSV" : ""));
        }
        return capture;
    }

    /// Whether the recorder was killed or interrupted, or the stack died.
    boolean wasCut() {
        return run != null && !"normal".equals(run.termination());
    }

    /// Whether the window came to its end, as far as the run JSON tells.
    public boolean isWhole() {
        return !wasCut();
    }

    public String system() {
        return files.system();
    }

    /// Whether the samples are in the original's format, which has clock times without a date.
    public boolean isOriginalFormat() {
        return !measures.timed();
    }

    /// Name for people: the title of the system's folder, else the file's name.
    public String title() {
        return run != null && run.title() != null ? run.title() : system();
    }
}
