package etl.result;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// What a system's folder says of the job in other languages: a `compose.polyglot.yml` that is laid
/// over, and a file per language in `polyglot/` with what had to be written for it.
public final class PolyglotFacts {

    /// Name of the file that is laid over.
    public static final String OVERRIDE = "compose.polyglot.yml";

    private static final String DEFINITIONS = "polyglot";

    private PolyglotFacts() {}

    /// The service that is there for the job only, so that the job's runtime need not be in the
    /// system's own image; empty where the job runs in a container of the system.
    ///
    /// @param folder of the system
    /// @throws Failure when the file cannot be read or is no YAML
    public static Optional<String> jobContainer(Path folder) {
        return YamlNode.read(folder.resolve(OVERRIDE))
                .flatMap(file -> file.get("x-polyglot"))
                .flatMap(facts -> facts.text("job_container"));
    }

    /// The file that was written for a language.
    ///
    /// @param folder of the system
    /// @throws Failure when there is none
    public static Path definition(Path folder, Language language) {
        Path definitions = folder.resolve(DEFINITIONS);
        if (!Files.isDirectory(definitions)) {
            throw new Failure(definitions + ": no such folder: nothing defines the jobs");
        }
        try (Stream<Path> files = Files.list(definitions)) {
            return files.filter(f -> f.getFileName().toString().startsWith(language.key() + "."))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new Failure(
                                            "%s: no file %s.…: nothing defines that job"
                                                    .formatted(definitions, language.key())));
        } catch (IOException e) {
            throw new Failure(definitions + ": cannot be listed: " + e.getMessage(), e);
        }
    }
}
