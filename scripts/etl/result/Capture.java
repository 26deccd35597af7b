package etl.result;

import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/// One capture as it was read from its files.
///
/// @param files where it came from
/// @param timeline the samples, summed per instant
/// @param fires null where no jobs CSV stands beside the samples
/// @param run null where no run JSON stands beside the samples
public record Capture(CaptureFiles files, Timeline timeline, List<Fire> fires, Run run) {

    /// @param warnings is told what does not stop the analysis: a torn last line, a run that was
    ///   cut
    public static Capture read(CaptureFiles files, Consumer<String> warnings) {
        Run run = Files.exists(files.run()) ? RunFile.read(files.run()) : null;
        List<Fire> fires = Files.exists(files.jobs()) ? JobsCsv.read(files.jobs()) : null;
        Timeline.Builder timeline = new Timeline.Builder(run);
        SamplesCsv.read(files.samples(), timeline::add, warnings);
        Capture capture = new Capture(files, timeline.build(), fires, run);
        if (capture.wasCut()) {
            warnings.accept(
                    "%s: the capture did not end normally (%s%s)"
                            .formatted(
                                    files.run(),
                                    run.termination(),
                                    fires == null ? ", no jobs CSV" : ""));
        }
        return capture;
    }

    /// Whether the recorder was killed or interrupted, or the stack died.
    boolean wasCut() {
        return run != null && !"normal".equals(run.termination());
    }

    public String system() {
        return files.system();
    }

    /// Whether the samples are in the original's format, which has clock times without a date.
    public boolean isOriginalFormat() {
        return timeline.instants().getFirst().timestamp() == null;
    }

    /// Name for people: the title of the system's folder, else the file's name.
    public String title() {
        return run != null && run.title() != null ? run.title() : system();
    }
}
