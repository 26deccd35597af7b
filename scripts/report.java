///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Explain a result set, or what changed between two, as one offline page.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/result/AbsentSystems.java
//SOURCES etl/result/AuditCsv.java
//SOURCES etl/result/AuditRecord.java
//SOURCES etl/result/Capture.java
//SOURCES etl/result/CaptureFiles.java
//SOURCES etl/result/Column.java
//SOURCES etl/result/CpuCounter.java
//SOURCES etl/result/CsvCell.java
//SOURCES etl/result/CsvText.java
//SOURCES etl/result/Differences.java
//SOURCES etl/result/DockerSize.java
//SOURCES etl/result/DockerStats.java
//SOURCES etl/result/Fire.java
//SOURCES etl/result/Formulas.java
//SOURCES etl/result/Groups.java
//SOURCES etl/result/Idle.java
//SOURCES etl/result/Instants.java
//SOURCES etl/result/JobFacts.java
//SOURCES etl/result/Jobs.java
//SOURCES etl/result/JobsCsv.java
//SOURCES etl/result/JsonFile.java
//SOURCES etl/result/Language.java
//SOURCES etl/result/LanguageDelays.java
//SOURCES etl/result/LimitSearch.java
//SOURCES etl/result/Lives.java
//SOURCES etl/result/MeasuredSet.java
//SOURCES etl/result/MeasuredSystem.java
//SOURCES etl/result/Measures.java
//SOURCES etl/result/MedianInterval.java
//SOURCES etl/result/NewestSet.java
//SOURCES etl/result/Outliers.java
//SOURCES etl/result/PolyglotCsv.java
//SOURCES etl/result/PolyglotRecord.java
//SOURCES etl/result/Problem.java
//SOURCES etl/result/RawReader.java
//SOURCES etl/result/RawRow.java
//SOURCES etl/result/RawRows.java
//SOURCES etl/result/RawText.java
//SOURCES etl/result/ResultSet.java
//SOURCES etl/result/RowBatches.java
//SOURCES etl/result/Run.java
//SOURCES etl/result/RunFile.java
//SOURCES etl/result/Sample.java
//SOURCES etl/result/SampleParser.java
//SOURCES etl/result/SampleRow.java
//SOURCES etl/result/SamplesCsv.java
//SOURCES etl/result/SetChanges.java
//SOURCES etl/result/SmallServer.java
//SOURCES etl/result/Statistics.java
//SOURCES etl/result/SuiteRecord.java
//SOURCES etl/result/Summary.java
//SOURCES etl/result/SummaryCsv.java
//SOURCES etl/result/SummaryReader.java
//SOURCES etl/result/SummaryWriter.java
//SOURCES etl/result/SystemNumbers.java
//SOURCES etl/result/Tally.java
//SOURCES etl/result/Timeline.java
//SOURCES etl/result/Trial.java
//SOURCES etl/result/VpsCsv.java
//SOURCES etl/result/VpsRecord.java
//SOURCES etl/show/Address.java
//SOURCES etl/show/AnswerChart.java
//SOURCES etl/show/AnswerSection.java
//SOURCES etl/show/AuditSection.java
//SOURCES etl/show/Caption.java
//SOURCES etl/show/CompareChart.java
//SOURCES etl/show/ComparePage.java
//SOURCES etl/show/ComposeText.java
//SOURCES etl/show/CpuSection.java
//SOURCES etl/show/DataTable.java
//SOURCES etl/show/EndLabels.java
//SOURCES etl/show/Fonts.java
//SOURCES etl/show/FootprintAxis.java
//SOURCES etl/show/FootprintSection.java
//SOURCES etl/show/ImageTable.java
//SOURCES etl/show/LatencySection.java
//SOURCES etl/show/Look.java
//SOURCES etl/show/MemoryControls.java
//SOURCES etl/show/MemoryLine.java
//SOURCES etl/show/MemoryOverview.java
//SOURCES etl/show/MemorySection.java
//SOURCES etl/show/MemoryTable.java
//SOURCES etl/show/MethodSection.java
//SOURCES etl/show/Notice.java
//SOURCES etl/show/Origin.java
//SOURCES etl/show/OriginalNotes.java
//SOURCES etl/show/OriginalSection.java
//SOURCES etl/show/PageShell.java
//SOURCES etl/show/Palette.java
//SOURCES etl/show/Picture.java
//SOURCES etl/show/PlotScale.java
//SOURCES etl/show/PolyglotSection.java
//SOURCES etl/show/Provenance.java
//SOURCES etl/show/ReadmeBlock.java
//SOURCES etl/show/ReadmeTable.java
//SOURCES etl/show/RepeatNotes.java
//SOURCES etl/show/ReportPage.java
//SOURCES etl/show/RowChart.java
//SOURCES etl/show/RunTable.java
//SOURCES etl/show/RunsSection.java
//SOURCES etl/show/ScrollBox.java
//SOURCES etl/show/SetDifferences.java
//SOURCES etl/show/Shown.java
//SOURCES etl/show/SmallestSection.java
//SOURCES etl/show/Standfirst.java
//SOURCES etl/show/Svg.java
//SOURCES etl/show/SystemName.java
//SOURCES etl/show/SystemSection.java
//SOURCES etl/show/TableSection.java
//SOURCES etl/show/TimePlot.java
//SOURCES etl/show/TriedOn.java
//SOURCES etl/show/Wording.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.result.MeasuredSet;
import etl.result.NewestSet;
import etl.show.ComparePage;
import etl.show.ReadmeBlock;
import etl.show.ReportPage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Reads the raw files of a result set and writes `report.html` beside them: one file that needs no
/// network. With two sets it writes `compared-with-<first>.html` into the second. Nothing is
/// measured here, and no raw file is touched. Example: `jbang report.java results/original`.
@Command(
        name = "report.java",
        mixinStandardHelpOptions = true,
        description = "Explain a result set, or what changed between two, as one offline page.")
