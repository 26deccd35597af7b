package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Programs that go on although the suite that started them was killed: its `docker compose` would
/// start containers behind the back of the next suite, its recorder would write into the set. They
/// are known by that suite's temporary folder, which it can no longer delete.
final class Orphans {

    static final String PREFIX = "etlbench-";

    private static final Pattern FOLDER = Pattern.compile(PREFIX + "(\\d{8}-\\d{6}-\\d+)-\\d+");
    private static final String RECORDER = "recorder";

    /// A recorder that is told to end still writes its files.
    private static final int PATIENCE_S = 60;

    private Orphans() {}

    /// Notes the recorder that a suite has just started, by what no later process can share.
    static void note(Path folder, ProcessHandle recorder) {
        try {
            Files.writeString(folder.resolve(RECORDER), identity(recorder));
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e, e);
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().orElse(null);
    }

    /// Ends them all and deletes the folders they are known by.
    ///
    /// @param own folder of this suite; the others lie beside it
    static void end(Path own, Consumer<String> say) {
        try (Stream<Path> beside = Files.list(own.getParent())) {
            for (Path folder : beside.toList()) {
                Matcher name = FOLDER.matcher(folder.getFileName().toString());
                if (name.matches()
                        && !folder.equals(own)
                        // another user's folder says nothing that could be trusted
                        && Files.getOwner(folder).equals(Files.getOwner(own))
                        && !new RunLabel(name.group(1)).isInUse()) {
                    for (ProcessHandle orphan : of(folder)) {
                        say.accept(
                                "ending process %d, left behind by suite %s"
                                        .formatted(orphan.pid(), name.group(1)));
                        end(orphan);
                    }
                    delete(folder);
                }
            }
        } catch (IOException e) {
            throw new Failure(own.getParent() + ": cannot be listed: " + e, e);
        }
    }

    private static List<ProcessHandle> of(Path folder) throws IOException {
        Path note = folder.resolve(RECORDER);
        String recorder = Files.exists(note) ? Files.readString(note) : "";
        return ProcessHandle.allProcesses()
                .filter(p -> identity(p).equals(recorder) || isTold(p, folder))
                .toList();
    }

    private static boolean isTold(ProcessHandle process, Path folder) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.startsWith(folder + "/"));
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("nobody interrupts this thread, and waiting cannot fail", e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be deleted: " + e, e);
        }
    }
}
