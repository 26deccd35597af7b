///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Format the Java files and keep their JBang directives.
//JAVA 25+
//DEPS com.google.googlejavaformat:google-java-format:1.37.0
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.parser=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import etl.Cli;
import etl.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lays out the Java files of the repository with google-java-format (AOSP style) and prints the
/// names of those that were not in that form.
///
/// The formatter writes `//DEPS` as `// DEPS`, which JBang no longer reads. So the leading lines of
/// a file that begin with `//` are set aside before and put back afterwards.
@Command(
        name = "format.java",
        mixinStandardHelpOptions = true,
        description = "Format the Java files and keep their JBang directives.")
class format implements Callable<Integer> {

    private static final Predicate<String> DIRECTIVE =
            line -> line.startsWith("///usr/bin/env") || line.matches("//([^/].*)?");

    @Option(
            names = "--check",
            description = "Change nothing; exit with 1 where a file would change.")
    private boolean check;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files or folders (default: scripts and tests of the repository).")
    private List<Path> paths;

    @Spec private CommandSpec spec;

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    static void main(String... args) {
        System.exit(Cli.run(new format(), args));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean changed = false;
        for (Path file : javaFiles()) {
            String before = Files.readString(file);
            String after = formatted(file, before);
            if (!before.equals(after)) {
                changed = true;
                out.println(file);
                if (!check) Files.writeString(file, after);
            }
        }
        return check && changed ? Cli.FAILED : Cli.OK;
    }

    private List<Path> javaFiles() throws IOException {
        List<Path> roots = paths;
        if (roots == null) {
            Path root = repository();
            roots = List.of(root.resolve("scripts"), root.resolve("tests"));
        }
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new Failure(root + " does not exist; name a Java file or a folder with some");
            }
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    /// The repository around the current folder, else the one whose `jbangw` was called.
    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("jbangw"))) return here.relativize(folder);
        }
        String called = System.getenv("JBANGW_ROOT");
        if (called == null) {
            throw new Failure(here + " is in no repository with a jbangw; name files or folders");
        }
        return Path.of(called);
    }

    private String formatted(Path file, String source) {
        List<String> lines = source.lines().toList();
        String directives =
                lines.stream()
                        .takeWhile(line -> line.isBlank() || DIRECTIVE.test(line))
                        .map(line -> line.strip() + "\n")
                        .collect(Collectors.joining());
        long skipped = directives.lines().count();
        String code =
                lines.stream().skip(skipped).map(line -> line + "\n").collect(Collectors.joining());
        String head = directives.isBlank() ? "" : directives.strip() + "\n\n";
        try {
            return head + atRest(code);
        } catch (FormatterException e) {
            var problem = e.diagnostics().getFirst();
            throw new Failure(
                    "%s:%d: %s; nothing was changed in this file"
                            .formatted(file, problem.line() + skipped, problem.message()),
                    e);
        }
    }

    /// The formatter now and then changes its own output once more (wrapped comments), so it is
    /// asked until it is content: what it wrote is then what `--check` accepts.
    private String atRest(String code) throws FormatterException {
        String laidOut = formatter.formatSourceAndFixImports(code);
        return laidOut.equals(code) ? code : atRest(laidOut);
    }
}
