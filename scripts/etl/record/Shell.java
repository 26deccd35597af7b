package etl.record;

import etl.Failure;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Runs other programs: without a terminal, with both streams captured and a time limit.
public final class Shell {

    /// What a program left behind.
    ///
    /// @param exitCode its exit code
    /// @param stdout everything it wrote to standard output
    /// @param stderr everything it wrote to standard error
    public record Result(int exitCode, String stdout, String stderr) {

        /// Whether it ended with 0.
        public boolean ok() {
            return exitCode == 0;
        }

        /// The last line that says something: of standard error, else of standard output.
        public String lastLine() {
            String text = stderr.isBlank() ? stdout : stderr;
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce("no output", (before, line) -> line);
        }
    }

    private Shell() {}

    /// Whether a program of this name is on the PATH.
    public static boolean has(String program) {
        return found(program).isPresent();
    }

    /// Where a program of this name is on the PATH.
    ///
    /// @throws Failure when there is none
    static Path path(String program) {
        return found(program)
                .orElseThrow(() -> new Failure(program + ": not found on the PATH; install it"));
    }

    private static Optional<Path> found(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Runs a program and returns its result, whatever its exit code.
    ///
    /// @throws Failure when the program is not there or does not end in time (it is killed then)
    public static Result run(Duration limit, String... command) {
        return run(limit, Map.of(), List.of(command));
    }

    /// As [#run(Duration, String...)], with variables added to the environment.
    public static Result run(Duration limit, Map<String, String> variables, List<String> command) {
        Process process = start(variables, command);
        CompletableFuture<String> stdout = text(process.getInputStream());
        CompletableFuture<String> stderr = text(process.getErrorStream());
        if (!endedWithin(limit, process)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new Failure(
                    String.join(" ", command) + ": not done after " + limit.toSeconds() + " s");
        }
        return new Result(process.exitValue(), stdout.join(), stderr.join());
    }

    /// Runs a program that has to succeed and returns its standard output.
    ///
    /// @throws Failure with the last line it wrote when it ends with another code than 0
    public static String check(Duration limit, String... command) {
        return check(limit, Map.of(), List.of(command));
    }

    /// As [#check(Duration, String...)], with variables added to the environment.
    public static String check(
            Duration limit, Map<String, String> variables, List<String> command) {
        Result result = run(limit, variables, command);
        if (!result.ok()) {
            throw new Failure(
                    "%s: exit code %d: %s"
                            .formatted(
                                    String.join(" ", command), result.exitCode, result.lastLine()));
        }
        return result.stdout;
    }

    private static Process start(Map<String, String> variables, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Failure("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private static CompletableFuture<String> text(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (stream) {
                                text.complete(
                                        new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                text.completeExceptionally(new UncheckedIOException(e));
                            }
                        });
        return text;
    }

    private static boolean endedWithin(Duration limit, Process process) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while another program ran", e);
        }
    }
}
