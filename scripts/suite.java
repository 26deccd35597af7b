///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Measure systems one after the other, each from a clean slate.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/Interrupt.java
//SOURCES etl/Jbangw.java
//SOURCES etl/TimeSpan.java
//SOURCES etl/record/Apt.java
//SOURCES etl/record/Attempts.java
//SOURCES etl/record/BaseImage.java
//SOURCES etl/record/CgroupPaths.java
//SOURCES etl/record/CgroupReader.java
//SOURCES etl/record/CleanSlate.java
//SOURCES etl/record/ComposePlugin.java
//SOURCES etl/record/ComposeProject.java
//SOURCES etl/record/ContainerReader.java
//SOURCES etl/record/DebianSources.java
//SOURCES etl/record/Diagnosis.java
//SOURCES etl/record/Disturbances.java
//SOURCES etl/record/DockerContext.java
//SOURCES etl/record/Engine.java
//SOURCES etl/record/EngineAway.java
//SOURCES etl/record/EngineFacts.java
//SOURCES etl/record/EngineImages.java
//SOURCES etl/record/EngineReader.java
//SOURCES etl/record/EventStream.java
//SOURCES etl/record/Finding.java
//SOURCES etl/record/Host.java
//SOURCES etl/record/Images.java
//SOURCES etl/record/KernelFile.java
//SOURCES etl/record/Ledger.java
//SOURCES etl/record/LedgerFile.java
//SOURCES etl/record/Member.java
//SOURCES etl/record/Orphans.java
//SOURCES etl/record/OsRelease.java
//SOURCES etl/record/Pace.java
//SOURCES etl/record/Passage.java
//SOURCES etl/record/Preflight.java
//SOURCES etl/record/ProjectRemains.java
//SOURCES etl/record/PublishedPorts.java
//SOURCES etl/record/Readers.java
//SOURCES etl/record/Readiness.java
//SOURCES etl/record/Reading.java
//SOURCES etl/record/ReadyWait.java
//SOURCES etl/record/Recording.java
//SOURCES etl/record/Requirements.java
//SOURCES etl/record/RunLabel.java
//SOURCES etl/record/SetMachine.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/Stack.java
//SOURCES etl/record/StackImages.java
//SOURCES etl/record/SuiteDryRun.java
//SOURCES etl/record/SuiteForecast.java
//SOURCES etl/record/SuiteJournal.java
//SOURCES etl/record/SuiteLock.java
//SOURCES etl/record/SuitePlan.java
//SOURCES etl/record/SuiteRuns.java
//SOURCES etl/record/SuiteSet.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/Target.java
//SOURCES etl/record/Version.java
//SOURCES etl/result/Capture.java
//SOURCES etl/result/CaptureFiles.java
//SOURCES etl/result/CpuCounter.java
//SOURCES etl/result/CsvCell.java
//SOURCES etl/result/DockerSize.java
//SOURCES etl/result/DockerStats.java
//SOURCES etl/result/Fire.java
//SOURCES etl/result/Idle.java
//SOURCES etl/result/Instants.java
//SOURCES etl/result/JobFacts.java
//SOURCES etl/result/Jobs.java
//SOURCES etl/result/JobsCsv.java
//SOURCES etl/result/JsonFile.java
//SOURCES etl/result/Lives.java
//SOURCES etl/result/Measures.java
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
//SOURCES etl/result/SuiteRecord.java
//SOURCES etl/result/SystemFacts.java
//SOURCES etl/result/Tally.java
//SOURCES etl/result/Timeline.java
//SOURCES etl/result/YamlNode.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Interrupt;
import etl.Jbangw;
import etl.TimeSpan;
import etl.record.CleanSlate;
import etl.record.Diagnosis;
import etl.record.Engine;
import etl.record.Preflight;
import etl.record.SetMachine;
import etl.record.SuiteDryRun;
import etl.record.SuiteForecast;
import etl.record.SuiteJournal;
import etl.record.SuiteLock;
import etl.record.SuitePlan;
import etl.record.SuiteRuns;
import etl.record.SuiteSet;
import etl.record.Systems;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Carries out the whole protocol for each system: images, a first start that is not counted, then
/// per run: up, ready, settle, capture, logs, down. Reads: `compose/`. Writes: a result set. It
/// labels what it creates and removes only that.
///
/// `./jbangw suite cron supervisord --repeats 3`
@Command(
        name = "suite.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measure systems one after the other, each from a clean slate.")
