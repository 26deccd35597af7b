import java.nio.file.Files;
import java.nio.file.Path;

/// Where the files of this repository are while its tests run.
final class Repository {

    private Repository() {}

    /// The folder with `jbangw`, looked for upward from the folder that the tests were started in.
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("jbang-catalog.json"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("start the tests in the repository");
        }
        return folder;
    }
}
