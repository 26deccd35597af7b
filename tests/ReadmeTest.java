import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the README promises is what CI runs.
class ReadmeTest {

    private static final String QUICKSTART = "./jbangw quickstart --install-engine";
    private static final String TEST = "./jbangw test --install-engine";

    private static String read(String file) throws IOException {
        return Files.readString(Repository.root().resolve(file));
    }

    /// The lines of the README's shell blocks, without their comments.
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        for (String line : read("README.md").lines().toList()) {
            if (line.startsWith("```")) {
                inside = !inside && line.equals("```sh");
            } else if (inside && !line.isBlank() && !line.startsWith("#")) {
                commands.add(line.replaceAll("\\s+#.*", "").strip());
            }
        }
        return commands;
    }

    @Test
    void theFirstTwoCommandsAreTheRunAndTheTests() throws IOException {
        assertEquals(List.of(QUICKSTART, TEST), commands().subList(0, 2));
    }

    @Test
    void ciRunsTheReadmesTestCommand() throws IOException {
        assertTrue(read(".ci/run").lines().anyMatch(TEST::equals));
        assertTrue(read(".github/workflows/ci.yml").contains("bash .ci/run"));
    }

    @Test
    void everyScriptThatTheReadmeNamesIsInTheCatalog() throws IOException {
        String catalog = read("jbang-catalog.json");
        for (String command : commands()) {
            if (command.startsWith("./jbangw ") || command.startsWith("jbang ")) {
                String name = command.split(" ")[1];
                assertTrue(catalog.contains("\"" + name + "\": {"), command);
            }
        }
    }

    @Test
    void everyAliasLeadsToAScript() throws IOException {
        Path root = Repository.root();
        List<String> scripts =
                read("jbang-catalog.json")
                        .lines()
                        .filter(line -> line.contains("\"script-ref\""))
                        .map(line -> line.replaceAll(".*: \"(.*)\".*", "$1"))
                        .toList();
        assertTrue(scripts.size() > 10);
        for (String script : scripts) {
            assertTrue(Files.exists(root.resolve(script)), script);
        }
    }

    @Test
    void everyFolderThatTheReadmeShowsIsThere() throws IOException {
        for (String command : commands()) {
            for (String word : command.split(" ")) {
                if (word.startsWith("compose/") && !word.contains("<")) {
                    assertTrue(Files.exists(Repository.root().resolve(word)), command);
                }
            }
        }
    }
}
