///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Run the whole chain once, briefly: start, record, analyse, draw, take down.
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
//SOURCES etl/record/ComposePlugin.java
//SOURCES etl/record/ComposeProject.java
//SOURCES etl/record/ContainerReader.java
//SOURCES etl/record/DebianSources.java
//SOURCES etl/record/DockerContext.java
//SOURCES etl/record/Dockerd.java
//SOURCES etl/record/Engine.java
//SOURCES etl/record/EngineAway.java
//SOURCES etl/record/EngineReader.java
//SOURCES etl/record/EngineSetup.java
//SOURCES etl/record/EventStream.java
//SOURCES etl/record/Images.java
//SOURCES etl/record/KernelFile.java
//SOURCES etl/record/Ledger.java
//SOURCES etl/record/LedgerFile.java
//SOURCES etl/record/Member.java
//SOURCES etl/record/Mtu.java
//SOURCES etl/record/OsRelease.java
//SOURCES etl/record/Passage.java
//SOURCES etl/record/ProjectRemains.java
//SOURCES etl/record/Readers.java
//SOURCES etl/record/Readiness.java
//SOURCES etl/record/Reading.java
//SOURCES etl/record/ReadyWait.java
//SOURCES etl/record/RunLabel.java
//SOURCES etl/record/Shell.java
//SOURCES etl/record/Stack.java
//SOURCES etl/record/StackImages.java
//SOURCES etl/record/Systems.java
//SOURCES etl/record/Target.java
//SOURCES etl/record/Version.java
//SOURCES etl/result/Fire.java
//SOURCES etl/result/JobFacts.java
//SOURCES etl/result/Run.java
//SOURCES etl/result/Sample.java
//SOURCES etl/result/SystemFacts.java
//SOURCES etl/result/YamlNode.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.Interrupt;
import etl.Jbangw;
import etl.record.ComposeProject;
import etl.record.Engine;
import etl.record.EngineSetup;
import etl.record.Passage;
import etl.record.Systems;
import etl.result.Run;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Starts the small systems one after the other, records each for one minute with one fire inside,
/// and makes table and pictures of it. Reads: `compose/`. Writes: a result set. It takes down what
/// it started, and touches nothing else: a stack of the same name that somebody started by hand
/// stays.
///
/// `./jbangw quickstart --install-engine`
@Command(
        name = "quickstart.java",
        mixinStandardHelpOptions = true,
        description = "Run the whole chain once, briefly: start, record, analyse, draw, take down.")
class quickstart implements Callable<Integer> {

    /// Those that start in seconds and fit on every machine; a taste, not the matrix.
    private static final List<String> SMALL = List.of("cron", "supervisord", "ofelia");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm").withZone(ZoneOffset.UTC);

    @Option(
            names = "--install-engine",
            description =
                    "Install and start Docker where no engine answers (Debian, Ubuntu; root)."
                            + " Without it nothing is changed on the machine.")
    private boolean installEngine;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the result set goes (default: results/quickstart-<time>).")
    private Path out;

    @Spec private CommandSpec spec;

    private PrintWriter err;
    private Systems systems;
    private Jbangw jbangw;

    static void main(String... args) {
        System.exit(Cli.run(new quickstart(), args));
    }

    @Override
    public Integer call() {
        err = spec.commandLine().getErr();
        systems = Systems.here();
        jbangw = new Jbangw(systems.root());
        Path set = freshSet();
        engine();
        List<String> measured = new ArrayList<>();
        try (Interrupt interrupt = Interrupt.listen();
                Engine engine = Engine.connect(null, null)) {
            for (String system : SMALL) {
                if (!interrupt.getAsBoolean() && measure(system, set, engine, interrupt)) {
                    measured.add(system);
                }
            }
            if (interrupt.getAsBoolean()) {
                say("interrupted; what was recorded is in " + set);
                return Cli.INTERRUPTED;
            }
        }
        if (measured.isEmpty()) {
            throw new Failure(
                    "no system could be measured; see the lines above, or: ./jbangw doctor");
        }
        draw(set);
        say("");
        say(
                "This was a taste: one minute and one fire per system. The real measurement takes"
                        + " five:");
        say("  docker compose -f compose/cron/compose.yml up -d");
        say("  ./jbangw benchmark.java results/cron.csv");
        return Cli.OK;
    }

    private Path freshSet() {
        Path set =
                out != null
                        ? out
                        : systems.root()
                                .resolve("results/quickstart-" + STAMP.format(Instant.now()));
        try {
            if (Files.exists(set) && Files.list(set).findAny().isPresent()) {
                throw new Failure(
                        set + ": exists and is not empty; name another folder with --out");
            }
            return Files.createDirectories(set);
        } catch (IOException e) {
            throw new Failure(set + ": cannot be made: " + e.getMessage(), e);
        }
    }

    /// Makes sure that an engine answers.
    private void engine() {
        if (installEngine) {
            EngineSetup.install(this::say);
            return;
        }
        try (Engine engine = Engine.connect(null, null)) {
            say("engine at " + engine.host());
        } catch (Failure e) {
            throw new Failure(
                    e.getMessage() + "; on Debian or Ubuntu: ./jbangw quickstart --install-engine",
                    e);
        }
    }

    /// Measures one system; false, after a line that says why, when it could not be.
    private boolean measure(String system, Path set, Engine engine, Interrupt interrupt) {
        ComposeProject stack = ComposeProject.of(systems, system);
        List<String> leftovers = stack.leftovers();
        if (!leftovers.isEmpty()) {
            say(
                    "%s: left alone, because it is there already (%s); take it down with:"
                                    .formatted(system, leftovers.getFirst())
                            + " docker compose -p %s down -v".formatted(stack.name()));
            return false;
        }
        try {
            say(system + ": getting its images");
            stack.getImages();
        } catch (Failure e) {
            say(system + ": left out: " + e.getMessage());
            return false;
        }
        try {
            say(system + ": starting");
            Passage passage = new Passage(engine, stack, interrupt, p -> {});
            passage.up();
            return !interrupt.getAsBoolean()
                    && record(passage, stack, set.resolve(system + ".csv"));
        } catch (Failure e) {
            say(system + ": " + e.getMessage());
            return false;
        } finally {
            stack.down();
            say(system + ": taken down");
        }
    }

    private boolean record(Passage passage, ComposeProject stack, Path csv) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of(csv.toString(), "--project", stack.name(), "--duration", "60s"));
        for (Run.Phase phase : passage.phases()) {
            arguments.addAll(List.of("--phase", phase.argument()));
        }
        return jbangw.run("benchmark.java", arguments.toArray(String[]::new)) == Cli.OK;
    }

    private void draw(Path set) {
        for (String script :
                List.of("analysis.java", "normalize_performance.java", "generate_table_img.java")) {
            if (jbangw.run(script, set.toString()) != Cli.OK) {
                throw new Failure(script + " failed on " + set + "; the captures stay there");
            }
        }
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