class suite implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "SYSTEM",
            description = "Folders of compose/, <system>-tuned included (default: all).")
    private List<String> wanted = new ArrayList<>();

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "1",
            description = "Runs per system (default: ${DEFAULT-VALUE}); their order alternates.")
    private int repeats;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            defaultValue = "300s",
            description = "Length of each window (default: ${DEFAULT-VALUE}).")
    private Duration duration;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The result set (default: results/<date>-<machine>).")
    private Path out;

    @Option(names = "--resume", description = "Go on with a set; complete runs are not repeated.")
    private boolean resume;

    @Option(names = "--keep-up", description = "Leave the stack of the last run up.")
    private boolean keepUp;

    @Option(names = "--dry-run", description = "Print every command that would be run.")
    private boolean dryRun;

    @Option(
            names = "--prune-images",
            description =
                    "Afterwards remove the images that were built here or pulled by this suite.")
    private boolean pruneImages;

    @Spec private CommandSpec spec;

    private PrintWriter err;
    private Systems systems;
    private SuiteSet set;
    private SuitePlan plan;

    static void main(String... args) {
        System.exit(Cli.run(new suite(), args));
    }

    @Override
    public Integer call() {
        err = spec.commandLine().getErr();
        systems = Systems.here();
        if (repeats < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--repeats " + repeats + ": at least 1");
        }
        plan = SuitePlan.of(systems.chosen(wanted), repeats);
        set = new SuiteSet(SetMachine.folder(systems, out), repeats);
        if (dryRun) {
            printCommands();
            return Cli.OK;
        }
        try (SuiteLock lock = SuiteLock.take()) {
            examine();
            set.open(resume);
            SuiteJournal journal = SuiteJournal.begin(set, plan, duration);
            if (!measure(journal)) {
                say("interrupted; go on with: " + resumeCommand());
                return Cli.INTERRUPTED;
            }
            int analysis = Cli.OK;
            if (plan.steps().stream().anyMatch(set::isComplete)) {
                analysis = new Jbangw(systems.root()).run("analysis.java", set.folder().toString());
            }
            journal.faults().forEach(f -> say("failed: " + f));
            return journal.faults().isEmpty() && analysis == Cli.OK ? Cli.OK : Cli.FAILED;
        }
    }

    private void printCommands() {
        PrintWriter stdout = spec.commandLine().getOut();
        new SuiteDryRun(systems, set, plan, duration).commands(stdout::println);
        stdout.flush();
    }

    /// What spoils the numbers is said; what makes a run impossible ends it here.
    private void examine() {
        try (Engine engine = Engine.connect(null, null)) {
            Diagnosis diagnosis =
                    Preflight.pass(
                            engine,
                            "where the folders of compose/ cannot be mounted; measure a stack there"
                                    + " with: jbang benchmark.java --engine "
                                    + engine.host(),
                            this::say);
            SuiteForecast forecast = new SuiteForecast(systems, set, plan, duration);
            say(forecast.time());
            say(forecast.disk(engine, diagnosis.diskFreeMib()));
        }
    }

    /// The protocol; false when it was interrupted.
    private boolean measure(SuiteJournal journal) {
        try (Interrupt interrupt = Interrupt.listen();
                Engine engine = Engine.connect(null, null);
                CleanSlate slate = CleanSlate.open(journal.label(), this::say)) {
            slate.sweep();
            SuiteRuns runs =
                    new SuiteRuns(engine, systems, set, journal, slate, interrupt, this::say);
            runs.getImages(plan.systems());
            runs.warmUp();
            runs.measure(plan, duration, keepUp);
            if (interrupt.getAsBoolean()) {
                return false; // a suite that goes on later has no end yet
            }
            journal.end();
            if (pruneImages) {
                journal.pruneImages(engine, this::say);
            }
            return true;
        }
    }

    private String resumeCommand() {
        List<String> command = new ArrayList<>(List.of("./jbangw", "suite"));
        command.addAll(wanted);
        command.addAll(List.of("--repeats", "" + repeats));
        command.addAll(List.of("--duration", duration.toMillis() + "ms"));
        command.addAll(List.of("--resume", "--out", set.folder().toString()));
        return String.join(" ", command);
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
