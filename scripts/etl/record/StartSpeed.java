package etl.record;

import etl.result.Comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a warm command takes as a whole process: the summary of a small set, and the first line
/// that every script prints.
public final class StartSpeed {

    private static final String WRONG = "--no-such-option";
    private static final int WRONG_USE = 2;

    private static final String ARGPARSE =
            "import argparse; argparse.ArgumentParser().parse_args()";

    private static final String WITHOUT_DRAWING = "without drawing";
    private static final String PICTURES = "… with PNG and page";

    private StartSpeed() {}

    /// All rows.
    ///
    /// @param original the original's analysis.py; null where nobody named it
    public static List<Comparison> rows(SpeedBench bench, Path original) {
        Path set = bench.originals("start", 1);
        List<String> table = bench.jbangw("analysis.java", set.toString(), "--no-charts");
        List<String> pictures = bench.jbangw("analysis.java", set.toString());
        bench.warm(set, table); // has a start-up cache of its own
        bench.warm(set, pictures);
        List<Comparison> rows = new ArrayList<>();
        Function<Pandas, List<String>> theirs = pandas -> pandas.summary(set);
        String what = "summary of 5 captures";
        rows.addAll(bench.besidePandas(what, set, table, WITHOUT_DRAWING, theirs));
        rows.addAll(bench.besidePandas(PICTURES, set, pictures, WITHOUT_DRAWING, theirs));
        rows.addAll(besideTheOriginal(bench, set, pictures, original));
        for (String script : scripts(bench)) {
            rows.addAll(firstLine(bench, set, script, 0, "--help"));
            rows.addAll(firstLine(bench, set, script, WRONG_USE, WRONG));
        }
        return rows;
    }

    private static List<Comparison> besideTheOriginal(
            SpeedBench bench, Path set, List<String> pictures, Path original) {
        return bench.measured(
                PICTURES,
                () -> {
                    if (original == null) {
                        String reason = "the original's analysis.py: name it with --original";
                        return List.of(bench.alone(PICTURES, set, pictures, reason));
                    }
                    // it looks into the folder `results` where it is started
                    Path place = bench.originals("original/results", 1).getParent();
                    String python = Pandas.forTheOriginal().python().toString();
                    String script = original.toAbsolutePath().toString();
                    return bench.turns()
                            .commands(
                                    PICTURES,
                                    place,
                                    pictures,
                                    "the original's analysis.py",
                                    List.of(python, script))
                            .subList(0, 1);
                });
    }

    /// What a person waits for who asks a script how it is used, or uses it wrongly.
    private static List<Comparison> firstLine(
            SpeedBench bench, Path set, String script, int exitCode, String argument) {
        String what = script + " " + argument;
        return bench.measured(
                what,
                () ->
                        bench.turns()
                                .commands(
                                        what,
                                        set,
                                        exitCode,
                                        bench.jbangw(script, argument),
                                        "Python, argparse " + argument,
                                        List.of("python3", "-c", ARGPARSE, argument))
                                .subList(0, 1));
    }

    private static List<String> scripts(SpeedBench bench) {
        try (Stream<Path> files = Files.list(bench.systems().root().resolve("scripts"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
