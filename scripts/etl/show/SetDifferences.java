package etl.show;

import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.ul;

import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.Run;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What has to be known before two sets are compared: other machines, other versions, and systems
/// that only one of them has.
///
/// @param before the older set
record SetDifferences(MeasuredSet before, MeasuredSet after) {

    DomContent html() {
        List<String> found = new ArrayList<>();
        fact(found, "Processor", r -> r.machine() == null ? null : r.machine().cpuModel());
        fact(found, "Cores", r -> r.machine() == null ? null : r.machine().cores());
        fact(found, "Memory, MiB", r -> r.machine() == null ? null : r.machine().memoryMib());
        fact(found, "Kernel", r -> r.engine() == null ? null : r.engine().kernel());
        fact(found, "Docker Engine", r -> r.engine() == null ? null : r.engine().version());
        fact(found, "cgroup version", r -> r.engine() == null ? null : r.engine().cgroupVersion());
        fact(found, "Sampler", Run::sampler);
        fact(found, "Window, s", r -> r.window() == null ? null : r.window().plannedS());
        for (MeasuredSystem system : before.systems()) {
            after.systems().stream()
                    .filter(s -> s.system().equals(system.system()))
                    .forEach(s -> versions(found, system, s));
        }
        only(found, before, after, "only before");
        only(found, after, before, "only after");
        return found.isEmpty()
                ? p("Machine, engine, windows and versions are the same in both sets.")
                : div(p(b("What else differs between the two sets")), ul(each(found, f -> li(f))))
                        .withClass("warning");
    }

    private void fact(List<String> found, String name, Function<Run, Object> fact) {
        String then = before.saidByRuns(fact);
        String now = after.saidByRuns(fact);
        if (!then.equals(now)) {
            found.add("%s: %s before, %s after".formatted(name, known(then), known(now)));
        }
    }

    private static String known(String values) {
        return values.isEmpty() ? "not recorded" : values;
    }

    private static void versions(List<String> found, MeasuredSystem then, MeasuredSystem now) {
        if (!then.row().version().equals(now.row().version())
                || !then.row().source().equals(now.row().source())) {
            found.add(
                    "%s: %s before, %s after"
                            .formatted(SystemName.of(now.row()), version(then), version(now)));
        }
    }

    private static String version(MeasuredSystem system) {
        String brief = Provenance.brief(system.row());
        return brief.isEmpty() ? "version not recorded" : brief;
    }

    private static void only(List<String> found, MeasuredSet one, MeasuredSet other, String where) {
        TreeSet<String> names =
                one.systems().stream()
                        .map(MeasuredSystem::system)
                        .collect(Collectors.toCollection(TreeSet::new));
        other.systems().forEach(s -> names.remove(s.system()));
        if (!names.isEmpty()) {
            found.add(where + ": " + String.join(", ", names));
        }
    }
}
