package etl.record;

import com.github.dockerjava.api.model.Container;

import etl.result.CaptureFiles;
import etl.result.Run;
import etl.result.SystemFacts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The compose files that a running project was started from, as Compose noted them on its
/// containers.
///
/// @param files those that lie on this machine; the last one overrides
/// @param facts what their `x-benchmark` blocks say
record ComposeOrigin(List<Path> files, SystemFacts facts) {

    static ComposeOrigin of(Engine engine, String project) {
        List<Path> files =
                engine.ofProject(project).stream()
                        .map(ComposeOrigin::noted)
                        .filter(noted -> noted != null && !noted.isBlank())
                        .findFirst()
                        .map(noted -> Arrays.stream(noted.split(",")).map(Path::of).toList())
                        .orElse(List.of())
                        .stream()
                        // a remote engine's files lie on another machine
                        .filter(Files::isRegularFile)
                        .toList();
        return new ComposeOrigin(files, SystemFacts.read(files));
    }

    private static String noted(Container container) {
        return container.getLabels().get(Engine.CONFIG_FILES);
    }

    /// `tuned` where a `compose.tuned.yml` was laid over.
    String variant() {
        return tuned().isPresent() ? "tuned" : "default";
    }

    private Optional<Path> tuned() {
        return files.stream()
                .filter(f -> f.getFileName().toString().contains(".tuned."))
                .findFirst();
    }

    /// Null where no file is known. What a suite lays over it only adds labels, and is left out.
    Run.ComposeFile forRun() {
        return files.isEmpty()
                ? null
                : forRun(files.getFirst(), tuned().map(t -> forRun(t, null)).orElse(null));
    }

    /// The last two parts of the path are enough for a reader, and tell nothing of somebody's home.
    private static Run.ComposeFile forRun(Path file, Run.ComposeFile override) {
        Path folder = file.getParent() == null ? null : file.getParent().getFileName();
        return new Run.ComposeFile(
                (folder == null ? "" : folder + "/") + file.getFileName(),
                CaptureFiles.sha256(file),
                override);
    }
}
