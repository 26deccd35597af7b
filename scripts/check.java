///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Check captures and the folders of the systems; name file and line of what is wrong.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/result/AuditCsv.java
//SOURCES etl/result/AuditRecord.java
//SOURCES etl/result/AuditWay.java
//SOURCES etl/result/BenchmarkBlock.java
//SOURCES etl/result/CaptureCheck.java
//SOURCES etl/result/CaptureFiles.java
//SOURCES etl/result/Column.java
//SOURCES etl/result/ComposeFolder.java
//SOURCES etl/result/ComposeService.java
//SOURCES etl/result/CsvCell.java
//SOURCES etl/result/CsvText.java
//SOURCES etl/result/DockerSize.java
//SOURCES etl/result/DockerStats.java
//SOURCES etl/result/Findings.java
//SOURCES etl/result/Fire.java
//SOURCES etl/result/JobFacts.java
//SOURCES etl/result/JobsCsv.java
//SOURCES etl/result/JsonFile.java
//SOURCES etl/result/Language.java
//SOURCES etl/result/LanguageDelays.java
//SOURCES etl/result/LimitSearch.java
//SOURCES etl/result/Lives.java
//SOURCES etl/result/MedianInterval.java
//SOURCES etl/result/PolyglotCsv.java
//SOURCES etl/result/PolyglotFacts.java
//SOURCES etl/result/PolyglotRecord.java
//SOURCES etl/result/Problem.java
//SOURCES etl/result/RawReader.java
//SOURCES etl/result/RawRow.java
//SOURCES etl/result/RawRows.java
//SOURCES etl/result/RawText.java
//SOURCES etl/result/ResultSet.java
//SOURCES etl/result/ResultsCheck.java
//SOURCES etl/result/RowBatches.java
//SOURCES etl/result/Run.java
//SOURCES etl/result/RunFile.java
//SOURCES etl/result/Sample.java
//SOURCES etl/result/SampleParser.java
//SOURCES etl/result/SampleRow.java
//SOURCES etl/result/SamplesCheck.java
//SOURCES etl/result/SamplesCsv.java
//SOURCES etl/result/SmallServer.java
//SOURCES etl/result/Statistics.java
//SOURCES etl/result/SuiteRecord.java
//SOURCES etl/result/SummaryCsv.java
//SOURCES etl/result/SummaryReader.java
//SOURCES etl/result/SummaryWriter.java
//SOURCES etl/result/SystemTables.java
//SOURCES etl/result/Ticks.java
//SOURCES etl/result/Trial.java
//SOURCES etl/result/TunedFile.java
//SOURCES etl/result/VpsCsv.java
//SOURCES etl/result/VpsRecord.java
//SOURCES etl/result/YamlNode.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.result.ComposeFolder;
import etl.result.Findings;
import etl.result.ResultsCheck;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Reads everything and changes nothing. One line per problem on stdout and one that counts them;
/// what is only worth knowing goes to stderr. Exit code 1 when anything is wrong.
@Command(
        name = "check.java",
        mixinStandardHelpOptions = true,
        description =
                "Check captures and the folders of the systems; name file and line of what is"
                        + " wrong.",
        footer = {
            "",
            "Looked at: columns, units, values, time, holes, checksums, completeness, whether the"
                    + " tables",
            "of whole systems say what their records say, and the rules that every"
                    + " compose/<system>/ keeps.",
            "  jbang check.java results compose"
        })
class check implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A file, a result set, results, compose, or one system's folder.")
    private List<Path> paths;

    @Spec private CommandSpec spec;

    private final Findings findings = new Findings();
    private int systems;

    static void main(String... args) {
        System.exit(Cli.run(new check(), args));
    }

    @Override
    public Integer call() {
        paths.forEach(this::check);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        findings.warnings().forEach(warning -> err.println("warning: " + warning));
        err.flush();
        findings.problems().forEach(out::println);
        out.println(counts());
        out.flush();
        return findings.problems().isEmpty() ? Cli.OK : Cli.FAILED;
    }

    private void check(Path path) {
        if (!Files.exists(path)) {
            findings.problem(path, 0, "no such file or folder");
        } else if (!Files.isDirectory(path)) {
            file(path);
        } else if (isSystem(path)) {
            system(path);
        } else if (isCompose(path)) {
            folders(path).forEach(this::system);
        } else {
            ResultsCheck.folder(path, findings);
        }
    }

    private void file(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (isSystem(folder)) {
            Path named = path.getParent();
            system(named == null ? Path.of(".") : named);
        } else {
            ResultsCheck.file(path, findings);
        }
    }

    private void system(Path folder) {
        systems++;
        ComposeFolder.check(folder).forEach(findings::add);
    }

    private static boolean isSystem(Path folder) {
        return Files.exists(folder.resolve("compose.yml"));
    }

    private static boolean isCompose(Path folder) {
        return folder.toAbsolutePath().normalize().endsWith("compose")
                || folders(folder).stream().anyMatch(check::isSystem);
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isDirectory)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private String counts() {
        String originals =
                findings.originals() == 0
                        ? ""
                        : " ("
                                + findings.originals()
                                + " in the original's format, which needs no jobs CSV and no run"
                                + " JSON)";
        return "checked %d captures%s and %d systems: %d problems, %d warnings"
                .formatted(
                        findings.captures(),
                        originals,
                        systems,
                        findings.problems().size(),
                        findings.warnings().size());
    }
}
