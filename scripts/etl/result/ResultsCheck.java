package etl.result;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Checks result sets, wherever they stand below a folder.
public final class ResultsCheck {

    private static final String JOBS = ".jobs.csv";
    private static final String RUN = ".run.json";

    private ResultsCheck() {}

    /// Everything in the folder and in the folders below it.
    public static void folder(Path folder, Findings findings) {
        int before = findings.captures() + findings.problems().size();
        boolean systems = false;
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.filter(Files::isDirectory).sorted().toList()) {
                systems |= SystemTables.check(each, findings);
                captures(each, findings);
            }
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be listed: " + e.getMessage(), e);
        }
        if (!systems && findings.captures() + findings.problems().size() == before) {
            findings.problem(
                    folder, 0, "holds neither a capture nor a system; name results or compose");
        }
    }

    /// The capture that a file belongs to, a summary, or a table of whole systems.
    public static void file(Path file, Findings findings) {
        String name = file.getFileName().toString();
        if (name.equals(SummaryCsv.NAME)) {
            summary(file, findings);
        } else if (SystemTables.named(name).isPresent()) {
            Path set = file.getParent() == null ? Path.of("") : file.getParent();
            SystemTables.named(name).get().compare(set, findings);
        } else if (name.endsWith(JOBS) || name.endsWith(RUN)) {
            Path samples = samplesOf(file);
            if (Files.exists(samples)) {
                CaptureCheck.check(CaptureFiles.of(samples), findings);
            } else {
                orphan(file, findings);
            }
        } else if (name.endsWith(".csv")) {
            CaptureCheck.check(CaptureFiles.of(file), findings);
        } else {
            findings.problem(file, 0, "is neither a capture nor part of a system's folder");
        }
    }

    private static void captures(Path folder, Findings findings) {
        List<Path> list = ResultSet.list(folder);
        for (Path file : list) {
            String name = file.getFileName().toString();
            if (ResultSet.isCapture(file)) {
                CaptureCheck.check(CaptureFiles.of(file), findings);
                notTwice(file, list, findings);
            } else if (name.equals(SummaryCsv.NAME)) {
                summary(file, findings);
            } else if ((name.endsWith(JOBS) || name.endsWith(RUN))
                    && !Files.exists(samplesOf(file))) {
                orphan(file, findings);
            }
        }
    }

    private static void notTwice(Path file, List<Path> list, Findings findings) {
        for (Path repeat : list.stream().filter(ResultSet::isRepeat).toList()) {
            Path twin = repeat.resolve(file.getFileName());
            if (Files.exists(twin)) {
                findings.problem(
                        file,
                        0,
                        "stands beside its own repeat " + twin + "; move it to another set");
            }
        }
    }

    private static void orphan(Path file, Findings findings) {
        findings.problem(file, 0, "stands without its samples, " + samplesOf(file).getFileName());
    }

    private static Path samplesOf(Path file) {
        String name = file.getFileName().toString();
        String system =
                name.substring(0, name.length() - (name.endsWith(JOBS) ? JOBS : RUN).length());
        return file.resolveSibling(system + ".csv");
    }

    private static void summary(Path file, Findings findings) {
        try {
            SummaryCsv.read(file);
        } catch (Failure failure) {
            findings.problem(file, failure);
        }
    }
}
