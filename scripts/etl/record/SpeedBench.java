package etl.record;

import etl.Failure;
import etl.result.Comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What all comparisons share.
///
/// @param systems the repository's, whose commands are measured
/// @param folder for what is measured; removed by the caller
/// @param turns of each comparison
/// @param stopped whether nothing more shall begin
public record SpeedBench(Systems systems, Path folder, Turns turns, BooleanSupplier stopped) {

    private static final int STARTS = 3;

    /// A command of the repository, as a person types it.
    public List<String> jbangw(String... arguments) {
        String jbangw = systems.root().resolve("jbangw").toString();
        return Stream.concat(Stream.of(jbangw), Stream.of(arguments)).toList();
    }

    /// What fails is a row that says so, and the others go on; after a stop nothing more begins.
    public List<Comparison> measured(String what, Supplier<List<Comparison>> rows) {
        try {
            return stopped.getAsBoolean() ? List.of() : rows.get();
        } catch (Failure e) {
            return List.of(Comparison.alone(what, "–", new double[] {Double.NaN}, e.getMessage()));
        }
    }

    /// A command without a peer: wall time of each turn, ms.
    ///
    /// @param reason why there is none
    public Comparison alone(String what, Path in, List<String> command, String reason) {
        double[] ms = new double[turns.count()];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = 1000 * Timed.run(in, 0, command).wallS();
        }
        return Comparison.alone(what, "ms", ms, reason);
    }

    /// Starts a command of ours until it is as fast as it gets: the first start after an edit
    /// compiles, the second makes the start-up cache.
    public void warm(Path in, List<String> command) {
        for (int i = 0; i < STARTS; i++) {
            Timed.run(in, 0, command);
        }
    }

    /// A command of ours beside pandas; where that cannot be had, ours alone and the reason.
    ///
    /// @param does what pandas does, for its name
    /// @param theirs its command
    public List<Comparison> besidePandas(
            String what,
            Path in,
            List<String> ours,
            String does,
            Function<Pandas, List<String>> theirs) {
        return measured(
                what,
                () -> {
                    Pandas pandas;
                    try {
                        pandas = Pandas.install();
                    } catch (Failure e) {
                        String reason = "pandas is missing: " + e.getMessage();
                        return List.of(alone(what, in, ours, reason));
                    }
                    String peer = "pandas " + Pandas.VERSION + ", " + does;
                    return turns.commands(what, in, ours, peer, theirs.apply(pandas));
                });
    }

    /// Copies of the original's five captures, because the analysis writes beside what it reads.
    ///
    /// @param repeats how many times the five
    public Path originals(String name, int repeats) {
        Path set = folder.resolve(name);
        try (Stream<Path> files = Files.list(systems.root().resolve("results/original"))) {
            List<Path> captures = files.filter(f -> f.toString().endsWith(".csv")).toList();
            for (int repeat = 1; repeat <= repeats; repeat++) {
                Path place = repeats == 1 ? set : set.resolve("run-" + repeat);
                Files.createDirectories(place);
                for (Path capture : captures) {
                    Files.copy(capture, place.resolve(capture.getFileName()));
                }
            }
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
