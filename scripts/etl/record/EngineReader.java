//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1

package etl.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import etl.result.Sample;

import java.io.IOException;
import java.util.Optional;

/// Reads a container through the engine's one-shot statistics: one answer at once. The ordinary
/// call waits for two turns of the engine's collector, 1 to 2 s.
final class EngineReader implements ContainerReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the engine stamps on the zeros that it answers for a stopped container.
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final Engine engine;
    private final String path;

    EngineReader(Engine engine, String id) {
        this.engine = engine;
        this.path = "/containers/" + id + "/stats?stream=false&one-shot=true";
    }

    @Override
    public Optional<Reading> read(boolean counters) {
        try {
            Optional<byte[]> answer = engine.get(path);
            return answer.isEmpty()
                    ? Optional.empty()
                    : reading(JSON.readTree(answer.get()), counters);
        } catch (IOException | EngineAway e) {
            return Optional.empty();
        }
    }

    /// Docker's own arithmetic: cgroup v1 tells `total_inactive_file`, v2 `inactive_file`; cache
    /// that the kernel can drop at once is taken off where it is smaller than the usage.
    static Optional<Reading> reading(JsonNode stats, boolean counters) {
        JsonNode memory = stats.path("memory_stats");
        if (stats.path("read").asText(NEVER).equals(NEVER) || !memory.path("usage").isNumber()) {
            return Optional.empty();
        }
        JsonNode detail = memory.path("stats");
        double usage = memory.path("usage").asDouble();
        boolean v1 = detail.has("total_inactive_file");
        double inactive = detail.path(v1 ? "total_inactive_file" : "inactive_file").asDouble(0);
        double anon = number(detail.path(v1 ? "total_rss" : "anon"));
        JsonNode cpu = stats.path("cpu_stats").path("cpu_usage").path("total_usage");
        return Optional.of(
                new Reading(
                        (inactive < usage ? usage - inactive : usage) / Sample.MIB,
                        anon / Sample.MIB,
                        number(memory.path("max_usage")) / Sample.MIB,
                        number(cpu) / 1e9,
                        counters ? number(stats.path("pids_stats").path("current")) : Double.NaN,
                        counters ? network(stats, "rx_bytes") : Double.NaN,
                        counters ? network(stats, "tx_bytes") : Double.NaN,
                        counters ? block(stats, v1, 'r') : Double.NaN,
                        counters ? block(stats, v1, 'w') : Double.NaN));
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    private static double network(JsonNode stats, String counter) {
        if (!stats.path("networks").isObject()) {
            return Double.NaN;
        }
        double sum = 0;
        for (JsonNode each : stats.path("networks")) {
            sum += each.path(counter).asDouble();
        }
        return sum;
    }

    /// No entry does not say whether nothing was moved or nothing counted, and neither do the zeros
    /// of v1; see [CgroupReader].
    private static double block(JsonNode stats, boolean v1, char operation) {
        JsonNode entries = stats.path("blkio_stats").path("io_service_bytes_recursive");
        double sum = 0;
        double all = 0;
        for (JsonNode entry : entries) {
            double bytes = entry.path("value").asDouble();
            boolean asked =
                    Character.toLowerCase(entry.path("op").asText("-").charAt(0)) == operation;
            sum += asked ? bytes : 0;
            all += bytes;
        }
        return entries.isEmpty() || v1 && all == 0 ? Double.NaN : sum;
    }

    @Override
    public void close() {
        // the connection belongs to the engine
    }
}
