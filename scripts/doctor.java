///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Say what on this machine stops a run or spoils its numbers, and what mends it.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/record/Apt.java
//SOURCES etl/record/BaseImage.java
//SOURCES etl/record/ComposePlugin.java
//SOURCES etl/record/DebianSources.java
//SOURCES etl/record/Diagnosis.java
//SOURCES etl/record/Disturbances.java
//SOURCES etl/record/DockerContext.java
//SOURCES etl/record/Engine.java
//SOURCES etl/record/EngineAway.java
//SOURCES etl/record/EngineFacts.java
//SOURCES etl/record/Finding.java
//SOURCES etl/record/Host.java
//SOURCES etl/record/OsRelease.java
//SOURCES etl/record/Requirements.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/Version.java
//SOURCES etl/result/JobFacts.java
//SOURCES etl/result/Run.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.record.Diagnosis;
import etl.record.Engine;
import etl.record.EngineFacts;
import etl.record.Finding;
import etl.record.Host;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Looks at the container engine and at this machine and changes nothing. Prints what it saw, then
/// each finding with the command that mends it. Exit code 1 only where no run is possible.
///
/// `jbang doctor.java`
@Command(
        name = "doctor.java",
        mixinStandardHelpOptions = true,
        description =
                "Say what on this machine stops a run or spoils its numbers, and what mends it.")
class doctor implements Callable<Integer> {

    @Option(names = "--engine", paramLabel = "HOST", description = "The engine's address.")
    private String host;

    @Option(names = "--context", paramLabel = "NAME", description = "A Docker context instead.")
    private String context;

    @Spec private CommandSpec spec;

    private PrintWriter out;

    static void main(String... args) {
        System.exit(Cli.run(new doctor(), args));
    }

    @Override
    public Integer call() {
        out = spec.commandLine().getOut();
        List<Finding> findings = look().findings();
        findings.forEach(this::print);
        long stops = count(findings, Finding.Level.STOPS);
        out.println(
                stops > 0
                        ? "no run is possible here yet"
                        : count(findings, Finding.Level.SPOILS) + " findings spoil a measurement");
        out.flush();
        return stops > 0 ? Cli.FAILED : Cli.OK;
    }

    private Diagnosis look() {
        Diagnosis diagnosis = diagnosis();
        if (diagnosis.engine() != null) {
            print(diagnosis.engine(), diagnosis.compose().orElse("missing"));
        }
        print(diagnosis.host());
        return diagnosis;
    }

    private Diagnosis diagnosis() {
        Engine engine;
        try {
            engine = Engine.connect(host, context);
        } catch (Failure noAnswer) {
            // what follows the semicolon sends the user here
            return Diagnosis.withoutEngine(noAnswer.getMessage().split("; ")[0]);
        }
        try (engine) {
            return Diagnosis.of(engine, null);
        }
    }

    private void print(EngineFacts engine, String compose) {
        out.printf(
                Locale.ROOT,
                "engine   %s, API %s, Compose %s, cgroup v%s (%s), clock %+.1f ms%n",
                engine.version(),
                engine.apiVersion(),
                compose,
                engine.cgroupVersion(),
                engine.cgroupDriver(),
                engine.clockOffsetMs());
    }

    private void print(Host machine) {
        out.printf(
                Locale.ROOT,
                "machine  %.0f cores, %.0f of %.0f MiB available, load %.2f%n",
                machine.cores(),
                machine.memoryAvailableMib(),
                machine.memoryMib(),
                machine.load1());
    }

    private void print(Finding finding) {
        out.printf("%-8s %s%n%-8s %s%n", finding.level(), finding.what(), "", finding.remedy());
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
