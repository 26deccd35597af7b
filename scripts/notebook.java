///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Open the notebooks in Jupyter, or execute them.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/Interrupt.java
//SOURCES etl/record/JbangwHome.java
//SOURCES etl/record/Jupyter.java
//SOURCES etl/record/NotebookExecution.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/Venv.java
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
//SOURCES etl/show/Caption.java
//SOURCES etl/show/ChartLine.java
//SOURCES etl/show/ChartLines.java
//SOURCES etl/show/DotChart.java
//SOURCES etl/show/EfficiencyChart.java
//SOURCES etl/show/EndLabels.java
//SOURCES etl/show/FireTable.java
//SOURCES etl/show/Fonts.java
//SOURCES etl/show/FootprintAxis.java
//SOURCES etl/show/Frame.java
//SOURCES etl/show/HistogramChart.java
//SOURCES etl/show/InstantTable.java
//SOURCES etl/show/LineChart.java
//SOURCES etl/show/LogScale.java
//SOURCES etl/show/Look.java
//SOURCES etl/show/MemoryChart.java
//SOURCES etl/show/MemoryLine.java
//SOURCES etl/show/MemoryLines.java
//SOURCES etl/show/NotebookFile.java
//SOURCES etl/show/NotebookSet.java
//SOURCES etl/show/Origin.java
//SOURCES etl/show/Palette.java
//SOURCES etl/show/Picture.java
//SOURCES etl/show/Plots.java
//SOURCES etl/show/Provenance.java
//SOURCES etl/show/RangeRow.java
//SOURCES etl/show/RepeatNotes.java
//SOURCES etl/show/SetWords.java
//SOURCES etl/show/Shown.java
//SOURCES etl/show/SummaryHtml.java
//SOURCES etl/show/TableHtml.java
//SOURCES etl/show/Tables.java
//SOURCES etl/show/Wording.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.Interrupt;
import etl.record.Jupyter;
import etl.record.NotebookExecution;
import etl.record.Systems;
import etl.result.NewestSet;
import etl.result.ResultSet;
import etl.show.NotebookFile;
import etl.show.NotebookSet;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Starts Jupyter with a Java kernel that knows everything in `scripts/etl`: the class path of this
/// very script, as JBang made it. Jupyter and kernel come from PyPI into a virtual environment
/// below jbangw's own folder. Example: `./jbangw notebook --set results/original`.
@Command(
        name = "notebook.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Open the notebooks in Jupyter, or execute them.")
class notebook implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "NOTEBOOK",
            description = "Notebooks (default: all in notebooks/).")
    private List<Path> wanted = List.of();

    @Option(
            names = "--execute",
            description = "Execute each from top to bottom, without a browser; write the outputs.")
    private boolean execute;

    @Option(
            names = "--check",
            description =
                    "Execute copies: exit with 1 if a cell fails, or its text or the size of its"
                            + " picture is not the one in the notebook.")
    private boolean check;

    @Option(
            names = "--set",
            paramLabel = "DIR",
            description =
                    "The result set that they read (default: the one below results/ that was"
                            + " measured last, quickstarts aside; with --check the one whose"
                            + " outputs they hold).")
    private Path set;

    @Option(names = "--no-browser", description = "Print Jupyter's address in place of opening it.")
    private boolean noBrowser;

    @Spec private CommandSpec spec;

    private Path root;
    private Jupyter jupyter;

    static void main(String... args) {
        System.exit(Cli.run(new notebook(), args));
    }

    @Override
    public Integer call() throws IOException {
        if (execute && check) {
            throw new ParameterException(spec.commandLine(), "--execute or --check, not both");
        }
        root = Systems.here().root();
        if (set != null) {
            ResultSet.of(set); // a wrong folder is told before anything is installed
        }
        List<Path> notebooks = notebooks();
        notebooks.forEach(NotebookFile::read);
        jupyter =
                Jupyter.install(
                        System.getProperty("java.class.path"),
                        Path.of(System.getProperty("java.home")),
                        this::say);
        // a Ctrl-C reaches Jupyter as well, which ends its kernels itself
        try (Interrupt interrupt = Interrupt.listen()) {
            if (execute || check) {
                return executeAll(notebooks, interrupt);
            }
            Jupyter lab = set == null ? jupyter : reading(set);
            Path first = notebooks.getFirst().toAbsolutePath();
            int code = lab.lab(root, first, !noBrowser, interrupt, this::say);
            // a person ends it by Ctrl-C
            return code == 0 || interrupt.getAsBoolean() ? Cli.OK : Cli.FAILED;
        }
    }

    private List<Path> notebooks() throws IOException {
        if (!wanted.isEmpty()) {
            return wanted;
        }
        try (Stream<Path> files = Files.list(root.resolve("notebooks"))) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
            if (all.isEmpty()) {
                throw new Failure(root.resolve("notebooks") + ": holds no notebook");
            }
            return all;
        }
    }

    private int executeAll(List<Path> notebooks, Interrupt interrupt) throws IOException {
        int failures = 0;
        for (Path notebook : notebooks) {
            say((check ? "checking " : "executing ") + name(notebook));
            Optional<String> failure =
                    check ? check(notebook, interrupt) : execute(notebook, notebook, interrupt);
            if (interrupt.getAsBoolean()) {
                return Cli.INTERRUPTED;
            }
            failure.ifPresent(what -> say(name(notebook) + ": " + what));
            failures += failure.isPresent() ? 1 : 0;
        }
        return failures == 0 ? Cli.OK : Cli.FAILED;
    }

    private Optional<String> execute(Path notebook, Path target, Interrupt interrupt) {
        Path read = set(notebook);
        return new NotebookExecution(reading(read))
                .run(
                        notebook,
                        target,
                        notebook.toAbsolutePath().getParent(),
                        name(read),
                        interrupt);
    }

    private Optional<String> check(Path notebook, Interrupt interrupt) throws IOException {
        Path copy = Files.createTempFile("etlbench-notebook", ".ipynb");
        try {
            Optional<String> failure = execute(notebook, copy, interrupt);
            return failure.isPresent() || interrupt.getAsBoolean()
                    ? failure
                    : NotebookFile.read(notebook)
                            .difference(NotebookFile.read(copy))
                            .map(what -> what + "; see it, then: ./jbangw notebook --execute");
        } finally {
            Files.delete(copy);
        }
    }

    private Path set(Path notebook) {
        if (set != null) {
            return set;
        }
        Optional<Path> noted = NotebookFile.read(notebook).set().map(root::resolve);
        return check && noted.isPresent() ? noted.get() : NewestSet.below(root.resolve("results"));
    }

    private Jupyter reading(Path chosen) {
        return jupyter.with(NotebookSet.CHOSEN, chosen.toAbsolutePath().normalize().toString());
    }

    /// As a person would name it from the repository.
    private String name(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString();
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("notebook.java: " + line);
        err.flush();
    }
}
