import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/// What a pull request brings is what `check.java` finds nothing wrong with: the captures in
/// `results/` as they were recorded, and every folder of `compose/`.
class ResultsTest {

    @Test
    void whatIsInTheRepositoryIsClean() {
        Path root = Repository.root();
        StringWriter out = new StringWriter();
        int exitCode =
                Cli.commandLine(new check())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(
                                root.resolve("results").toString(),
                                root.resolve("compose").toString());

        List<String> lines = out.toString().lines().toList();
        assertEquals(List.of(), lines.subList(0, lines.size() - 1));
        assertEquals(Cli.OK, exitCode);
        // the five of the original are always there
        assertTrue(lines.getLast().matches("checked ([5-9]|\\d\\d+) captures.* systems: 0 .*"));
    }
}
