package etl.result;

import etl.result.Timeline.Point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Sums the readings of a capture per instant while they are read. Nothing of an instant is kept
/// once it is handed on, so memory does not grow with the file.
final class Instants {

    private final Lives lives;
    private final Consumer<Point> points;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final List<Track> all = new ArrayList<>();
    private Sample[] instant = new Sample[16];
    private int size;
    private long number; // of the instant that is gathered
    private boolean allRunKnown;

    /// What is known of one container so far.
    private static final class Track {
        private final CpuCounter cpu = new CpuCounter();
        private final boolean restarts;
        private double peakMib = Double.NaN;
        private long lastSeen = -1; // number of an instant

        private Track(boolean restarts) {
            this.restarts = restarts;
        }
    }

    /// @param run tells restarts and clean exits; null where there is none
    /// @param points is told each instant as soon as it is whole
    Instants(Run run, Consumer<Point> points) {
        this.lives = new Lives(run);
        this.points = points;
    }

    void add(Sample sample) {
        Track track = tracks.get(sample.container());
        if (size > 0 && !belongs(sample, track)) {
            close();
        }
        if (size == instant.length) {
            instant = Arrays.copyOf(instant, 2 * size);
        }
        instant[size++] = sample;
        if (track == null) {
            track = new Track(lives.count(sample.container()) > 1);
            tracks.put(sample.container(), track);
            all.add(track);
            allRunKnown = tracks.keySet().containsAll(lives.names());
        }
        track.lastSeen = number;
        if (!Double.isNaN(sample.cpuS())) {
            // asked at the first reading only, where there is but one life
            boolean ask = track.restarts || Double.isNaN(track.cpu.usedS());
            track.cpu.read(
                    track.restarts ? lives.number(sample.container(), sample.elapsedS()) : 0,
                    ask && lives.bornInside(sample.container(), sample.elapsedS()),
                    sample.cpuS());
        }
        if (!(sample.peakMib() <= track.peakMib) && !Double.isNaN(sample.peakMib())) {
            track.peakMib = sample.peakMib();
        }
    }

    /// Two instants may carry the same time (the original's format has whole seconds, ours
    /// milliseconds, and a late tick is followed closely by the next): the container that comes
    /// again tells them apart. Summed, they would be a peak that never was.
    ///
    /// @param track null for a container that was not seen before
    private boolean belongs(Sample sample, Track track) {
        return instant[0].elapsedS() == sample.elapsedS()
                && (track == null || track.lastSeen != number);
    }

    /// The file is over.
    void end() {
        if (size > 0) {
            close();
        }
    }

    private void close() {
        Sample first = instant[0];
        double memoryMib = Double.NaN;
        double anonMib = Double.NaN;
        if (isComplete(first.elapsedS())) {
            memoryMib = 0;
            anonMib = 0;
            for (int i = 0; i < size; i++) {
                memoryMib += instant[i].memoryMib();
                anonMib += instant[i].anonMib();
            }
        }
        points.accept(new Point(first.timestamp(), first.elapsedS(), memoryMib, anonMib, cpuS()));
        size = 0;
        number++;
    }

    private boolean isComplete(double elapsedS) {
        int there = 0;
        for (int i = 0; i < size; i++) {
            there += Double.isNaN(instant[i].memoryMib()) ? 0 : 1;
        }
        return allRunKnown && there == tracks.size() || isAllThatIsExpected(elapsedS);
    }

    private boolean isAllThatIsExpected(double elapsedS) {
        List<String> there =
                Arrays.stream(instant, 0, size)
                        .filter(s -> !Double.isNaN(s.memoryMib()))
                        .map(Sample::container)
                        .toList();
        return Stream.concat(tracks.keySet().stream(), lives.names().stream())
                .allMatch(name -> there.contains(name) || !lives.isExpected(name, elapsedS));
    }

    /// CPU time of the stack so far; `NaN` where a container has no counter.
    double cpuS() {
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            sum += all.get(i).cpu.usedS();
        }
        return sum;
    }

    /// Sum of the containers' high-water marks, MiB; `NaN` where one has none.
    double kernelPeakMib() {
        return tracks.values().stream().mapToDouble(t -> t.peakMib).sum();
    }

    /// Names seen, in order of appearance.
    List<String> containers() {
        return List.copyOf(tracks.keySet());
    }
}
