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
//SOURCES etl/record/DockerContext.java
//SOURCES etl/record/Engine.java
//SOURCES etl/record/EngineAway.java
//SOURCES etl/record/EngineReader.java
//SOURCES etl/record/EventStream.java
//SOURCES etl/record/Host.java
//SOURCES etl/record/Images.java
//SOURCES etl/record/KernelFile.java
//SOURCES etl/record/Member.java
//SOURCES etl/record/Pandas.java
//SOURCES etl/record/ProjectRemains.java
//SOURCES etl/record/Readers.java
//SOURCES etl/record/Reading.java
//SOURCES etl/record/RecorderSpeed.java
//SOURCES etl/record/RowsFile.java
//SOURCES etl/record/RunLabel.java
//SOURCES etl/record/SampleSpeed.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/SpeedStack.java
//SOURCES etl/record/SpikeSpeed.java
//SOURCES etl/record/Stack.java
//SOURCES etl/record/StackImages.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/Target.java
//SOURCES etl/record/Timed.java
//SOURCES etl/record/Turns.java
//SOURCES etl/record/Venv.java
//SOURCES etl/result/Column.java
//SOURCES etl/result/Comparison.java
//SOURCES etl/result/CsvCell.java
//SOURCES etl/result/DockerSize.java
//SOURCES etl/result/DockerStats.java
//SOURCES etl/result/JsonFile.java
//SOURCES etl/result/MedianInterval.java
//SOURCES etl/result/RawRow.java
//SOURCES etl/result/RawRows.java
//SOURCES etl/result/RawText.java
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
//SOURCES etl/show/MarkdownColumn.java
//SOURCES etl/show/SpeedTable.java

