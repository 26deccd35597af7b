package etl.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /// Folds samples as they are read; memory grows with the instants, not with the rows.
    public static final class Builder {

        private final Lives lives;
        private final List<Point> instants = new ArrayList<>();
        private final Map<String, CpuCounter> cpu = new LinkedHashMap<>();
        private final Map<String, Double> peaks = new HashMap<>();
        private final List<Sample> instant = new ArrayList<>();

        /// @param run tells restarts and clean exits; null where there is none
        public Builder(Run run) {
            this.lives = new Lives(run);
        }

        public void add(Sample sample) {
            if (!instant.isEmpty() && !belongs(sample)) {
                close();
            }
            instant.add(sample);
            if (!Double.isNaN(sample.cpuS())) {
                cpu.computeIfAbsent(sample.container(), n -> new CpuCounter())
                        .read(
                                lives.number(sample.container(), sample.elapsedS()),
                                lives.bornInside(sample.container(), sample.elapsedS()),
                                sample.cpuS());
            } else {
                cpu.putIfAbsent(sample.container(), new CpuCounter());
            }
            peaks.merge(sample.container(), sample.peakMib(), Builder::higher);
        }

        /// Two instants may carry the same time (the original's format has whole seconds, ours
        /// milliseconds, and a late tick is followed closely by the next): the container that comes
        /// again tells them apart. Summed, they would be a peak that never was.
        private boolean belongs(Sample sample) {
            return instant.getFirst().elapsedS() == sample.elapsedS()
                    && instant.stream().noneMatch(s -> s.container().equals(sample.container()));
        }

        public Timeline build() {
            if (!instant.isEmpty()) {
                close();
            }
            return new Timeline(
                    List.copyOf(instants),
                    cpuSoFar(),
                    peaks.values().stream().mapToDouble(Double::doubleValue).sum(),
                    List.copyOf(cpu.keySet()));
        }

        private void close() {
            Sample first = instant.getFirst();
            boolean complete = isComplete(first.elapsedS());
            instants.add(
                    new Point(
                            first.timestamp(),
                            first.elapsedS(),
                            complete
                                    ? instant.stream().mapToDouble(Sample::memoryMib).sum()
                                    : Double.NaN,
                            complete
                                    ? instant.stream().mapToDouble(Sample::anonMib).sum()
                                    : Double.NaN,
                            cpuSoFar()));
            instant.clear();
        }

        private boolean isComplete(double elapsedS) {
            List<String> there =
                    instant.stream()
                            .filter(s -> !Double.isNaN(s.memoryMib()))
                            .map(Sample::container)
                            .toList();
            return Stream.concat(cpu.keySet().stream(), lives.names().stream())
                    .allMatch(name -> there.contains(name) || !lives.isExpected(name, elapsedS));
        }

        private double cpuSoFar() {
            return cpu.values().stream().mapToDouble(CpuCounter::usedS).sum();
        }

        private static double higher(double a, double b) {
            return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
        }
    }
}
