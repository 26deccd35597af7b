///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Summarise the captures of a result set as a table and a chart.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
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
//SOURCES etl/result/Findings.java
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
//SOURCES etl/result/Measures.java
//SOURCES etl/result/MedianInterval.java
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
//SOURCES etl/result/SmallServer.java
//SOURCES etl/result/Statistics.java
//SOURCES etl/result/SuiteRecord.java
//SOURCES etl/result/Summary.java
//SOURCES etl/result/SummaryCsv.java
//SOURCES etl/result/SummaryReader.java
//SOURCES etl/result/SummaryWriter.java
//SOURCES etl/result/SystemNumbers.java
//SOURCES etl/result/SystemTables.java
//SOURCES etl/result/Tally.java
//SOURCES etl/result/Timeline.java
//SOURCES etl/result/Trial.java
//SOURCES etl/result/VpsCsv.java
//SOURCES etl/result/VpsRecord.java
//SOURCES etl/show/Caption.java
//SOURCES etl/show/EfficiencyChart.java
//SOURCES etl/show/EfficiencyPage.java
//SOURCES etl/show/EfficiencyPictures.java
//SOURCES etl/show/Fonts.java
//SOURCES etl/show/FootprintAxis.java
//SOURCES etl/show/Frame.java
//SOURCES etl/show/LogScale.java
//SOURCES etl/show/Look.java
//SOURCES etl/show/MarkdownColumn.java
//SOURCES etl/show/MarkdownTable.java
//SOURCES etl/show/MemoryLine.java
//SOURCES etl/show/Origin.java
//SOURCES etl/show/Palette.java
//SOURCES etl/show/Picture.java
//SOURCES etl/show/PlotlyBundle.java
//SOURCES etl/show/PlotlyPage.java
//SOURCES etl/show/Plots.java
//SOURCES etl/show/Provenance.java
//SOURCES etl/show/RangeRow.java
//SOURCES etl/show/RepeatNotes.java
//SOURCES etl/show/Shown.java
//SOURCES etl/show/SummaryHtml.java
//SOURCES etl/show/Wording.java
// jbangw: aot --no-charts
// a small young generation keeps the process small without a limit that the tests would inherit
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms16m -Xmn8m

import etl.Cli;
import etl.result.Capture;
import etl.result.CaptureFiles;
import etl.result.Column;
import etl.result.Formulas;
import etl.result.Problem;
import etl.result.ResultSet;
import etl.result.Run;
import etl.result.SmallServer;
import etl.result.Summary;
import etl.result.SummaryCsv;
import etl.result.SystemNumbers;
import etl.result.SystemTables;
import etl.show.Caption;
import etl.show.EfficiencyPictures;
import etl.show.MarkdownTable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Reads the raw files of a result set and writes what follows from them beside them:
/// `final_summary_report.csv` (one row per system) and `orchestrator_efficiency_chart.png` and
/// `.html`; the tables of whole systems, where the set has records of such. The table goes to
/// stdout as Markdown. Nothing is measured here, and no raw file is touched. Example: `jbang
/// analysis.java results/original`.
class analysis implements Cli.Stated {

    static final String CHART = "orchestrator_efficiency_chart";

    private final PositionalParamSpec set =
            PositionalParamSpec.builder()
                    .index("0")
                    .arity("0..1")
                    .paramLabel("DIR")
                    .type(Path.class)
                    .defaultValue("results")
                    .description("the result set (default: ${DEFAULT-VALUE})")
                    .build();

    private final OptionSpec statedJobs =
            OptionSpec.builder("--jobs")
                    .paramLabel("N")
                    .type(Integer.class)
                    .description(
                            "jobs that a capture without jobs CSV ran, for RAM_Per_Job; stated, not"
                                    + " counted. Default: 5 for captures in the original's format,"
                                    + " as the original did; none for ours")
                    .build();

    private final OptionSpec statedShare =
            OptionSpec.builder("--os-share-mib")
                    .paramLabel("MIB")
                    .type(double.class)
                    .defaultValue("" + SmallServer.OS_SHARE_MIB)
                    .description(
                            "what the operating system takes of a 1 GB machine, for"
                                    + " Left_of_1GB_MiB; stated, not measured (default:"
                                    + " ${DEFAULT-VALUE})")
                    .build();

