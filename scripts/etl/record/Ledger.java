//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1

package etl.record;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import etl.Failure;
import etl.result.Fire;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The evidence that the job ran: the lines that `etl_task.py` appends to `/runs/ledger.jsonl`, one
/// at its start and one at its end, by the clock of the engine's machine.
///
/// @param entries one per start, in the order of their starts
public record Ledger(List<Entry> entries) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param ended null when the job recorded no end
    /// @param exitCode null when the job recorded no end
    /// @param language the job's, as it says itself; `python` where it says none
    /// @param host name of the machine, which is that of the container
    public record Entry(
            Instant started, Instant ended, Integer exitCode, String language, String host) {

        private Entry ended(Instant at, int code) {
            return new Entry(started, at, code, language, host);
        }
    }

    /// Puts starts and ends together. A last line without its newline is still being written and is
    /// left out.
    ///
    /// @throws Failure naming the line for anything else that is no ledger line
    static Ledger parse(String text) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            JsonNode line = json(lines[i], i + 1);
            String id = line.path("id").asText();
            Instant time = millis(line.path("ns").asLong());
            if (line.path("event").asText().equals("start")) {
                byId.put(
                        id,
                        new Entry(
                                time,
                                null,
                                null,
                                line.path("language").asText("python"),
                                line.path("host").asText("")));
            } else if (byId.containsKey(id)) {
                byId.put(id, byId.get(id).ended(time, line.path("exit_code").asInt()));
            }
        }
        List<Entry> entries = new ArrayList<>(byId.values());
        entries.sort(Comparator.comparing(Entry::started));
        return new Ledger(entries);
    }

    private static JsonNode json(String line, int number) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.hasNonNull("id") && node.path("ns").isIntegralNumber()) {
                return node;
            }
        } catch (JacksonException e) {
            // reported below: what is wrong matters less than where
        }
        throw new Failure(
                "ledger " + LedgerFile.PATH + ": line " + number + " is not a line of etl_task.py");
    }

    private static Instant millis(long nanos) {
        return Instant.ofEpochSecond(0, nanos).truncatedTo(ChronoUnit.MILLIS);
    }

    /// The fires of a window: for every boundary in `[from, until)` its starts, or a missed fire.
    ///
    /// A start belongs to boundary b when it lies in `[b − period/6, b + 5/6 period)`, which is `[b
    /// − 10 s, b + 50 s)` for a job that runs every minute.
    ///
    /// @param from first instant of the window, by the engine's clock
    /// @param until last instant of the window, by the engine's clock
    /// @param period between two boundaries; boundaries are multiples of it since the epoch
    public List<Fire> fires(Instant from, Instant until, Duration period) {
        List<Fire> fires = new ArrayList<>();
        Duration early = period.dividedBy(6);
        for (Instant b : boundaries(from, until, period)) {
            Instant first = b.minus(early);
            Instant next = first.plus(period);
            List<Fire> here =
                    entries.stream()
                            .filter(e -> !e.started.isBefore(first) && e.started.isBefore(next))
                            .map(e -> new Fire(b, e.started, e.ended, e.exitCode))
                            .toList();
            fires.addAll(here.isEmpty() ? List.of(Fire.missed(b)) : here);
        }
        return fires;
    }

    /// The scheduled times in `[from, until)`.
    static List<Instant> boundaries(Instant from, Instant until, Duration period) {
        List<Instant> boundaries = new ArrayList<>();
        long step = period.toMillis();
        long at = Math.ceilDiv(from.toEpochMilli(), step) * step;
        for (; at < until.toEpochMilli(); at += step) {
            boundaries.add(Instant.ofEpochMilli(at));
        }
        return boundaries;
    }

    /// The first start that is not before the given time.
    Optional<Instant> firstSince(Instant time) {
        return entries.stream()
                .map(Entry::started)
                .filter(started -> !started.isBefore(time))
                .findFirst();
    }
}
