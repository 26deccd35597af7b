package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Where no registry answers, a stack gets the images that its folder can build, and says which it
/// can not have.
@NeedsEngine
class StackImagesTest {

    /// Nothing listens on port 1, so that this is a registry that does not answer.
    private static final String IMAGE = "localhost:1/etltest-stand-in:1";

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir private Path folder;

    @AfterEach
    void removeTheStandIn() {
        Shell.run(LIMIT, "docker", "image", "rm", "--force", IMAGE);
        // what an earlier recipe left without a name
        String built = "label=etlbench.built=test";
        Shell.run(LIMIT, "docker", "image", "prune", "--force", "--filter", built);
    }

    @Test
    void whatCannotBePulledIsBuiltOnceForAllServices() throws IOException {
        stack("build: { context: ., labels: { etlbench.built: test } }").getImages();

        assertEquals("test", inspect("{{index .Config.Labels \"etlbench.built\"}}"));
        assertEquals("[]", inspect("{{.RepoDigests}}"));
    }

    @Test
    void aStandInIsBuiltAgainWhenItsRecipeHasChanged() throws IOException {
        ComposeProject stack = stack("build: { context: ., labels: { etlbench.built: test } }");
        stack.getImages();
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nENV RECIPE=changed\n");
        stack.getImages();

        assertTrue(inspect("{{.Config.Env}}").contains("RECIPE=changed"));
    }

    @Test
    void anImageWithoutARecipeIsNamed() throws IOException {
        Failure failure = assertThrows(Failure.class, stack("command: [none]")::getImages);
        assertTrue(
                failure.getMessage().startsWith("image " + IMAGE + " can neither be pulled nor"),
                failure.getMessage());
    }

    @Test
    void theReasonDoesNotTellTheUsersNameServer() {
        assertEquals(
                "Get \"https://registry.example/v2/\": dial tcp: lookup registry.example: no such"
                        + " host",
                StackImages.withoutResolver(
                        "Get \"https://registry.example/v2/\": dial tcp: lookup registry.example on"
                                + " 192.0.2.53:53: no such host"));
    }

    /// The command has folders of this machine in it: it does not belong into what is published.
    @Test
    void aRecipeThatFailsIsNamedByItsImage() throws IOException {
        ComposeProject stack = stack("build: { context: ., labels: { etlbench.built: test } }");
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY nothing /\n");
        Failure failure = assertThrows(Failure.class, stack::getImages);
        assertTrue(
                failure.getMessage().startsWith("image " + IMAGE + " cannot be built here: "),
                failure.getMessage());
        assertFalse(failure.getMessage().contains(folder.toString()), failure.getMessage());
    }

    private ComposeProject stack(String more) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nENV RECIPE=first\n");
        Path file =
                Files.writeString(
                        folder.resolve("compose.yml"),
                        """
                        services:
                          one:
                            image: %1$s
                            %2$s
                          other:
                            image: %1$s
                        """
                                .formatted(IMAGE, more));
        return new ComposeProject("etltest-images", List.of(file));
    }

    private static String inspect(String format) {
        return Shell.check(LIMIT, "docker", "image", "inspect", "--format", format, IMAGE).strip();
    }
}
