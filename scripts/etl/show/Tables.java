//DEPS org.slf4j:slf4j-nop:2.0.17
//DEPS tech.tablesaw:tablesaw-core:0.44.4
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow

package etl.show;

import etl.result.Capture;
import etl.result.Column;
import etl.result.Sample;
import etl.result.SamplesCsv;
import etl.result.SummaryCsv.Row;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What was measured, as Tablesaw tables. Nothing is parsed or computed here: the rows are those of
/// the project's own readers and formulas, and what was not measured is a missing value.
public final class Tables {

    private Tables() {}

    /// The summary: one row per system, every column of `final_summary_report.csv` that is a
    /// number.
    public static Table summary(List<Row> rows) {
        Table table = systems("summary", rows);
        for (Column column : Column.values()) {
            table.addColumns(doubles(column.header(), rows, row -> row.value(column)));
        }
        return table;
    }

    /// One column of the summary over the runs of each system: smallest, median, largest, and the
    /// letters of those that cannot be told apart, where there are any.
    public static Table spread(List<Row> rows, Column column) {
        return systems(column.header(), rows)
                .addColumns(
                        doubles("smallest", rows, row -> row.lows().get(column)),
                        doubles("median", rows, row -> row.value(column)),
                        doubles("largest", rows, row -> row.highs().get(column)),
                        StringColumn.create("group", rows.stream().map(row -> row.group(column))));
    }

    private static Table systems(String name, List<Row> rows) {
        return Table.create(
                name,
                StringColumn.create("system", rows.stream().map(Row::system)),
                IntColumn.create("Runs", rows.stream().mapToInt(Row::runs).toArray()));
    }

    private static DoubleColumn doubles(String name, List<Row> rows, ToDoubleFunction<Row> value) {
        return DoubleColumn.create(name, rows.stream().mapToDouble(value).toArray());
    }

    /// One row per instant: memory and CPU time of the whole stack, whether it is idle, the minute
    /// of the clock counted from the one in which the window began, and the key of the fire that it
    /// belongs to, as in [#fires]. In the original's format there is no date, and with it neither
    /// `timestamp` nor `idle`; its minutes are those of the window.
    ///
    /// @param captures the runs of one system
    public static Table instants(List<Capture> captures) {
        return InstantTable.of(captures);
    }

    /// One row per fire, and one for each scheduled time that was missed; `fire` is its key,
    /// `elapsed_s` the second of the window in which the job started. Empty where no jobs CSV
    /// stands beside the samples.
    ///
    /// @param captures the runs of one system
    public static Table fires(List<Capture> captures) {
        return FireTable.of(captures);
    }

    /// The raw rows of one capture: one per instant and container.
    public static Table samples(Capture capture) {
        InstantColumn timestamp = InstantColumn.create("timestamp");
        DoubleColumn elapsed = DoubleColumn.create("elapsed_s");
        StringColumn container = StringColumn.create("container");
        DoubleColumn memory = DoubleColumn.create("memory_mib");
        DoubleColumn anon = DoubleColumn.create("memory_anon_mib");
        DoubleColumn cpu = DoubleColumn.create("cpu_s");
        DoubleColumn pids = DoubleColumn.create("pids");
        SamplesCsv.read(
                capture.files().samples(),
                (Sample sample) -> {
                    timestamp.append(sample.timestamp());
                    elapsed.append(sample.elapsedS());
                    container.append(sample.container());
                    memory.append(sample.memoryMib());
                    anon.append(sample.anonMib());
                    cpu.append(sample.cpuS());
                    pids.append(sample.pids());
                },
                warning -> {}); // the set's reader has told it
        return Table.create(
                capture.system(), timestamp, elapsed, container, memory, anon, cpu, pids);
    }
}
