///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Record a running stack and say what it costs.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/Interrupt.java
//SOURCES etl/ProgressLine.java
//SOURCES etl/TimeSpan.java
//SOURCES etl/record/Apt.java
//SOURCES etl/record/BaseImage.java
//SOURCES etl/record/CaptureProgress.java
//SOURCES etl/record/CaptureReport.java
//SOURCES etl/record/CgroupPaths.java
//SOURCES etl/record/CgroupReader.java
//SOURCES etl/record/ComposeOrigin.java
//SOURCES etl/record/ComposePlugin.java
//SOURCES etl/record/ContainerReader.java
//SOURCES etl/record/Deadlines.java
//SOURCES etl/record/DebianSources.java
//SOURCES etl/record/Diagnosis.java
//SOURCES etl/record/Disturbances.java
//SOURCES etl/record/DockerContext.java
//SOURCES etl/record/Engine.java
//SOURCES etl/record/EngineAway.java
//SOURCES etl/record/EngineFacts.java
//SOURCES etl/record/EngineReader.java
//SOURCES etl/record/EventStream.java
//SOURCES etl/record/FastForward.java
//SOURCES etl/record/Finding.java
//SOURCES etl/record/FireWatch.java
//SOURCES etl/record/Gaps.java
//SOURCES etl/record/Happenings.java
//SOURCES etl/record/Host.java
//SOURCES etl/record/Images.java
//SOURCES etl/record/InstalledVersion.java
//SOURCES etl/record/KernelFile.java
//SOURCES etl/record/Ledger.java
//SOURCES etl/record/LedgerFile.java
//SOURCES etl/record/Member.java
//SOURCES etl/record/Monotonic.java
//SOURCES etl/record/OsRelease.java
//SOURCES etl/record/Processes.java
//SOURCES etl/record/RawFile.java
//SOURCES etl/record/Readers.java
//SOURCES etl/record/Reading.java
//SOURCES etl/record/Recorder.java
//SOURCES etl/record/Requirements.java
//SOURCES etl/record/RunContext.java
//SOURCES etl/record/Session.java
//SOURCES etl/record/SetMachine.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/Stack.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/Target.java
//SOURCES etl/record/Version.java
//SOURCES etl/record/WarmUp.java
//SOURCES etl/record/WindowCost.java
//SOURCES etl/record/WindowStart.java
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
//SOURCES etl/result/SystemFacts.java
//SOURCES etl/result/Tally.java
//SOURCES etl/result/Timeline.java
//SOURCES etl/result/YamlNode.java
// a small young generation keeps the process small without a limit that the tests would inherit
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms16m -Xmn8m

import etl.Cli;
import etl.Interrupt;
import etl.ProgressLine;
import etl.TimeSpan;
import etl.record.CaptureReport;
import etl.record.Diagnosis;
import etl.record.Engine;
import etl.record.EngineFacts;
import etl.record.RawFile;
import etl.record.Readers;
import etl.record.Session;
import etl.record.Stack;
import etl.record.Target;
import etl.record.WarmUp;
import etl.record.WindowStart;
import etl.result.CaptureFiles;
import etl.result.Run;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Reads: the container engine, once per instant and container of one Compose project. Writes three
/// files beside each other: the raw samples (`ofelia.csv`), the fires of the job
/// (`ofelia.jobs.csv`) and the context (`ofelia.run.json`). It starts and stops nothing.
///
/// `jbang benchmark.java results/ofelia.csv`
@Command(
        name = "benchmark.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Record a running stack and say what it costs.",
        footer = {
            "",
            "A file named after a system in compose/ measures the project etlbench-<system>:",
            "  docker compose -f compose/cron/compose.yml up -d",
            "  jbang benchmark.java results/cron.csv"
        })
class benchmark implements Callable<Integer> {

