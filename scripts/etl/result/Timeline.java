package etl.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A capture folded into one value per instant: the sum over the containers of the stack.
///
/// An instant in which a container is missing (it runs by the run JSON or was there before, does
/// not answer and did not exit 0) keeps its time but has no sums (`NaN`): it is not counted as if
/// complete.
///
/// @param instants in the order of time
/// @param cpuS CPU time of the stack in the window; `NaN` where the file has no counter
/// @param kernelPeakMib sum of the containers' high-water marks; `NaN` where there is none
/// @param containers names seen, in order of appearance
public record Timeline(
        List<Point> instants, double cpuS, double kernelPeakMib, List<String> containers) {

    /// @param timestamp null in the original's format
    /// @param cpuS CPU time of the stack since the first instant
    public record Point(
            Instant timestamp, double elapsedS, double memoryMib, double anonMib, double cpuS) {

        public boolean isComplete() {
            return !Double.isNaN(memoryMib);
        }
    }

    /// Seconds from the first instant to the last.
    public double lengthS() {
        return instants.getLast().elapsedS() - instants.getFirst().elapsedS();
    }

    /// The instants that are complete.
    public List<Point> complete() {
        return instants.stream().filter(Point::isComplete).toList();
    }

    /// Gathers the instants as samples are read; memory grows with the instants, not with the rows.
    public static final class Builder {

        private final List<Point> points = new ArrayList<>();
        private final Instants instants;

        /// @param run tells restarts and clean exits; null where there is none
        public Builder(Run run) {
            instants = new Instants(run, points::add);
        }

        public void add(Sample sample) {
            instants.add(sample);
        }

        public Timeline build() {
            instants.end();
            return new Timeline(
                    List.copyOf(points),
                    instants.cpuS(),
                    instants.kernelPeakMib(),
                    instants.containers());
        }
    }
}
