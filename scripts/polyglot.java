///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION See how each system takes the job in five languages.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/Interrupt.java
//SOURCES etl/Jbangw.java
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
//SOURCES etl/record/Host.java
//SOURCES etl/record/Images.java
//SOURCES etl/record/KernelFile.java
//SOURCES etl/record/Ledger.java
//SOURCES etl/record/LedgerFile.java
//SOURCES etl/record/Member.java
//SOURCES etl/record/Orphans.java
//SOURCES etl/record/OsRelease.java
//SOURCES etl/record/Passage.java
//SOURCES etl/record/PolyglotImage.java
//SOURCES etl/record/PolyglotRun.java
//SOURCES etl/record/PolyglotRuns.java
//SOURCES etl/record/PolyglotStack.java
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
//SOURCES etl/record/SetWork.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/Stack.java
//SOURCES etl/record/StackImages.java
//SOURCES etl/record/SuiteLock.java
//SOURCES etl/record/SuitePlan.java
//SOURCES etl/record/SuiteSet.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/SystemsCommand.java
//SOURCES etl/record/Target.java
//SOURCES etl/record/Version.java
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
//SOURCES etl/result/Language.java
//SOURCES etl/result/LanguageDelays.java
//SOURCES etl/result/LanguageNumbers.java
//SOURCES etl/result/Lives.java
//SOURCES etl/result/Measures.java
//SOURCES etl/result/PolyglotCsv.java
//SOURCES etl/result/PolyglotFacts.java
//SOURCES etl/result/PolyglotRecord.java
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
import etl.record.PolyglotRuns;
import etl.record.SetWork;
import etl.record.Systems;
import etl.record.SystemsCommand;
import etl.result.PolyglotCsv;

import picocli.CommandLine.Command;

import java.nio.file.Path;
import java.util.List;

/// Gives each system the job as Python, a Rust and a Go binary, a Node script and a Wasm module,
/// each every five minutes, and records 25 minutes. Reads: `compose/`, `tasks/`. Writes:
/// `polyglot/` and `polyglot.csv` in a result set. It labels what it creates and removes only that.
///
/// `./jbangw polyglot cron airflow`
@Command(
        name = "polyglot.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "See how each system takes the job in five languages.")
class polyglot extends SystemsCommand {

    static void main(String... args) {
        System.exit(Cli.run(new polyglot(), args));
    }

    /// Those whose folder says how they take the languages.
    @Override
    protected List<String> usable(Systems systems, List<String> names, boolean named) {
        for (String system : names) {
            if (named && !PolyglotRuns.isDefined(systems, system)) {
                throw new Failure(
                        "compose/%s has no compose.polyglot.yml that says how it takes the languages"
                                .formatted(system));
            }
        }
        return names.stream().filter(system -> PolyglotRuns.isDefined(systems, system)).toList();
    }

    @Override
    protected Path file(Path set, String system) {
        return PolyglotRuns.file(set, system);
    }

    /// Images, start, 25 minutes, down.
    @Override
    protected long minutes(Path file) {
        return PolyglotRuns.isComplete(file) ? 0 : 30;
    }

    @Override
    protected List<String> work(SetWork work, List<String> names) {
        return new PolyglotRuns(work).run(names);
    }

    @Override
    protected String table() {
        return PolyglotCsv.NAME;
    }
}
