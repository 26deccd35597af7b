//DEPS tech.tablesaw:tablesaw-core:0.44.4

package etl.show;

import etl.result.Capture;
import etl.result.Fire;
import etl.result.Idle;
import etl.result.Timeline.Point;

import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.time.Instant;
import java.util.List;

/// The instants of a system's runs as a table, see [Tables#instants].
final class InstantTable {

    /// A start belongs to a scheduled time from this long before it on, as in the ledger.
    private static final int EARLY_S = 10;

    private final StringColumn system = StringColumn.create("system");
    private final IntColumn run = IntColumn.create("run");
    private final InstantColumn timestamp = InstantColumn.create("timestamp");
    private final DoubleColumn elapsed = DoubleColumn.create("elapsed_s");
    private final IntColumn minute = IntColumn.create("minute");
    private final DoubleColumn memory = DoubleColumn.create("memory_mib");
    private final DoubleColumn anon = DoubleColumn.create("memory_anon_mib");
    private final DoubleColumn cpu = DoubleColumn.create("cpu_s");
    private final BooleanColumn idle = BooleanColumn.create("idle");
    private final StringColumn fire = StringColumn.create("fire");

    private InstantTable() {}

    static Table of(List<Capture> captures) {
        InstantTable table = new InstantTable();
        for (int i = 0; i < captures.size(); i++) {
            table.append(captures.get(i), MemoryLine.run(captures.get(i), i + 1));
        }
        return Table.create(
                "instants",
                table.system,
                table.run,
                table.timestamp,
                table.elapsed,
                table.minute,
                table.memory,
                table.anon,
                table.cpu,
                table.idle,
                table.fire);
    }

    private void append(Capture capture, int number) {
        boolean[] isIdle = Idle.instants(capture.timeline(), capture.fires());
        List<Point> points = capture.timeline().instants();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            system.append(capture.system());
            run.append(number);
            timestamp.append(point.timestamp());
            elapsed.append(point.elapsedS());
            minute.append(minute(point, points.getFirst()));
            memory.append(point.memoryMib());
            anon.append(point.anonMib());
            cpu.append(point.cpuS());
            if (point.timestamp() == null) {
                idle.appendMissing();
            } else {
                idle.append(isIdle[i]);
            }
            fire.append(FireTable.key(capture, number, scheduled(point, capture.fires())));
        }
    }

    private static int minute(Point point, Point first) {
        return (int)
                (point.timestamp() == null
                        ? (point.elapsedS() - first.elapsedS()) / 60
                        : Math.floorDiv(point.timestamp().getEpochSecond(), 60)
                                - Math.floorDiv(first.timestamp().getEpochSecond(), 60));
    }

    /// The last scheduled time that had come by then; null before the first one.
    private static Instant scheduled(Point point, List<Fire> fires) {
        Instant time = point.timestamp();
        return time == null || fires == null
                ? null
                : fires.stream()
                        .map(Fire::scheduled)
                        .filter(s -> !time.isBefore(s.minusSeconds(EARLY_S)))
                        .max(Instant::compareTo)
                        .orElse(null);
    }
}
