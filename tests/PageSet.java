//SOURCES Repository.java
//SOURCES SystemTests.java

import etl.result.SuiteRecord;
import etl.show.ReadmeBlock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A result set for the tests of the page: the real captures that the README shows, three times as
/// if they were repeats, one system as if built from its source, beside them one in the original's
/// format, one under a name that is markup, and a suite that could not measure a third.
final class PageSet {

    static final String MARKUP = "<img src=x onerror=alert(1)>&\"'";

    /// Enough for letters.
    static final int RUNS = 3;

    /// Of one of the systems.
    static final String ORIGIN = "built from source tag v1";

    private PageSet() {}

    /// The measured set that the README shows.
    static Path measured() {
        Path root = Repository.root();
        return root.resolve(ReadmeBlock.set(root.resolve("README.md")));
    }

    static Path in(Path folder) throws IOException {
        Path from =
                Files.isDirectory(measured().resolve("run-1"))
                        ? measured().resolve("run-1")
                        : measured();
        Path first = Files.createDirectories(folder.resolve("run-1"));
        for (int run = 1; run <= RUNS; run++) {
            copyWithoutEnd(from, Files.createDirectories(folder.resolve("run-" + run)), run - 1);
        }
        for (String ending : List.of(".csv", ".jobs.csv", ".run.json")) {
            Files.copy(from.resolve("cron" + ending), first.resolve(MARKUP + ending));
        }
        Path run = first.resolve(MARKUP + ".run.json");
        Files.writeString(
                run,
                Files.readString(run)
                        .replaceFirst(
                                "\"title\" : \"[^\"]*\"",
                                "\"title\" : \"</script><script>alert(2)</script>\""));
        Files.copy(
                Repository.root().resolve("results/original/airflow.csv"),
                first.resolve("airflow-of-old.csv"));
        new SuiteRecord(
                        "20260301-100000-1",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Instant.parse("2026-03-01T11:00:00Z"),
                        300,
                        RUNS,
                        List.of("run-1/cron", "run-1/kestra"),
                        List.of(),
                        List.of(
                                new SuiteRecord.Fault(
                                        "run-1/kestra",
                                        "images",
                                        "<b>no image</b> " + "x".repeat(99),
                                        null)))
                .write(folder.resolve(SuiteRecord.NAME));
        SystemTests.write(folder, "cron", "cron");
        SystemTests.write(folder, "supervisord", MARKUP);
        SystemTests.beginSearch(folder, "supercronic");
        SystemTests.smallestOfAll(folder, "prefect");
        SystemTests.languages(folder, "cron", first.resolve("cron.run.json"));
        return folder;
    }

    /// Every run lacks a few more of its last rows, so that the runs are not the same.
    private static void copyWithoutEnd(Path from, Path to, int lacking) throws IOException {
        for (Path file : raw(from)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".csv") && !name.endsWith(".jobs.csv")) {
                List<String> rows = Files.readAllLines(file);
                Files.write(to.resolve(name), rows.subList(0, rows.size() - 200 * lacking));
            } else if (name.equals("supercronic.run.json")) {
                Files.writeString(
                        to.resolve(name),
                        Files.readString(file)
                                .replace(
                                        "\"origin\" : \"built here\"",
                                        "\"origin\" : \"%s\"".formatted(ORIGIN)));
            } else {
                Files.copy(file, to.resolve(name));
            }
        }
    }

    /// The raw files of a folder.
    static List<Path> raw(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PageSet::isRaw).sorted().toList();
        }
    }

    private static boolean isRaw(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".run.json")
                || name.endsWith(".jobs.csv")
                || name.endsWith(".csv")
                        && Files.exists(
                                file.resolveSibling(name.replaceFirst("\\.csv$", ".run.json")));
    }
}
