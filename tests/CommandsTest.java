import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What holds for every command and every source file alike.
class CommandsTest {

    private static final Pattern DEPENDENCY = Pattern.compile("^//DEPS ([^:]+:[^:]+):(\\S+)$");

    private static Stream<Path> java(String folder) throws IOException {
        return Files.walk(Repository.root().resolve(folder))
                .filter(p -> p.toString().endsWith(".java"))
                .sorted();
    }

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("scripts"))) {
            return files.filter(p -> p.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    private static CommandLine command(Path script, StringWriter out, StringWriter err)
            throws ReflectiveOperationException {
        String name = script.getFileName().toString().replace(".java", "");
        var constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return Cli.commandLine((Callable<?>) constructor.newInstance())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void helpNamesTheScriptAndSaysWhatItsFirstLineSays(Path script) throws Exception {
        StringWriter out = new StringWriter();

        assertEquals(Cli.OK, command(script, out, new StringWriter()).execute("--help"));

        String description =
                Files.readAllLines(script).stream()
                        .filter(line -> line.startsWith("//DESCRIPTION "))
                        .findFirst()
                        .orElseThrow()
                        .substring("//DESCRIPTION ".length());
        String help = out.toString().replaceAll("\\s+", " ");
        assertTrue(help.contains(script.getFileName().toString()), help);
        assertTrue(help.contains(description), help);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void wrongUseIsTheMessageTheUsageAndExitCode2(Path script) throws Exception {
        StringWriter err = new StringWriter();

        assertEquals(
                Cli.USAGE, command(script, new StringWriter(), err).execute("--no-such-option"));

        String name = script.getFileName().toString();
        assertTrue(err.toString().startsWith(name + ": "), err.toString());
        assertTrue(err.toString().contains("Usage: " + name), err.toString());
    }

    @Test
    void aLibraryHasOneVersionEverywhere() throws IOException {
        Map<String, String> versions = new HashMap<>();
        List<String> clashes = new ArrayList<>();
        for (Path file : Stream.concat(java("scripts"), java("tests")).toList()) {
            for (String line : Files.readAllLines(file)) {
                Matcher dependency = DEPENDENCY.matcher(line);
                if (dependency.matches()) {
                    String before = versions.putIfAbsent(dependency.group(1), dependency.group(2));
                    if (before != null && !before.equals(dependency.group(2))) {
                        clashes.add(file + ": " + line + " beside " + before);
                    }
                }
            }
        }
        assertFalse(versions.isEmpty());
        assertEquals(List.of(), clashes);
    }

    /// A source that is not listed is found only from the script's own folder, and its changes are
    /// not seen: the whole set must be there, directly or through other listed files.
    @Test
    void everySharedFileThatAScriptNeedsIsListed() throws IOException {
        Map<String, Path> shared = new HashMap<>();
        java("scripts/etl")
                .forEach(p -> shared.put(p.getFileName().toString().replace(".java", ""), p));
        List<String> missing = new ArrayList<>();
        for (Path script : scripts().toList()) {
            String listed = Files.readString(script);
            for (Map.Entry<String, Path> file : shared.entrySet()) {
                Path relative = script.getParent().relativize(file.getValue());
                if (listed.contains("//SOURCES " + relative + "\n")) {
                    Stream.concat(imports(file.getValue()), neighbours(file.getValue(), shared))
                            .distinct()
                            .filter(shared::containsKey)
                            .filter(name -> !listed.contains("/" + name + ".java\n"))
                            .forEach(name -> missing.add(script.getFileName() + ": " + name));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    /// Files of the same room need no import; their names stand in the code.
    private static Stream<String> neighbours(Path file, Map<String, Path> shared)
            throws IOException {
        String code =
                Files.readString(file)
                        .replaceAll("(?s)\"\"\".*?\"\"\"", "")
                        .replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", "")
                        .replaceAll("//.*", "");
        return Pattern.compile("\\b[A-Z]\\w*")
                .matcher(code)
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(shared::containsKey)
                .filter(name -> shared.get(name).getParent().equals(file.getParent()));
    }

    private static Stream<String> imports(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("import etl."))
                // of a class in a class the outer one: it has the file's name
                .map(line -> line.replaceAll("^[^A-Z]*\\.([A-Z]\\w*)[.;].*", "$1"));
    }

    /// scripts → etl.record and etl.show → etl.result → etl; never back.
    @Test
    void theArrowsPointOneWay() throws IOException {
        Map<String, List<String>> forbidden =
                Map.of(
                        "record", List.of("etl.show"),
                        "show", List.of("etl.record"),
                        "result", List.of("etl.record", "etl.show", "etl.Cli", "etl.ProgressLine"));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> room : forbidden.entrySet()) {
            for (Path file : java("scripts/etl/" + room.getKey()).toList()) {
                String text = Files.readString(file);
                room.getValue().stream()
                        .filter(
                                p ->
                                        Pattern.compile("\\b" + Pattern.quote(p) + "\\b")
                                                .matcher(text)
                                                .find())
                        .forEach(p -> wrong.add(file + " knows " + p));
            }
        }
        assertEquals(List.of(), wrong);
    }
}
