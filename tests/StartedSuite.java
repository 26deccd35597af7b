import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.record.Shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A suite that a test has started.
///
/// @param output where both its outputs go
record StartedSuite(Process process, Path output) {

    /// Waits until it has printed a line that begins so.
    void await(String beginning) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SuiteRepository.LIMIT.toNanos();
        while (lines(beginning).isEmpty()) {
            assertTrue(process.isAlive(), () -> "it ended early: " + text());
            assertTrue(System.nanoTime() < deadline, () -> "never came: " + beginning + text());
            Thread.sleep(50);
        }
    }

    /// Waits until its recorder has written some rows.
    void awaitRows(Path csv) throws IOException, InterruptedException {
        while (!Files.exists(csv) || Files.readString(csv).lines().count() < 20) {
            assertTrue(process.isAlive(), () -> "it ended early: " + text());
            Thread.sleep(50);
        }
    }

    /// Waits for its end.
    ///
    /// @return its exit code
    int end() throws InterruptedException {
        boolean ended = process.waitFor(SuiteRepository.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertTrue(ended, () -> "it does not end: " + text());
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /// What a terminal does at Ctrl-C: everything that was started there hears it.
    void ctrlC() {
        Shell.check(SuiteRepository.LIMIT, "kill", "-INT", "--", "-" + process.pid());
    }

    /// `kill -9` of the suite alone; what it has started goes on.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    String text() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> lines(String beginning) {
        return text().lines().filter(line -> line.startsWith(beginning)).toList();
    }
}
