package etl.record;

import etl.Failure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The named engines of the Docker client. docker-java takes the default engine for a name that it
/// does not know, and the wrong engine would be measured; so the name is looked up first.
final class DockerContext {

    /// Built into every client, without a file.
    private static final String DEFAULT = "default";

    private DockerContext() {}

    /// @throws Failure when the client has no context of this name
    static void require(String name) {
        if (!name.equals(DEFAULT) && !Files.exists(file(name))) {
            throw new Failure("no Docker context " + name + "; see: docker context ls");
        }
    }

    /// Where the Docker client keeps a context: in a folder named after the SHA-256 of its name.
    private static Path file(String name) {
        String config = System.getenv("DOCKER_CONFIG");
        Path folder =
                config != null
                        ? Path.of(config)
                        : Path.of(System.getProperty("user.home"), ".docker");
        return folder.resolve("contexts/meta").resolve(sha256(name)).resolve("meta.json");
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
