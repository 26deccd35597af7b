///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Compare start, analysis and recorder with named peers, measured in turn.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/Interrupt.java
//SOURCES etl/record/CgroupPaths.java
//SOURCES etl/record/CgroupReader.java
//SOURCES etl/record/ComposeProject.java
//SOURCES etl/record/ContainerReader.java
//SOURCES etl/record/DaySpeed.java
//SOURCES etl/record/Deadlines.java
//SOURCES etl/record/DockerContext.java
//SOURCES etl/record/Engine.java
//SOURCES etl/record/EngineAway.java
//SOURCES etl/record/EngineReader.java
//SOURCES etl/record/EventStream.java
//SOURCES etl/record/FastForward.java
//SOURCES etl/record/Gaps.java
//SOURCES etl/record/Host.java
//SOURCES etl/record/Images.java
//SOURCES etl/record/JbangwHome.java
//SOURCES etl/record/KernelFile.java
//SOURCES etl/record/Member.java
//SOURCES etl/record/Monotonic.java
//SOURCES etl/record/Pandas.java
//SOURCES etl/record/ProjectRemains.java
//SOURCES etl/record/RawFile.java
//SOURCES etl/record/Readers.java
//SOURCES etl/record/Reading.java
//SOURCES etl/record/Recorder.java
//SOURCES etl/record/RecorderSpeed.java
//SOURCES etl/record/RowsFile.java
//SOURCES etl/record/RunLabel.java
//SOURCES etl/record/SampleSpeed.java
//SOURCES etl/record/ScaleSpeed.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/SpeedBench.java
//SOURCES etl/record/SpeedStack.java
//SOURCES etl/record/SpikeSpeed.java
//SOURCES etl/record/Stack.java
//SOURCES etl/record/StackImages.java
//SOURCES etl/record/StartSpeed.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/Target.java
//SOURCES etl/record/Timed.java
//SOURCES etl/record/Turns.java
//SOURCES etl/record/Venv.java
//SOURCES etl/record/WakingJvm.java
//SOURCES etl/result/Column.java
//SOURCES etl/result/Comparison.java
//SOURCES etl/result/CsvCell.java
//SOURCES etl/result/DockerSize.java
//SOURCES etl/result/DockerStats.java
//SOURCES etl/result/JobFacts.java
//SOURCES etl/result/JsonFile.java
//SOURCES etl/result/MedianInterval.java
//SOURCES etl/result/RawReader.java
//SOURCES etl/result/RawRow.java
//SOURCES etl/result/RawRows.java
//SOURCES etl/result/RawText.java
//SOURCES etl/result/RowBatches.java
//SOURCES etl/result/Run.java
//SOURCES etl/result/RunFile.java
//SOURCES etl/result/Sample.java
//SOURCES etl/result/SampleParser.java
//SOURCES etl/result/SampleRow.java
//SOURCES etl/result/SamplesCsv.java
//SOURCES etl/result/Statistics.java
//SOURCES etl/result/SummaryCsv.java
//SOURCES etl/result/SummaryReader.java
//SOURCES etl/result/SummaryWriter.java
//SOURCES etl/result/SystemFacts.java
//SOURCES etl/result/YamlNode.java
//SOURCES etl/show/Fonts.java
//SOURCES etl/show/Frame.java
//SOURCES etl/show/GrowthChart.java
//SOURCES etl/show/LogScale.java
//SOURCES etl/show/Look.java
//SOURCES etl/show/MarkdownColumn.java
//SOURCES etl/show/Picture.java
//SOURCES etl/show/Plots.java
//SOURCES etl/show/Shown.java
//SOURCES etl/show/SpeedTable.java

