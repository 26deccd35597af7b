///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Put all systems on one time axis from T = 0, on a log scale.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//DEPS org.apache.commons:commons-csv:1.14.1
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/result/Capture.java
//SOURCES etl/result/CaptureFiles.java
//SOURCES etl/result/Column.java
//SOURCES etl/result/CpuCounter.java
//SOURCES etl/result/CsvCell.java
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
//SOURCES etl/result/Lives.java
//SOURCES etl/result/Measures.java
//SOURCES etl/result/MedianInterval.java
//SOURCES etl/result/Outliers.java
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
//SOURCES etl/result/SmallServer.java
//SOURCES etl/result/Statistics.java
//SOURCES etl/result/Summary.java
//SOURCES etl/result/SummaryCsv.java
//SOURCES etl/result/SummaryReader.java
//SOURCES etl/result/SummaryWriter.java
//SOURCES etl/result/Tally.java
//SOURCES etl/result/Timeline.java
//SOURCES etl/show/Caption.java
//SOURCES etl/show/EndLabels.java
//SOURCES etl/show/Fonts.java
//SOURCES etl/show/Frame.java
//SOURCES etl/show/LogScale.java
//SOURCES etl/show/Look.java
//SOURCES etl/show/MemoryChart.java
//SOURCES etl/show/MemoryLine.java
//SOURCES etl/show/MemoryLines.java
//SOURCES etl/show/MemoryPage.java
//SOURCES etl/show/Origin.java
//SOURCES etl/show/Palette.java
//SOURCES etl/show/Picture.java
//SOURCES etl/show/PlotlyBundle.java
//SOURCES etl/show/PlotlyPage.java
//SOURCES etl/show/PlotlyParts.java
//SOURCES etl/show/Plots.java
//SOURCES etl/show/Provenance.java
//SOURCES etl/show/RepeatNotes.java
//SOURCES etl/show/Shown.java
//SOURCES etl/show/SummaryHtml.java
//SOURCES etl/show/Wording.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Formulas;
import etl.result.ResultSet;
import etl.result.Run;
import etl.result.Summary;
import etl.result.SummaryCsv;
import etl.show.Caption;
import etl.show.MemoryChart;
import etl.show.MemoryLine;
import etl.show.MemoryPage;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Reads the raw files of a result set and writes `normalized_performance.csv`,
/// `normalized_comparison.png` and `.html` beside them. One row of the CSV is one instant of one
/// run: nothing is averaged, so that short spikes stay; an instant that lacks a container has no
/// memory. Example: `jbang normalize_performance.java results/original`.
@Command(
        name = "normalize_performance.java",
        mixinStandardHelpOptions = true,
        description = "Put all systems on one time axis from T = 0, on a log scale.")
class normalize_performance implements Callable<Integer> {

    static final String CSV = "normalized_performance.csv";
    static final String CHART = "normalized_comparison";

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "the result set (default: ${DEFAULT-VALUE})")
    private Path folder;

    @Spec private CommandSpec spec;

    static void main(String... args) {
        System.exit(Cli.run(new normalize_performance(), args));
    }

    @Override
    public Integer call() {
        ResultSet set = ResultSet.of(folder);
        List<List<Capture>> systems = set.captures().values().stream().map(this::read).toList();
        List<MemoryLine> lines =
                systems.stream().map(MemoryLine::of).flatMap(List::stream).toList();
        writeCsv(folder.resolve(CSV), lines);
        draw(systems, lines);
        return Cli.OK;
    }

    private List<Capture> read(List<CaptureFiles> repeats) {
        return repeats.stream()
                .map(files -> Capture.read(files, warning -> say("warning: " + warning)))
                .toList();
    }

    private void writeCsv(Path file, List<MemoryLine> lines) {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setRecordSeparator('\n')
                        .setHeader("system", "run", "elapsed_s", "memory_mib")
                        .get();
        try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            for (MemoryLine line : lines) {
                for (int i = 0; i < line.mib().length; i++) {
                    csv.printRecord(
                            line.system(),
                            line.run(),
                            text(line.seconds()[i]),
                            text(line.mib()[i]));
                }
            }
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e, e);
        }
        say("wrote " + file);
    }

    /// Three decimals as in the raw files; empty where it was not measured.
    private static String text(double value) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    private void draw(List<List<Capture>> systems, List<MemoryLine> lines) {
        List<Run> runs =
                systems.stream()
                        .flatMap(List::stream)
                        .map(Capture::run)
                        .filter(Objects::nonNull)
                        .toList();
        String source = Caption.of(folder, runs);
        Path png = folder.resolve(CHART + ".png");
        MemoryChart.write(png, lines, source);
        say("wrote " + png);
        // analysis.java warns about the captures and states jobs; the table here shows what is
        // measured
        Formulas formulas = new Formulas(Double.NaN, 0, finding -> {});
        List<SummaryCsv.Row> rows = Summary.rows(systems.stream().map(formulas::summary).toList());
        Path html = folder.resolve(CHART + ".html");
        MemoryPage.write(html, lines, rows, source);
        say("wrote " + html);
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("normalize_performance.java: " + line);
        err.flush();
    }
}
