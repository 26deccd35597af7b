import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import etl.Cli;
import etl.record.NeedsEngine;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

class doctorTest {

    private static final String OUT =
            "(?s)engine   \\d+\\.\\d+.*, API 1\\..*\nmachine  \\d+ cores, .*";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anEngineThatDoesNotAnswerStopsARunAndIsNotACrash() {
        assertEquals(Cli.FAILED, doctor("--engine", "unix:///no/such/docker.sock"));
        assertTrue(
                out.toString().contains("stops    no container engine answers at unix:///no/such"),
                out.toString());
        assertTrue(out.toString().contains("./jbangw quickstart --install-engine"));
        assertTrue(out.toString().endsWith("no run is possible here yet\n"), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void aWrongOptionIsWrongUse() {
        assertEquals(Cli.USAGE, doctor("--nonsense"));
        assertTrue(
                err.toString().startsWith("doctor.java: Unknown option: '--nonsense'"),
                err.toString());
    }

    @Test
    void helpNamesTheOptions() {
        assertEquals(Cli.OK, doctor("--help"));
        assertTrue(out.toString().contains("--context"), out.toString());
    }

    private int doctor(String... arguments) {
        CommandLine line = Cli.commandLine(new doctor());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @Nested
    @NeedsEngine
    class WithAnEngine {

        @Test
        void theEngineAndTheMachineAreDescribed() {
            assertEquals(Cli.OK, doctor());
            assertTrue(out.toString().matches(OUT), out.toString());
        }
    }
}
