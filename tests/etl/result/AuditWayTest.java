package etl.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Failure;
import etl.result.AuditWay.Call;
import etl.result.AuditWay.Step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class AuditWayTest {

    @TempDir private Path folder;

    private static final String PAGES =
            """
            by_hand:
              page: http://127.0.0.1:1/
              steps:
                - type: etl
                  into: "css: input"
                  why: look for the job
                - click: "text: Failed"
                  why: the failed run
                  if_there: true
            by_machine:
              - run: echo '{"runs":[{"id":7}]}'
                take: $.runs[0].id
                as: RUN
              - run: echo $RUN
            exit_code:
              - run: echo 37
            kept: for ever
            """;

    private AuditWay way(String text) throws IOException {
        Files.writeString(folder.resolve(AuditWay.NAME), text);
        return AuditWay.read(folder).orElseThrow();
    }

    @Test
    void pagesHaveStepsAndAMachineHasCalls() throws IOException {
        AuditWay way = way(PAGES);

        assertEquals(
                List.of(
                        new Step("type", "css: input", "etl", "look for the job", false),
                        new Step("click", "text: Failed", null, "the failed run", true)),
                way.steps());
        assertEquals(new Call("echo $RUN", null, null), way.machine().getLast());
        assertEquals(List.of(), way.stderr());
        assertEquals("for ever", way.kept());
    }

    @Test
    void aSystemWithoutPagesHasAShell() throws IOException {
        AuditWay way =
                way(
                        """
                        by_hand:
                          shell: [docker compose logs]
                        kept: as long as the container
                        """);

        assertNull(way.page());
        assertEquals(List.of("docker compose logs"), way.shell());
    }

    @Test
    void aFolderWithoutTheFileHasNoWay() {
        assertTrue(AuditWay.read(folder).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kept: for ever | keep: for ever | line 17: keep is not known",
                "'text: Failed' | 'Failed' | line 7: must begin with 'css: '",
                "why: the failed run | where: there | line 8: where is not known",
                "page: http://127.0.0.1:1/ | shell: [ls] | nothing",
                "kept: for ever | kept2: 1 | line 17: kept2 is not known",
            })
    void whatIsNotUnderstoodIsNamedWithItsLine(String old, String changed, String message)
            throws IOException {
        String text = PAGES.replace('"', '\'').replace(old, changed);
        if (message.equals("nothing")) {
            assertEquals(List.of("ls"), way(text).shell());
        } else {
            Failure failure = assertThrows(Failure.class, () -> way(text));
            assertTrue(failure.getMessage().contains(message), failure.getMessage());
        }
    }
}
