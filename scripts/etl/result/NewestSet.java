package etl.result;

import etl.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The result set that was measured last, by the windows in its run JSONs: the dates of files say
/// when somebody copied them.
public final class NewestSet {

    /// A quickstart is a taste: windows too short to be looked into.
    private static final String TASTE = "quickstart-";

    private NewestSet() {}

    /// @param results a folder of result sets
    /// @throws Failure when none of them has a run JSON
    public static Path below(Path results) {
        if (!Files.isDirectory(results)) {
            throw new Failure(results + ": no such folder; result sets stand in results/");
        }
        Path newest = null;
        Instant last = Instant.MIN;
        for (Path set : ResultSet.list(results)) {
            Optional<Instant> began = lastWindow(set);
            if (began.isPresent() && began.get().isAfter(last)) {
                newest = set;
                last = began.get();
            }
        }
        if (newest == null) {
            throw new Failure(
                    results + ": no set here has a run JSON; measure one with: jbang suite.java");
        }
        return newest;
    }

    /// The folder itself where it holds captures, else the newest set below it.
    ///
    /// @throws Failure when there is neither
    public static Path in(Path results) {
        boolean holdsCaptures =
                Files.isDirectory(results)
                        && ResultSet.list(results).stream().anyMatch(ResultSet::isCapture);
        return holdsCaptures ? results : below(results);
    }

    private static Optional<Instant> lastWindow(Path set) {
        if (!Files.isDirectory(set) || set.getFileName().toString().startsWith(TASTE)) {
            return Optional.empty();
        }
        return Stream.concat(
                        Stream.of(set), ResultSet.list(set).stream().filter(ResultSet::isRepeat))
                .flatMap(folder -> ResultSet.list(folder).stream())
                .filter(file -> file.getFileName().toString().endsWith(".run.json"))
                .map(file -> RunFile.read(file).window())
                .filter(window -> window != null && window.start() != null)
                .map(Run.Window::start)
                .max(Instant::compareTo);
    }
}