import etl.Cli;
import etl.Failure;
import etl.Interrupt;
import etl.record.Host;
import etl.record.Pandas;
import etl.record.RecorderSpeed;
import etl.record.RowsFile;
import etl.record.SampleSpeed;
import etl.record.SpeedStack;
import etl.record.SpikeSpeed;
import etl.record.Systems;
import etl.record.Timed;
import etl.record.Turns;
import etl.result.Comparison;
import etl.show.SpeedTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Prints ratios, and judges nothing: each figure stands beside a peer that was measured in the
/// same run, turn by turn. Peers are installed by the command itself; one that cannot be had is a
/// row that says so. Writes: nothing but temporary files, and the peers below jbangw's own folder.
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

    private static final String ARGPARSE =
            "import argparse; argparse.ArgumentParser().parse_args()";

    private static final Duration TENTH = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);

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

    @Spec private CommandSpec spec;

    private Path root;
    private Path folder;
    private Interrupt interrupt;

    static void main(String... args) {
        System.exit(Cli.run(new speed(), args));
    }

    @Override
    public Integer call() throws IOException {
        root = Systems.here().root();
        if (turns < 1) {
            throw new ParameterException(spec.commandLine(), "--turns must be 1 or more: " + turns);
        }
        folder = Files.createTempDirectory("etlbench-speed");
        // a Ctrl-C also ends what is being measured, and then the stack is taken down
        try (Interrupt listening = Interrupt.listen()) {
            interrupt = listening;
            say(machine());
            Set<Part> parts = wanted.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(wanted);
            for (Part part : parts) {
                if (!interrupt.getAsBoolean()) {
                    say("measuring " + part);
                    print(measure(part));
                }
            }
            return interrupt.getAsBoolean() ? Cli.INTERRUPTED : Cli.OK;
        } finally {
            delete();
        }
    }

    /// Each part as soon as it is measured: what comes later may fail.
    private void print(List<Comparison> rows) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(SpeedTable.of(rows));
        out.flush();
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

    private List<Comparison> measure(Part part) {
        return switch (part) {
            case START -> start();
            case SAMPLE -> sample();
            case SPIKE -> spike();
            case ANALYSIS -> analysis();
            case ROWS -> rows();
            case RECORDER -> recorder();
        };
    }

    private List<String> jbangw(String... arguments) {
        return Stream.concat(Stream.of(root.resolve("jbangw").toString()), Stream.of(arguments))
                .toList();
    }

    /// A copy, because the analysis writes beside what it reads.
    private Path originals(String name, int repeats) {
        Path set = folder.resolve(name);
        try (Stream<Path> files = Files.list(root.resolve("results/original"))) {
            List<Path> captures = files.filter(f -> f.toString().endsWith(".csv")).toList();
            for (int repeat = 1; repeat <= repeats; repeat++) {
                Path place = repeats == 1 ? set : set.resolve("run-" + repeat);
                Files.createDirectories(place);
                for (Path capture : captures) {
                    Files.copy(capture, place.resolve(capture.getFileName()));
                }
            }
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Comparison> start() {
        List<Comparison> rows = new ArrayList<>();
        Path set = originals("start", 1);
        List<String> table = jbangw("analysis.java", set.toString(), "--no-charts");
        List<String> pictures = jbangw("analysis.java", set.toString());
        // the first start compiles, the second makes the start-up cache
        for (int i = 0; i < 3; i++) {
            Timed.run(root, 0, pictures);
        }
        Turns many = new Turns(turns);
        rows.addAll(besidePandas("summary of 5 captures", set, table, many));
        rows.addAll(besidePandas("… with PNG and page", set, pictures, many));
        rows.addAll(originalsScript(set, pictures, many));
        for (String script : scripts()) {
            rows.addAll(
                    measured(
                            script + " --help",
                            () ->
                                    many.commands(
                                                    script + " --help",
                                                    set,
                                                    jbangw(script, "--help"),
                                                    "Python, argparse --help",
                                                    List.of("python3", "-c", ARGPARSE, "--help"))
                                            .subList(0, 1)));
        }
        return rows;
    }

    private List<Comparison> besidePandas(String what, Path set, List<String> command, Turns many) {
        Pandas pandas;
        try {
            pandas = Pandas.install();
        } catch (Failure e) {
            return measured(
                    what,
                    () ->
                            List.of(
                                    Comparison.alone(
                                            what,
                                            "ms",
                                            alone(set, command),
                                            "pandas is missing: " + e.getMessage())));
        }
        String peer = "pandas " + Pandas.VERSION + " without drawing";
        return measured(what, () -> many.commands(what, set, command, peer, pandas.summary(set)));
    }

    private List<Comparison> originalsScript(Path set, List<String> pictures, Turns many) {
        String what = "… with PNG and page";
        if (original == null) {
            return measured(
                    what,
                    () ->
                            List.of(
                                    Comparison.alone(
                                            what,
                                            "ms",
                                            alone(set, pictures),
                                            "the original's analysis.py: name it with"
                                                    + " --original")));
        }
        List<String> script = List.of("python3", original.toAbsolutePath().toString());
        return measured(
                what,
                () ->
                        many.commands(what, set, pictures, "the original's analysis.py", script)
                                .subList(0, 1));
    }

    /// What fails is a row that says so, and the others go on; after a Ctrl-C nothing more begins.
    private List<Comparison> measured(String what, Supplier<List<Comparison>> rows) {
        try {
            return interrupt.getAsBoolean() ? List.of() : rows.get();
        } catch (Failure e) {
            return List.of(Comparison.alone(what, "–", new double[] {Double.NaN}, e.getMessage()));
        }
    }

    private double[] alone(Path set, List<String> command) {
        double[] ms = new double[turns];
        for (int i = 0; i < turns; i++) {
            ms[i] = 1000 * Timed.run(set, 0, command).wallS();
        }
        return ms;
    }

    private List<String> scripts() {
        try (Stream<Path> files = Files.list(root.resolve("scripts"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Comparison> sample() {
        return measured(
                "one reading of 3 containers",
                () -> {
                    try (SpeedStack stack = SpeedStack.up(Systems.here(), folder, 3)) {
                        return SampleSpeed.rows(stack, 3, new Turns(turns));
                    }
                });
    }

    private List<Comparison> spike() {
        RecorderSpeed recorder = new RecorderSpeed(root, folder, Duration.ofSeconds(15));
        return measured(
                "of a spike of 200 ms is seen",
                () -> {
                    try (SpeedStack stack = SpeedStack.spikes(Systems.here(), folder)) {
                        return List.of(SpikeSpeed.row(stack, recorder, folder, turns));
                    }
                });
    }

    /// The growth with the number of captures; each has 60 instants.
    private List<Comparison> analysis() {
        List<Comparison> rows = new ArrayList<>();
        for (int repeats : new int[] {2, 20, 200}) {
            Path set = originals("captures-" + repeats, repeats);
            List<String> command = jbangw("analysis.java", set.toString(), "--no-charts");
            String what = "summary of %d captures".formatted(5 * repeats);
            rows.addAll(
                    measured(
                            what,
                            () -> {
                                Timed.run(root, 0, command);
                                return List.of(
                                        Comparison.alone(
                                                what, "ms", alone(set, command), "no peer"));
                            }));
        }
        return rows;
    }

    private List<Comparison> rows() {
        List<Comparison> rows = new ArrayList<>();
        List<Long> sizes = new ArrayList<>(List.of(10_000L, 100_000L, 1_000_000L));
        if (large) {
            sizes.add(10_000_000L);
        }
        for (long size : sizes) {
            Path set = folder.resolve("rows-" + size);
            Path file = set.resolve("speed.csv");
            try {
                Files.createDirectories(set);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            RowsFile.write(file, size);
            List<String> ours = jbangw("analysis.java", set.toString(), "--no-charts");
            String what = "summary of " + size + " rows";
            rows.addAll(
                    measured(
                            what,
                            () ->
                                    new Turns(turns)
                                            .commands(
                                                    what,
                                                    set,
                                                    ours,
                                                    "pandas "
                                                            + Pandas.VERSION
                                                            + ", read_csv and groupby",
                                                    Pandas.install().rows(file))));
        }
        return rows;
    }

    private List<Comparison> recorder() {
        RecorderSpeed recorder = new RecorderSpeed(root, folder, Duration.ofSeconds(20));
        List<Comparison> rows = new ArrayList<>();
        Turns one = new Turns(1);
        for (int containers : new int[] {1, 3, 10, 40}) {
            rows.addAll(
                    measured(
                            "recorder, %d containers".formatted(containers),
                            () -> {
                                List<Comparison> its = new ArrayList<>();
                                try (SpeedStack stack =
                                        SpeedStack.up(Systems.here(), folder, containers)) {
                                    its.addAll(
                                            recorder.rows(stack, containers, "cgroup", TENTH, one));
                                    if (containers == 3) {
                                        its.addAll(
                                                recorder.rows(
                                                        stack, containers, "engine", SECOND, one));
                                    }
                                }
                                return its;
                            }));
        }
        return rows;
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
