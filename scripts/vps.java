///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Find the smallest memory at which each system's whole stack works.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/Interrupt.java
//SOURCES etl/record/Apt.java
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
//SOURCES etl/record/EngineReader.java
//SOURCES etl/record/EventStream.java
//SOURCES etl/record/Finding.java
//SOURCES etl/record/GroupCounters.java
//SOURCES etl/record/GroupMembers.java
//SOURCES etl/record/GroupMounts.java
//SOURCES etl/record/GroupName.java
//SOURCES etl/record/Host.java
//SOURCES etl/record/Images.java
//SOURCES etl/record/InstalledVersion.java
//SOURCES etl/record/KeptSchedule.java
//SOURCES etl/record/KernelFile.java
//SOURCES etl/record/KillWatch.java
//SOURCES etl/record/Ledger.java
//SOURCES etl/record/LedgerFile.java
//SOURCES etl/record/LimitOverride.java
//SOURCES etl/record/Member.java
//SOURCES etl/record/OomLog.java
//SOURCES etl/record/Orphans.java
//SOURCES etl/record/OsRelease.java
//SOURCES etl/record/Preflight.java
//SOURCES etl/record/Processes.java
//SOURCES etl/record/ProjectRemains.java
//SOURCES etl/record/PublishedPorts.java
//SOURCES etl/record/Readers.java
//SOURCES etl/record/Readiness.java
//SOURCES etl/record/Reading.java
//SOURCES etl/record/Requirements.java
//SOURCES etl/record/RunLabel.java
//SOURCES etl/record/SetMachine.java
//SOURCES etl/record/SetWork.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/Stack.java
//SOURCES etl/record/StackGroup.java
//SOURCES etl/record/StackImages.java
//SOURCES etl/record/SuiteLock.java
//SOURCES etl/record/SuitePlan.java
//SOURCES etl/record/SuiteSet.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/SystemsCommand.java
//SOURCES etl/record/Target.java
//SOURCES etl/record/TrialRun.java
//SOURCES etl/record/Version.java
//SOURCES etl/record/VpsForecast.java
//SOURCES etl/record/VpsSearches.java
//SOURCES etl/record/WatchedStart.java
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
//SOURCES etl/result/LimitSearch.java
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
//SOURCES etl/result/SmallServer.java
//SOURCES etl/result/Statistics.java
//SOURCES etl/result/SystemFacts.java
//SOURCES etl/result/Tally.java
//SOURCES etl/result/Timeline.java
//SOURCES etl/result/Trial.java
//SOURCES etl/result/VpsCsv.java
//SOURCES etl/result/VpsRecord.java
//SOURCES etl/result/YamlNode.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.record.SetWork;
import etl.record.SystemsCommand;
import etl.record.VpsForecast;
import etl.record.VpsSearches;
import etl.result.VpsCsv;

import picocli.CommandLine.Command;

import java.nio.file.Path;
import java.util.List;

/// Starts each system's stack again and again under one memory limit for all its containers, and
/// halves the limit between what works and what does not. Reads: `compose/`. Writes: `vps/` and
/// `vps.csv` in a result set. It labels what it creates and removes only that.
///
/// `./jbangw vps cron airflow`
@Command(
        name = "vps.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Find the smallest memory at which each system's whole stack works.")
class vps extends SystemsCommand {

    static void main(String... args) {
        System.exit(Cli.run(new vps(), args));
    }

    @Override
    protected Path file(Path set, String system) {
        return VpsSearches.file(set, system);
    }

    @Override
    protected long minutes(Path file) {
        return VpsForecast.of(file).toMinutes();
    }

    @Override
    protected String elsewhere() {
        return "whose memory cannot be limited from here";
    }

    @Override
    protected List<String> work(SetWork work, List<String> names) {
        return new VpsSearches(work).search(names);
    }

    @Override
    protected String table() {
        return VpsCsv.NAME;
    }
}