    private final OptionSpec noCharts =
            OptionSpec.builder("--no-charts")
                    .type(boolean.class)
                    .defaultValue("false")
                    .description("only the tables: no PNG, no HTML")
                    .build();

    private final CommandSpec spec =
            Cli.stated(
                            this,
                            "analysis.java",
                            "Summarise the captures of a result set as a table and a chart.")
                    .addPositional(set)
                    .addOption(statedJobs)
                    .addOption(statedShare)
                    .addOption(noCharts);

    private Path folder;
    private Integer jobs;
    private double osShareMib;

    static void main(String... args) {
        System.exit(Cli.run(new analysis(), args));
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        folder = set.getValue();
        jobs = statedJobs.getValue();
        osShareMib = statedShare.getValue();
        check();
        ResultSet files = ResultSet.of(folder);
        try (EfficiencyPictures pictures =
                noCharts.<Boolean>getValue() ? null : EfficiencyPictures.begin()) {
            List<List<Capture>> systems =
                    files.captures().values().stream().map(this::read).toList();
            List<SummaryCsv.Row> rows = summarise(systems);
            spec.commandLine().getOut().print(MarkdownTable.of(rows));
            spec.commandLine().getOut().flush();
            say("wrote " + folder.resolve(SummaryCsv.NAME));
            SystemTables.write(folder).forEach(table -> say("wrote " + table));
            if (pictures != null) {
                draw(pictures, rows, systems);
            }
        }
        return Cli.OK;
    }

    private void check() {
        if (jobs != null && jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs must be 1 or more: " + jobs);
        }
        if (!(osShareMib >= 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--os-share-mib must not be negative: " + osShareMib);
        }
    }

    private List<Capture> read(List<CaptureFiles> repeats) {
        return repeats.stream()
                .map(files -> Capture.measure(files, warning -> say("warning: " + warning)))
                .toList();
    }

    /// Lowest peak first, as in the original's table.
    private List<SummaryCsv.Row> summarise(List<List<Capture>> systems) {
        List<Problem> findings = new ArrayList<>();
        Formulas formulas =
                new Formulas(jobs == null ? Double.NaN : jobs, osShareMib, findings::add);
        SystemNumbers numbers = SystemNumbers.of(folder);
        List<Summary> summaries =
                systems.stream()
                        .map(formulas::summary)
                        .map(numbers::addTo)
                        .sorted(Comparator.comparingDouble(s -> s.value(Column.PEAK_RAM_MIB)))
                        .toList();
        warn(findings);
        List<SummaryCsv.Row> rows = Summary.rows(summaries);
        SummaryCsv.write(folder.resolve(SummaryCsv.NAME), rows);
        return rows;
    }

    /// One line per finding: files that share one are named together.
    private void warn(List<Problem> findings) {
        Map<String, List<Path>> files =
                findings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Problem::message,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Problem::file, Collectors.toList())));
        files.forEach(
                (message, where) ->
                        say(
                                "warning: "
                                        + where.stream()
                                                .map(file -> folder.relativize(file).toString())
                                                .collect(Collectors.joining(", "))
                                        + ": "
                                        + message));
    }

    private void draw(
            EfficiencyPictures pictures, List<SummaryCsv.Row> rows, List<List<Capture>> systems) {
        if (rows.stream().allMatch(r -> Double.isNaN(r.value(Column.PEAK_RAM_MIB)))) {
            say("warning: no system has a peak: no chart is drawn");
            return;
        }
        List<Run> runs =
                systems.stream()
                        .flatMap(List::stream)
                        .map(Capture::run)
                        .filter(Objects::nonNull)
                        .toList();
        String source = Caption.of(folder, runs);
        Path png = folder.resolve(CHART + ".png");
        Path html = folder.resolve(CHART + ".html");
        pictures.write(png, html, rows, source);
        say("wrote " + png);
        say("wrote " + html);
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("analysis.java: " + line);
        err.flush();
    }
}
