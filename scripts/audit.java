///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Look for the log of the run that failed ten runs ago, in each system.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/Interrupt.java
//SOURCES etl/record/Apt.java
//SOURCES etl/record/AuditFacts.java
//SOURCES etl/record/AuditLooks.java
//SOURCES etl/record/AuditRun.java
//SOURCES etl/record/AuditRuns.java
//SOURCES etl/record/BaseImage.java
//SOURCES etl/record/Calls.java
//SOURCES etl/record/CgroupPaths.java
//SOURCES etl/record/CgroupReader.java
//SOURCES etl/record/Chromium.java
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
//SOURCES etl/record/EngineReader.java
//SOURCES etl/record/EventStream.java
//SOURCES etl/record/FailOnce.java
//SOURCES etl/record/Finding.java
//SOURCES etl/record/HandWalk.java
//SOURCES etl/record/Host.java
//SOURCES etl/record/Images.java
//SOURCES etl/record/InstalledVersion.java
//SOURCES etl/record/KernelFile.java
//SOURCES etl/record/Ledger.java
//SOURCES etl/record/LedgerFile.java
//SOURCES etl/record/Member.java
//SOURCES etl/record/Orphans.java
//SOURCES etl/record/OsRelease.java
//SOURCES etl/record/PageText.java
//SOURCES etl/record/Passage.java
//SOURCES etl/record/Preflight.java
//SOURCES etl/record/ProjectRemains.java
//SOURCES etl/record/PublishedPorts.java
//SOURCES etl/record/Readers.java
//SOURCES etl/record/Readiness.java
//SOURCES etl/record/Reading.java
//SOURCES etl/record/ReadyWait.java
//SOURCES etl/record/Requirements.java
//SOURCES etl/record/RunLabel.java
//SOURCES etl/record/SetMachine.java
//SOURCES etl/record/SetWork.java
//SOURCES etl/record/Setback.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/Stack.java
//SOURCES etl/record/StackImages.java
//SOURCES etl/record/StepPictures.java
//SOURCES etl/record/SuiteLock.java
//SOURCES etl/record/SuitePlan.java
//SOURCES etl/record/SuiteSet.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/SystemsCommand.java
//SOURCES etl/record/Target.java
//SOURCES etl/record/Version.java
//SOURCES etl/result/AuditCsv.java
//SOURCES etl/result/AuditRecord.java
//SOURCES etl/result/AuditWay.java
//SOURCES etl/result/Capture.java
//SOURCES etl/result/CaptureFiles.java
//SOURCES etl/result/CpuCounter.java
//SOURCES etl/result/CsvCell.java
//SOURCES etl/result/CsvText.java
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
//SOURCES etl/result/ResultSet.java
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
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.record.AuditRuns;
import etl.record.Chromium;
import etl.record.SetWork;
import etl.record.Systems;
import etl.record.SystemsCommand;
import etl.result.AuditCsv;

import picocli.CommandLine.Command;

import java.nio.file.Path;
import java.util.List;

/// The 3 AM test: makes the job of each system fail once, lets ten more runs go by, and looks for
/// the log of the failed one, as a person does and as a program does, on the running stack, after a
/// restart, after a crash, and after it was taken down and started again. Reads: `compose/`.
/// Writes: `audit/` and `audit.csv` in a result set. It labels what it creates and removes only
/// that.
///
/// `./jbangw audit cron airflow`
@Command(
        name = "audit.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Look for the log of the run that failed ten runs ago, in each system.")
class audit extends SystemsCommand {

    static void main(String... args) {
        System.exit(Cli.run(new audit(), args));
    }

    /// Those whose folder says how its log is found; the way through pages needs a browser.
    @Override
    protected List<String> usable(Systems systems, List<String> names, boolean named) {
        boolean pages =
                names.stream()
                        .flatMap(system -> AuditRuns.way(systems, system).stream())
                        .anyMatch(way -> way.page() != null);
        if (pages && !Chromium.isThere()) {
            throw new Failure(
                    "chromium and chromedriver are not installed, and some of these systems have"
                            + " pages; "
                            + Chromium.ADVICE);
        }
        return named
                ? names
                : names.stream().filter(s -> AuditRuns.way(systems, s).isPresent()).toList();
    }

    @Override
    protected Path file(Path set, String system) {
        return AuditRuns.file(set, system);
    }

    /// Start, the failed run and ten more, four looks.
    @Override
    protected long minutes(Path file) {
        return AuditRuns.isComplete(file) ? 0 : 17;
    }

    @Override
    protected List<String> work(SetWork work, List<String> names) {
        return new AuditRuns(work).run(names);
    }

    @Override
    protected String table() {
        return AuditCsv.NAME;
    }
}
