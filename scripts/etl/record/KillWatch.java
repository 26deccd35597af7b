package etl.record;

import etl.Failure;
import etl.result.Trial.OomKill;

import java.util.List;

/// Hears of processes of a stack that the kernel kills because the stack's group has no memory
/// left.
final class KillWatch {

    private final Engine engine;
    private final String group;
    private final GroupCounters counters;
    private double heard;
    private List<OomKill> kills = List.of();

    KillWatch(Engine engine, StackGroup group) {
        this.engine = engine;
        this.group = group.name();
        this.counters = group.counters();
    }

    /// @throws Failure that names the first process that was killed
    void requireNone() {
        counters.look();
        double now = counters.oomKills();
        if (now != heard) { // also where the kernel does not count them: then its log alone tells
            heard = now;
            look();
        }
        throwFirst();
    }

    /// The same from the kernel's log itself, for the end: a kill may be heard of there alone.
    void requireNoneInLog() {
        look();
        throwFirst();
    }

    private void throwFirst() {
        if (!kills.isEmpty()) {
            throw new Failure(kills.getFirst().text());
        }
    }

    /// Those that were heard of, the first one first.
    List<OomKill> kills() {
        return kills;
    }

    /// Asks the kernel's log.
    void look() {
        kills = OomLog.of(group, this::service);
    }

    private String service(String container) {
        return engine.inspect(container)
                .map(c -> c.getConfig().getLabels())
                .map(labels -> labels.get(Engine.SERVICE))
                .orElse(null);
    }

    GroupCounters counters() {
        return counters;
    }
}
