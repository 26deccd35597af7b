///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Run every test of this repository.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
//SOURCES ../scripts/*.java
//SOURCES *Test.java
//SOURCES RecordedSet.java
//SOURCES Repository.java
//SOURCES TaskRun.java
//SOURCES etl/*.java
//SOURCES etl/record/*.java
//SOURCES etl/result/*.java
//SOURCES etl/show/*.java
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true

import etl.Cli;
import etl.record.BrowserSetup;
import etl.record.EngineSetup;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// Runs the tests and closes with one line, `N passed, N failed, N skipped`. Tests that need a
/// container engine are skipped, with that reason, where none answers.
///
/// `./jbangw test StatisticsTest` runs one class.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Run every test of this repository.")
class test implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "CLASS",
            description = "Test classes, e.g. StatisticsTest (default: all).")
    private List<String> classes = new ArrayList<>();

    @Option(
            names = "--install-engine",
            description =
                    "Install and start Docker where no engine answers, and a browser (Debian,"
                            + " Ubuntu; root).")
    private boolean installEngine;

    @Option(names = "--no-engine", description = "Leave out the tests that need an engine.")
    private boolean noEngine;

    @Spec private CommandSpec spec;

    static void main(String... args) {
        System.exit(Cli.run(new test(), args));
    }

    @Override
    public Integer call() throws URISyntaxException {
        PrintWriter out = spec.commandLine().getOut();
        if (installEngine) {
            EngineSetup.install(line -> say(out, line));
            BrowserSetup.install(line -> say(out, line));
        }
        Report report = new Report(out);
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request(), report);
        say(
                out,
                "%d passed, %d failed, %d skipped"
                        .formatted(report.passed, report.failed, report.skipped));
        return report.failed > 0 || report.passed == 0 ? Cli.FAILED : Cli.OK;
    }

    private LauncherDiscoveryRequest request() throws URISyntaxException {
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectors());
        if (noEngine) {
            request.filters(TagFilter.excludeTags("engine"));
        }
        return request.build();
    }

    /// Scripts and tests are compiled into the jar that this class comes from; only that one is
    /// searched.
    private List<? extends DiscoverySelector> selectors() throws URISyntaxException {
        Path jar = Path.of(test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (classes.isEmpty()) {
            return DiscoverySelectors.selectClasspathRoots(Set.of(jar));
        }
        return classes.stream().map(this::found).map(DiscoverySelectors::selectClass).toList();
    }

    private String found(String name) {
        for (String room : List.of("", "etl.", "etl.record.", "etl.result.", "etl.show.")) {
            if (test.class.getResource("/" + (room + name).replace('.', '/') + ".class") != null) {
                return room + name;
            }
        }
        throw new etl.Failure("no test class " + name + "; they stand in tests/");
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    /// Prints a line per class as it ends, every failure with its trace, every skip with its
    /// reason.
    private static final class Report implements TestExecutionListener {

        private final PrintWriter out;
        private TestPlan plan;
        private int passed;
        private int failed;
        private int skipped;
        private long classStart;

        private Report(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void testPlanExecutionStarted(TestPlan testPlan) {
            plan = testPlan;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (isClass(test)) {
                classStart = System.nanoTime();
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            int tests = (int) Math.max(1, plan.countTestIdentifiers(t -> isBelow(t, test)));
            skipped += tests;
            say(out, "skipped  " + name(test) + ": " + reason);
        }

        private boolean isBelow(TestIdentifier test, TestIdentifier container) {
            return test.isTest() && plan.getDescendants(container).contains(test);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            switch (result.getStatus()) {
                case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
                case ABORTED -> {
                    skipped++;
                    say(out, "skipped  " + name(test) + ": " + message(result));
                }
                case FAILED -> {
                    failed++;
                    say(out, "FAILED   " + name(test));
                    result.getThrowable().ifPresent(t -> t.printStackTrace(out));
                    out.flush();
                }
            }
            if (isClass(test)) {
                double seconds = (System.nanoTime() - classStart) / 1e9;
                say(out, "%6.1f s %s".formatted(seconds, test.getDisplayName()));
            }
        }

        private static String message(TestExecutionResult result) {
            return result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
        }

        private static boolean isClass(TestIdentifier test) {
            return test.getSource()
                    .filter(
                            s ->
                                    s
                                            instanceof
                                            org.junit.platform.engine.support.descriptor
                                                    .ClassSource)
                    .isPresent();
        }

        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(s -> s instanceof MethodSource)
                    .map(s -> ((MethodSource) s).getClassName() + "." + test.getDisplayName())
                    .orElse(test.getDisplayName());
        }
    }
}