import etl.Cli;
import etl.Failure;
import etl.Interrupt;
import etl.record.Host;
import etl.record.JbangwHome;
import etl.record.RecorderSpeed;
import etl.record.SampleSpeed;
import etl.record.ScaleSpeed;
import etl.record.SpeedBench;
import etl.record.SpikeSpeed;
import etl.record.StartSpeed;
import etl.record.Systems;
import etl.record.Turns;
import etl.result.Comparison;
import etl.show.GrowthChart;
import etl.show.SpeedTable;

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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Prints ratios, and judges nothing: each figure stands beside a peer that was measured in the
/// same run, turn by turn. Peers are installed by the command itself; one that cannot be had is a
/// row that says so. Writes: the chart of the growth, and the peers below jbangw's own folder.
///
/// `./jbangw speed start rows`
@Command(
        name = "speed.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Compare start, analysis and recorder with named peers, measured in turn.")
class speed implements Callable<Integer> {

    enum Part {
        START,
        SAMPLE,
        SPIKE,
        ANALYSIS,
        ROWS,
        RECORDER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "${COMPLETION-CANDIDATES} (default: all).")
    private List<Part> wanted = new ArrayList<>();

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "5",
            description = "Turns of each comparison (default: ${DEFAULT-VALUE}).")
    private int turns;

    @Option(names = "--large", description = "Ten million rows as well.")
    private boolean large;

    @Option(
            names = "--original",
            paramLabel = "FILE",
            description = "The original's analysis.py, as a peer; it is not part of this project.")
    private Path original;

    @Option(
            names = "--chart",
            paramLabel = "FILE.png",
            description = "Where the chart of the growth goes (default: in jbangw's own folder).")
    private Path chart;

    @Spec private CommandSpec spec;

    static void main(String... args) {
        System.exit(Cli.run(new speed(), args));
    }

    @Override
    public Integer call() throws IOException {
        if (turns < 1) {
            throw new ParameterException(spec.commandLine(), "--turns must be 1 or more: " + turns);
        }
        if (chart != null) {
            checkChart();
        }
        Path folder = Files.createTempDirectory("etlbench-speed");
        // a Ctrl-C also ends what is being measured, and then the stack is taken down
        try (Interrupt interrupt = Interrupt.listen()) {
            SpeedBench bench = new SpeedBench(Systems.here(), folder, new Turns(turns), interrupt);
            say(machine());
            List<Comparison> all = new ArrayList<>();
            for (Part part : parts()) {
                if (!interrupt.getAsBoolean()) {
                    say("measuring " + part);
                    List<Comparison> rows = measure(part, bench);
                    // each part as soon as it is measured: what comes later may fail
                    print(SpeedTable.of(rows));
                    all.addAll(rows);
                }
            }
            draw(all);
            return interrupt.getAsBoolean() ? Cli.INTERRUPTED : Cli.OK;
        } finally {
            delete(folder);
        }
    }

    /// Before all measuring: minutes of it shall not end at a name.
    private void checkChart() {
        if (!chart.toString().endsWith(".png")) {
            throw new ParameterException(
                    spec.commandLine(), "--chart must be a .png file: " + chart);
        }
        if (!Files.isDirectory(chart.toAbsolutePath().getParent())) {
            throw new Failure(chart + ": its folder is not there; make it, or name another one");
        }
        if (Files.exists(chart)) {
            throw new Failure(chart + ": exists and is not overwritten; name another file");
        }
    }

    private Set<Part> parts() {
        return wanted.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(wanted);
    }

    private List<Comparison> measure(Part part, SpeedBench bench) {
        return switch (part) {
            case START -> StartSpeed.rows(bench, original);
            case SAMPLE -> SampleSpeed.rows(bench);
            case SPIKE -> SpikeSpeed.rows(bench);
            case ANALYSIS -> ScaleSpeed.captures(bench);
            case ROWS -> ScaleSpeed.rows(bench, large);
            case RECORDER -> RecorderSpeed.growth(bench);
        };
    }

    private void draw(List<Comparison> rows) throws IOException {
        Path png = chart != null ? chart : JbangwHome.folder("speed").resolve("growth.png");
        if (GrowthChart.write(png, rows, machine())) {
            print("growth  " + png);
        }
    }

    private String machine() {
        Host host = Host.local();
        return String.format(
                Locale.ROOT,
                "%s, %.0f cores, load %.2f; Java %s; %d turns",
                host.cpuModel().orElse("unknown processor"),
                host.cores(),
                host.load1(),
                Runtime.version(),
                turns);
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