class report implements Callable<Integer> {

    private static final String ORIGINAL = "original";

    @Parameters(
            arity = "0..2",
            paramLabel = "SET",
            description =
                    "the result set (default: the newest in results; with --readme the one that"
                            + " the README shows); two: what changed from the first to the second")
    private List<Path> sets = new ArrayList<>();

    @Option(
            names = "--readme",
            description = "write table, chart and caption of the set into the project's README")
    private boolean readme;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "jobs that a capture without jobs CSV ran; stated, not counted, as in"
                            + " analysis.java")
    private Integer jobs;

    @Option(
            names = "--os-share-mib",
            paramLabel = "MIB",
            defaultValue = "150",
            description =
                    "what the operating system takes of a 1 GB machine; stated, not measured"
                            + " (default: ${DEFAULT-VALUE})")
    private double osShareMib;

    @Spec private CommandSpec spec;

    static void main(String... args) {
        System.exit(Cli.run(new report(), args));
    }

    @Override
    public Integer call() {
        check();
        if (readme) {
            rewriteReadme();
        } else if (sets.size() == 2) {
            wrote(ComparePage.write(read(sets.get(0)), read(sets.get(1))));
        } else {
            MeasuredSet set =
                    read(sets.isEmpty() ? NewestSet.in(Path.of("results")) : sets.getFirst());
            wrote(ReportPage.write(set, original(set), compose()));
        }
        return Cli.OK;
    }

    private void check() {
        if (readme && sets.size() == 2) {
            throw wrong("--readme takes one set");
        }
        if (jobs != null && jobs < 1) {
            throw wrong("--jobs must be 1 or more: " + jobs);
        }
        if (!(osShareMib >= 0)) {
            throw wrong("--os-share-mib must not be negative: " + osShareMib);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private MeasuredSet read(Path folder) {
        return MeasuredSet.read(folder, jobs == null ? Double.NaN : jobs, osShareMib);
    }

    /// The captures of the original, which stand beside every set of this project.
    private MeasuredSet original(MeasuredSet set) {
        Path root = root();
        Path folder = root == null ? null : root.resolve("results").resolve(ORIGINAL);
        return folder == null || !Files.isDirectory(folder) || same(folder, set.folder())
                ? null
                : MeasuredSet.read(folder, Double.NaN, osShareMib);
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new Failure(other + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Path compose() {
        return root() == null ? null : root().resolve("compose");
    }

    private void rewriteReadme() {
        Path root = root();
        if (root == null) {
            throw new Failure("no compose/ folder here or above; start this in the repository");
        }
        Path file = root.resolve("README.md");
        Path folder = sets.isEmpty() ? root.resolve(ReadmeBlock.set(file)) : sets.getFirst();
        Path inside = root.relativize(folder.toAbsolutePath().normalize());
        if (inside.startsWith("..")) {
            throw new Failure(
                    folder + ": lies outside of the project, so README cannot link to it");
        }
        ReadmeBlock.write(file, inside.toString().replace('\\', '/'), read(folder));
        wrote(file);
    }

    /// The project: where `jbangw` says it is, else from the current folder upward; null outside.
    private static Path root() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("JBANGW_ROOT")).map(Path::of),
                        Stream.iterate(
                                Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent))
                .filter(folder -> Files.isDirectory(folder.resolve("compose")))
                .findFirst()
                .map(folder -> folder.toAbsolutePath().normalize())
                .orElse(null);
    }

    private void wrote(Path file) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("report.java: wrote " + file);
        err.flush();
    }
}