    enum Format {
        ETLBENCH,
        DOCKER_STATS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(paramLabel = "FILE.csv", description = "Where the raw samples go.")
    private Path output;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "Measure this Compose project, which may be any that runs.")
    private String project;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            defaultValue = "300s",
            description = "Length of the window (default: ${DEFAULT-VALUE}; 120s, 5m, 1h30m).")
    private Duration duration;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description =
                    "Between two instants (default: 100ms by cgroup files, 1s by the engine).")
    private Duration interval;

    @Option(
            names = "--sampler",
            defaultValue = "auto",
            description = "How containers are read: ${COMPLETION-CANDIDATES} (default: auto).")
    private Readers sampler;

    @Option(
            names = "--format",
            defaultValue = "etlbench",
            description = "Of the raw samples: ${COMPLETION-CANDIDATES} (default: etlbench).")
    private Format format;

    @Option(names = "--now", description = "Begin at once, not at second 30 of a minute.")
    private boolean now;

    @Option(names = "--force", description = "Replace the files of an earlier capture.")
    private boolean force;

    @Option(names = "--engine", paramLabel = "HOST", description = "The engine's address.")
    private String host;

    @Option(names = "--context", paramLabel = "NAME", description = "A Docker context instead.")
    private String context;

    @Option(
            names = "--phase",
            paramLabel = "NAME=FROM/TO",
            description = "What came before the capture, in UTC; suite.java gives it. Repeatable.")
    private List<String> phases = new ArrayList<>();

    @Spec private CommandSpec spec;

    private PrintWriter out;
    private PrintWriter err;

    static void main(String... args) {
        System.exit(Cli.run(new benchmark(), args));
    }

    @Override
    public Integer call() {
        out = spec.commandLine().getOut();
        err = spec.commandLine().getErr();
        List<Run.Phase> earlier = phases.stream().map(this::phase).toList();
        CaptureFiles files = freeFiles();
        try (Interrupt interrupt = Interrupt.listen();
                Engine engine = Engine.connect(host, context);
                Stack stack =
                        Stack.watch(engine, Target.project(output, project, engine), sampler)) {
            RawFile.check(files.samples(), force);
            Diagnosis diagnosis = Diagnosis.of(engine, stack.project());
            EngineFacts facts = diagnosis.engine();
            List<String> warnings = diagnosis.warnings();
            warnings.forEach(w -> err.println("benchmark.java: warning: " + w));
            Session session = new Session(files, stack, facts, settings(stack, earlier, warnings));
            WarmUp.of(stack, interrupt);
            Duration period = Duration.ofSeconds(session.facts().periodS());
            WindowStart start = now ? WindowStart.now() : WindowStart.beforeBoundary(facts, period);
            waitFor(start, period, interrupt);
            if (interrupt.getAsBoolean()) {
                err.println("benchmark.java: interrupted before the window began; nothing written");
                return Cli.INTERRUPTED;
            }
            ProgressLine line = new ProgressLine(err);
            Session.Outcome outcome =
                    session.run(start.first(), interrupt, p -> line.show(p::text));
            line.end();
            new CaptureReport(files.samples(), outcome).lines().forEach(out::println);
            out.flush();
            return exitCode(outcome.run());
        }
    }

    private Run.Phase phase(String text) {
        try {
            return Run.Phase.parse(text);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--phase " + text + ": write it as up=<UTC time>/<UTC time>");
        }
    }

    private CaptureFiles freeFiles() {
        if (interval != null && interval.compareTo(duration) > 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--interval %s ms is longer than --duration %s ms"
                            .formatted(interval.toMillis(), duration.toMillis()));
        }
        CaptureFiles files = CaptureFiles.of(output);
        RawFile.isFree(files.samples(), force);
        RawFile.isFree(files.jobs(), force);
        RawFile.isFree(files.run(), force);
        return files;
    }

    private Session.Settings settings(Stack stack, List<Run.Phase> earlier, List<String> warnings) {
        return new Session.Settings(
                duration, step(stack), format == Format.DOCKER_STATS, force, earlier, warnings);
    }

    private Duration step(Stack stack) {
        Duration usual = Duration.ofMillis(stack.sampler().equals("cgroup") ? 100 : 1000);
        Duration step = interval != null ? interval : usual;
        return step.compareTo(duration) > 0 ? duration : step;
    }

    private void waitFor(WindowStart start, Duration period, Interrupt interrupt) {
        Duration wait = start.untilPreparation();
        if (wait.toSeconds() > 0) {
            err.printf(
                    "waiting %d s for the middle between two fires of every %d s (--now skips"
                            + " that)%n",
                    wait.toSeconds(), period.toSeconds());
            err.flush();
        }
        interrupt.sleep(wait);
    }

    private int exitCode(Run run) {
        return switch (run.termination()) {
            case "normal" -> Cli.OK;
            case "interrupted" -> Cli.INTERRUPTED;
            case "engine-lost" -> {
                err.printf(
                        "benchmark.java: %s: %s: nothing proves the fires; start the engine and"
                                + " capture again, or see: docker info%n",
                        output, run.termination());
                yield Cli.FAILED;
            }
            default -> {
                err.printf(
                        "benchmark.java: %s: %s; see: docker compose -p %s ps -a%n",
                        output, run.termination(), run.project());
                yield Cli.FAILED;
            }
        };
    }
}
