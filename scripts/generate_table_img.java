///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Draw the summary table as a picture for an article.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/result/Capture.java
//SOURCES etl/result/CaptureFiles.java
//SOURCES etl/result/Column.java
//SOURCES etl/result/CpuCounter.java
//SOURCES etl/result/CsvCell.java
//SOURCES etl/result/DockerSize.java
//SOURCES etl/result/DockerStats.java
//SOURCES etl/result/Fire.java
//SOURCES etl/result/Idle.java
//SOURCES etl/result/Instants.java
//SOURCES etl/result/JobFacts.java
//SOURCES etl/result/JobsCsv.java
//SOURCES etl/result/JsonFile.java
//SOURCES etl/result/Lives.java
//SOURCES etl/result/Measures.java
//SOURCES etl/result/MedianInterval.java
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
//SOURCES etl/result/SummaryCsv.java
//SOURCES etl/result/SummaryReader.java
//SOURCES etl/result/SummaryWriter.java
//SOURCES etl/result/Tally.java
//SOURCES etl/result/Timeline.java
//SOURCES etl/show/Caption.java
//SOURCES etl/show/Fonts.java
//SOURCES etl/show/Frame.java
//SOURCES etl/show/Look.java
//SOURCES etl/show/MemoryLine.java
//SOURCES etl/show/Origin.java
//SOURCES etl/show/Palette.java
//SOURCES etl/show/Picture.java
//SOURCES etl/show/Provenance.java
//SOURCES etl/show/RepeatNotes.java
//SOURCES etl/show/Shown.java
//SOURCES etl/show/TableColumn.java
//SOURCES etl/show/TableImage.java
//SOURCES etl/show/Wording.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.result.ResultSet;
import etl.result.Run;
import etl.result.RunFile;
import etl.result.SummaryCsv;
import etl.show.Caption;
import etl.show.TableImage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// Reads `final_summary_report.csv`, which `analysis.java` wrote, and draws it as
/// `final_results_table.png` beside it. Machine and date of the caption are those of the run JSONs
/// of the set. Example: `jbang generate_table_img.java results/original`.
@Command(
        name = "generate_table_img.java",
        mixinStandardHelpOptions = true,
        description = "Draw the summary table as a picture for an article.")
class generate_table_img implements Callable<Integer> {

    static final String PNG = "final_results_table.png";

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "the result set (default: ${DEFAULT-VALUE})")
    private Path folder;

    @Spec private CommandSpec spec;

    static void main(String... args) {
        System.exit(Cli.run(new generate_table_img(), args));
    }

    @Override
    public Integer call() {
        Path summary = folder.resolve(SummaryCsv.NAME);
        if (!Files.exists(summary)) {
            throw new Failure(
                    summary + ": is not there; make it with: jbang analysis.java " + folder);
        }
        List<SummaryCsv.Row> rows = SummaryCsv.read(summary);
        Path png = folder.resolve(PNG);
        TableImage.write(png, rows, Caption.of(folder, runs()));
        PrintWriter err = spec.commandLine().getErr();
        err.println("generate_table_img.java: wrote " + png);
        err.flush();
        return Cli.OK;
    }

    private List<Run> runs() {
        return ResultSet.runs(folder).stream().map(RunFile::read).toList();
    }
}
