package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/// Whether the samples of a capture can be read, are without holes, and belong to the run beside
/// them. Reading checks columns, units, values and that time runs forwards.
final class SamplesCheck {

    /// Beyond this difference to the monotonic clock the wall clock was set.
    private static final double CLOCK_SET_S = 1;

    private final Path file;
    private final Run run;
    private final Findings findings;
    private final Ticks ticks = new Ticks();
    private final Set<String> containers = new LinkedHashSet<>();
    private long line = 1;
    private Sample first;
    private Instant last;
    private boolean clockSet;

    /// @param run null where there is none that can be read
    SamplesCheck(Path file, Run run, Findings findings) {
        this.file = file;
        this.run = run;
        this.findings = findings;
    }

    void check() {
        try {
            SamplesCsv.read(file, this::add, this::tornLine);
        } catch (Failure failure) {
            findings.problem(file, failure);
            return;
        }
        // the original's captures were not planned at an interval
        if (run != null || !isOriginalFormat()) {
            ticks.check(file, run, isOriginalFormat(), findings);
        }
        // the run JSON of a recorder that was killed knows the containers of its start only
        if (run != null && run.containers() != null && !"running".equals(run.termination())) {
            Set<String> known = new Lives(run).names();
            containers.stream()
                    .filter(name -> !known.contains(name))
                    .forEach(
                            name ->
                                    findings.problem(
                                            file, 0, "the run JSON knows no container " + name));
        }
    }

    /// The samples have clock times without a date.
    boolean isOriginalFormat() {
        return first != null && first.timestamp() == null;
    }

    private void tornLine(String warning) {
        findings.warning(file, line + 1, "was cut off and is left out");
    }

    private void add(Sample sample) {
        line++;
        containers.add(sample.container());
        ticks.add(sample.elapsedS(), line);
        if (first == null) {
            first = sample;
        } else if (first.timestamp() != null) {
            wallClock(sample);
        }
        last = sample.timestamp();
    }

    private void wallClock(Sample sample) {
        Instant now = sample.timestamp();
        if (now.isBefore(last)) {
            findings.problem(
                    file,
                    line,
                    "timestamp runs backwards: %s after %s"
                            .formatted(CsvCell.text(now), CsvCell.text(last)));
        }
        double byClockS = Duration.between(first.timestamp(), now).toMillis() / 1000.0;
        double elapsedS = sample.elapsedS() - first.elapsedS();
        if (!clockSet && Math.abs(byClockS - elapsedS) > CLOCK_SET_S) {
            clockSet = true;
            findings.warning(file, line, "timestamp and elapsed_s differ: the clock was set here");
        }
    }
}
