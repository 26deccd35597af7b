package etl.result;

import static etl.result.Example.NONE;
import static etl.result.Example.has;
import static etl.result.Example.life;
import static etl.result.Example.sample;
import static etl.result.Example.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the run JSON adds to the numbers of a capture.
class ContextTest {

    /// One container at 36 MiB.
    private static final Timeline TIMELINE = timeline(null, sample(0, "a", 36, 8));

    private static final List<Fire> FIRES = List.of();

    private final List<Problem> warnings = new ArrayList<>();
    private final Formulas formulas = new Formulas(NONE, 150, warnings::add);

    private long said(String part) {
        return warnings.stream().filter(w -> w.message().contains(part)).count();
    }

    /// 960 − 150 − 112.5 (engine) − 36 (peak). Up at 09:58:00, ready 6.5 s and first fire 42 s
    /// later. Two services share the image of 222 MiB: 222 + 48.
    @Test
    void theRunsContextGivesTheRest() {
        Instant up = Instant.parse("2026-11-24T09:58:00Z");
        Run run =
                new Run(
                        Run.SCHEMA,
                        "cron",
                        "Cron",
                        "3.0",
                        "default",
                        "etlbench-cron",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new Run.Image("a", "x", "sha256:1", null, "built here", 222.0),
                                new Run.Image("b", "x", "sha256:1", null, "built here", 222.0),
                                new Run.Image("c", "y", "sha256:2", null, "pulled", 48.0)),
                        List.of(life("a"), life("b")),
                        null,
                        List.of(
                                new Run.Phase("up", up, up.plusSeconds(2)),
                                new Run.Phase("ready", up.plusSeconds(2), up.plusMillis(6500))),
                        null,
                        null,
                        "cgroup",
                        "etlbench",
                        60,
                        up.plusSeconds(42),
                        "normal",
                        Map.of(),
                        null,
                        new Run.EngineCost(4, 112.5, 0.8),
                        null,
                        List.of("swap was in use"));
        has(
                formulas.numbers(Example.capture(TIMELINE, FIRES, run)),
                Column.LEFT_OF_1GB_MIB,
                661.5,
                Column.READY_S,
                6.5,
                Column.FIRST_FIRE_S,
                42,
                Column.IMAGE_MIB,
                270);
        assertEquals(1, said("swap was in use"));
    }

    @Test
    void whatWasNotRecordedIsMissing() {
        has(
                formulas.numbers(Example.capture(TIMELINE, FIRES, Example.run(life("a")))),
                Column.LEFT_OF_1GB_MIB,
                NONE,
                Column.READY_S,
                NONE,
                Column.FIRST_FIRE_S,
                NONE,
                Column.IMAGE_MIB,
                NONE);
    }
}
