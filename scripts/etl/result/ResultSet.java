package etl.result;

import etl.Failure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A folder of captures from one machine and day: `<system>.csv` directly, or one folder per
/// repeat.
///
/// @param folder where the derived files are written
/// @param captures by system in alphabetical order; more than one capture where there are repeats
public record ResultSet(Path folder, Map<String, List<CaptureFiles>> captures) {

    private static final Pattern REPEAT = Pattern.compile("run-[0-9]{1,9}");

    /// @throws Failure when the folder is not there or holds no capture
    public static ResultSet of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Failure(
                    folder + ": no such folder; name a result set, e.g. results/original");
        }
        Map<String, List<CaptureFiles>> captures = new TreeMap<>();
        for (Path place : places(folder)) {
            for (Path file : list(place)) {
                if (isCapture(file)) {
                    CaptureFiles files = CaptureFiles.of(file);
                    captures.computeIfAbsent(files.system(), s -> new ArrayList<>()).add(files);
                }
            }
        }
        if (captures.isEmpty()) {
            throw new Failure(folder + ": holds no capture; " + advice(folder));
        }
        return new ResultSet(folder, captures);
    }

    /// The run JSONs of a set's captures; those of other folders, as of what was put aside, are not
    /// of the set.
    ///
    /// @throws Failure when the folder cannot be listed
    public static List<Path> runs(Path folder) {
        return places(folder).stream()
                .flatMap(place -> list(place).stream())
                .filter(file -> file.toString().endsWith(".run.json"))
                .toList();
    }

    /// Where captures lie: the folder itself and its repeats.
    private static List<Path> places(Path folder) {
        List<Path> places =
                new ArrayList<>(list(folder).stream().filter(ResultSet::isRepeat).toList());
        places.sort((a, b) -> Integer.compare(number(a), number(b)));
        places.addFirst(folder);
        return places;
    }

    /// The sets below the folder, or how to make one.
    private static String advice(Path folder) {
        List<String> sets =
                list(folder).stream()
                        .filter(Files::isDirectory)
                        .filter(
                                set ->
                                        list(set).stream()
                                                .anyMatch(p -> isCapture(p) || isRepeat(p)))
                        .map(Path::toString)
                        .toList();
        return sets.isEmpty()
                ? "make one with: jbang benchmark.java " + folder.resolve("cron.csv")
                : "name one of its sets: " + String.join(", ", sets);
    }

    static List<Path> list(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be listed: " + e.getMessage(), e);
        }
        files.sort(null);
        return files;
    }

    /// The records in a folder of a set, in alphabetical order; none where there is no such folder.
    /// Run JSONs belong to captures, and what begins with a dot is being written.
    static <T> List<T> records(Path folder, Function<Path, T> read) {
        return Files.isDirectory(folder)
                ? list(folder).stream()
                        .filter(file -> file.toString().endsWith(".json"))
                        .filter(file -> !file.toString().endsWith(".run.json"))
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .map(read)
                        .toList()
                : List.of();
    }

    static boolean isRepeat(Path folder) {
        return Files.isDirectory(folder)
                && REPEAT.matcher(folder.getFileName().toString()).matches();
    }

    private static int number(Path repeat) {
        return Integer.parseInt(repeat.getFileName().toString().substring("run-".length()));
    }

    /// Every CSV that is not one of the derived files is taken for a capture, so that a damaged one
    /// is reported by its reader and not passed over.
    static boolean isCapture(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && name.endsWith(".csv")
                && !name.startsWith(".")
                && !name.endsWith(".jobs.csv")
                && !isDerived(file);
    }

    private static boolean isDerived(Path file) {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String header = text.readLine();
            return header != null
                    && (header.startsWith("Orchestrator,") || header.startsWith("system,"));
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
