//DEPS tech.tablesaw:tablesaw-core:0.44.4

package etl.show;

import etl.result.Capture;
import etl.result.Fire;
import etl.result.Timeline.Point;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The fires of a system's runs as a table, see [Tables#fires].
final class FireTable {

    private final StringColumn system = StringColumn.create("system");
    private final IntColumn run = IntColumn.create("run");
    private final StringColumn key = StringColumn.create("fire");
    private final InstantColumn scheduled = InstantColumn.create("scheduled");
    private final InstantColumn started = InstantColumn.create("started");
    private final InstantColumn ended = InstantColumn.create("ended");
    private final DoubleColumn elapsed = DoubleColumn.create("elapsed_s");
    private final DoubleColumn latency = DoubleColumn.create("latency_ms");
    private final DoubleColumn duration = DoubleColumn.create("duration_ms");
    private final IntColumn exit = IntColumn.create("exit_code");

    private FireTable() {}

    static Table of(List<Capture> captures) {
        FireTable table = new FireTable();
        for (int i = 0; i < captures.size(); i++) {
            Capture capture = captures.get(i);
            int number = MemoryLine.run(capture, i + 1);
            if (capture.fires() != null) {
                capture.fires().forEach(fire -> table.append(capture, number, fire));
            }
        }
        return Table.create(
                "fires",
                table.system,
                table.run,
                table.key,
                table.scheduled,
                table.started,
                table.ended,
                table.elapsed,
                table.latency,
                table.duration,
                table.exit);
    }

    private void append(Capture capture, int number, Fire fire) {
        system.append(capture.system());
        run.append(number);
        key.append(key(capture, number, fire.scheduled()));
        scheduled.append(fire.scheduled());
        started.append(fire.started());
        ended.append(fire.ended());
        elapsed.append(elapsedS(capture, fire));
        latency.append(fire.latencyMs());
        duration.append(fire.durationMs());
        if (fire.exitCode() == null) {
            exit.appendMissing();
        } else {
            exit.append(fire.exitCode());
        }
    }

    /// What an instant and its fire have in common, `cron/run-1/2026-11-25T01:21:00Z`. One column,
    /// because Tablesaw 0.44.4 loses rows where it joins on two; null without a scheduled time.
    static String key(Capture capture, int number, Instant scheduled) {
        return scheduled == null
                ? null
                : "%s/run-%d/%s".formatted(capture.system(), number, scheduled);
    }

    private static double elapsedS(Capture capture, Fire fire) {
        Point first = capture.timeline().instants().getFirst();
        return fire.isMissed() || first.timestamp() == null
                ? Double.NaN
                : first.elapsedS()
                        + Duration.between(first.timestamp(), fire.started()).toMillis() / 1000.0;
    }
}
