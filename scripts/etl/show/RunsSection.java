package etl.show;

import static j2html.TagCreator.b;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.Run;
import etl.result.SuiteRecord;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The machine, and of each run what differed from the plan.
final class RunsSection {

    private static final String NONE = "not recorded";

    private final MeasuredSet set;

    RunsSection(MeasuredSet set) {
        this.set = set;
    }

    DomContent html() {
        return section(
                        h2("Machine and runs"),
                        machines(),
                        h3("What to know about single runs"),
                        remarks(),
                        new RunTable(set).html())
                .withId("runs");
    }

    private DomContent machines() {
        List<Run> runs = set.runs();
        if (runs.stream().allMatch(r -> r.machine() == null && r.engine() == null)) {
            return p(Caption.of(set.folder(), runs));
        }
        List<DomContent> machines =
                runs.stream().map(RunsSection::machine).distinct().map(RunsSection::list).toList();
        return join(
                machines.size() > 1
                        ? p("The runs come from "
                                        + machines.size()
                                        + " different machines or engines: do not compare"
                                        + " systems across them.")
                                .withClass("warning")
                        : join(),
                each(machines, m -> m));
    }

    private static List<List<String>> machine(Run run) {
        List<List<String>> facts = new ArrayList<>();
        Run.Machine machine = run.machine();
        if (machine != null) {
            add(facts, "Processor", machine.cpuModel());
            add(facts, "Cores", machine.cores());
            add(facts, "Memory", mib(machine.memoryMib()));
            add(facts, "Swap", mib(machine.swapMib()));
            add(facts, "Kernel", machine.kernel());
            add(facts, "Java of the recorder", machine.java());
        }
        Run.Engine engine = run.engine();
        if (engine != null) {
            add(facts, "System of the engine", engine.operatingSystem());
            add(facts, "Docker Engine", engine.version());
            add(
                    facts,
                    "cgroup",
                    engine.cgroupVersion() == null ? null : "v" + engine.cgroupVersion());
            add(facts, "Storage driver", engine.storageDriver());
        }
        return facts;
    }

    private static void add(List<List<String>> facts, String name, Object value) {
        facts.add(List.of(name, value == null ? NONE : value.toString()));
    }

    private static String mib(Double mib) {
        return mib == null ? null : String.format(Locale.ROOT, "%,.0f MiB", mib);
    }

    private static DomContent list(List<List<String>> facts) {
        return dl(each(facts, f -> join(dt(f.get(0)), dd(f.get(1))))).withClass("facts machine");
    }

    /// Notes and events, one entry per run that has any, and the runs that failed.
    private DomContent remarks() {
        List<DomContent> entries = new ArrayList<>();
        for (MeasuredSystem system : set.systems()) {
            for (int i = 0; i < system.captures().size(); i++) {
                List<String> remarks = new ArrayList<>(system.notes().get(i));
                remarks.addAll(events(system.captures().get(i).run()));
                if (!remarks.isEmpty()) {
                    entries.add(
                            li(b(name(set, system, i)), ul(each(remarks, remark -> li(remark)))));
                }
            }
            for (SuiteRecord.Fault fault : system.failures()) {
                entries.add(
                        li(
                                b(fault.run()),
                                text(" failed in phase " + fault.phase() + ": " + fault.reason())));
            }
        }
        return entries.isEmpty()
                ? p("Nothing: every run ended normally and without a warning.")
                : ul(each(entries, e -> e)).withClass("remarks");
    }

    /// A run by its system, and by its folder where there are several.
    static String name(MeasuredSet set, MeasuredSystem system, int capture) {
        String name = SystemName.marked(system.row());
        return system.captures().size() == 1
                ? name
                : name
                        + ", "
                        + set.folder()
                                .relativize(system.captures().get(capture).files().samples())
                                .getParent();
    }

    private static List<String> events(Run run) {
        return run == null || run.events() == null
                ? List.of()
                : run.events().stream()
                        .map(
                                e ->
                                        String.format(
                                                        Locale.ROOT,
                                                        "at %.1f s: %s %s %s",
                                                        e.elapsedS(),
                                                        Objects.requireNonNullElse(
                                                                e.container(), ""),
                                                        e.action(),
                                                        Objects.requireNonNullElse(e.detail(), ""))
                                                .strip())
                        .toList();
    }
}
