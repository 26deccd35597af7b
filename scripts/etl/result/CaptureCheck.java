package etl.result;

import etl.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether the three files of one capture are there, can be read, agree with each other and are
/// what the recorder wrote.
final class CaptureCheck {

    private static final Set<String> CUT_SHORT =
            Set.of("interrupted", "stack-died", "engine-lost", "failed");

    private final CaptureFiles files;
    private final Findings findings;

    private CaptureCheck(CaptureFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    static void check(CaptureFiles files, Findings findings) {
        new CaptureCheck(files, findings).check();
    }

    private void check() {
        Run run = Files.exists(files.run()) ? run() : null;
        SamplesCheck samples = new SamplesCheck(files.samples(), run, findings);
        samples.check();
        boolean alone = !Files.exists(files.run()) && !Files.exists(files.jobs());
        findings.capture(alone && samples.isOriginalFormat());
        if (!Files.exists(files.run())) {
            if (!alone || !samples.isOriginalFormat()) {
                missing(files.run());
            }
        } else if (run != null) {
            ending(run);
            checksums(run);
        }
        if (Files.exists(files.jobs())) {
            jobs();
        }
    }

    private Run run() {
        try {
            return RunFile.read(files.run());
        } catch (Failure failure) {
            findings.problem(files.run(), failure);
            return null;
        }
    }

    private void missing(Path file) {
        findings.problem(
                files.samples(), 0, file.getFileName() + " is not beside it; capture again");
    }

    private void ending(Run run) {
        String termination = run.termination();
        if ("running".equals(termination)) {
            findings.problem(
                    files.run(),
                    0,
                    "termination is still 'running': the recorder was killed; capture again");
        } else if (CUT_SHORT.contains(String.valueOf(termination))) {
            findings.warning(files.run(), 0, "the capture did not end normally: " + termination);
        } else if (!"normal".equals(termination)) {
            findings.problem(files.run(), 0, "termination is not known here: " + termination);
        }
    }

    /// A recorder that was killed had no time to write checksums, and its end is reported already.
    private void checksums(Run run) {
        if ("running".equals(run.termination())) {
            return;
        }
        Map<String, String> recorded = run.sha256() == null ? Map.of() : run.sha256();
        checksum(files.samples(), recorded);
        if (Files.exists(files.jobs())) {
            checksum(files.jobs(), recorded);
        } else if (recorded.containsKey(files.jobs().getFileName().toString())) {
            missing(files.jobs());
        } else {
            findings.warning(
                    files.samples(), 0, "no jobs CSV: there was no ledger that proves the fires");
        }
    }

    private void checksum(Path csv, Map<String, String> recorded) {
        String name = csv.getFileName().toString();
        String wanted = recorded.get(name);
        if (wanted == null) {
            findings.problem(files.run(), 0, "holds no checksum of " + name);
            return;
        }
        String found = CaptureFiles.sha256(csv);
        if (!found.equals(wanted)) {
            findings.problem(
                    csv,
                    0,
                    "was changed after it was recorded: SHA-256 is %.12s…, the run JSON says %.12s…"
                            .formatted(found, wanted));
        }
    }

    private void jobs() {
        List<Fire> fires;
        try {
            fires = JobsCsv.read(files.jobs());
        } catch (Failure failure) {
            findings.problem(files.jobs(), failure);
            return;
        }
        Set<Instant> missed = new HashSet<>();
        Set<Instant> started = new HashSet<>();
        Instant before = Instant.MIN;
        long line = 1;
        for (Fire fire : fires) {
            line++;
            Instant scheduled = fire.scheduled();
            if (scheduled.isBefore(before)) {
                findings.problem(files.jobs(), line, "scheduled runs backwards");
            }
            before = scheduled;
            boolean again = fire.isMissed() && !missed.add(scheduled);
            if (again || (fire.isMissed() ? started : missed).contains(scheduled)) {
                findings.problem(
                        files.jobs(),
                        line,
                        "a missed time stands once: " + CsvCell.text(scheduled));
            }
            if (!fire.isMissed()) {
                started.add(scheduled);
            }
        }
    }
}
