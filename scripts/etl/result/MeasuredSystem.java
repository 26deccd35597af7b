package etl.result;

import java.util.List;

/// One system of a set with all that was read and computed of it.
///
/// @param row its line of the summary
/// @param summary the values of the single captures behind the row
/// @param captures in the order of the repeats
/// @param notes per capture, what a reader should know about it
/// @param failures what the suite says of repeats that did not come to an end
public record MeasuredSystem(
        SummaryCsv.Row row,
        Summary summary,
        List<Capture> captures,
        List<List<String>> notes,
        List<SuiteRecord.Fault> failures) {

    /// Name of its files.
    public String system() {
        return row.system();
    }

    /// The engine's own memory beside this system: median over the runs, MiB; `NaN` where no run
    /// has it.
    public double engineMib() {
        return Statistics.median(
                captures.stream()
                        .map(Capture::run)
                        .filter(run -> run != null && run.engineCost() != null)
                        .map(run -> run.engineCost().pssMib())
                        .filter(mib -> mib != null)
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }
}
