package etl.show;

import static j2html.TagCreator.a;
import static j2html.TagCreator.b;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import etl.result.Capture;
import etl.result.JobFacts;
import etl.result.MeasuredSet;
import etl.result.MeasuredSystem;
import etl.result.Run;
import etl.result.SummaryCsv.Row;

import j2html.tags.DomContent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What each system is, how its job is defined, and the files behind its numbers.
final class SystemSection {

    private static final String NOT_RECORDED = "not recorded";

    private final MeasuredSet set;
    private final ComposeText compose;

    SystemSection(MeasuredSet set, ComposeText compose) {
        this.set = set;
        this.compose = compose;
    }

    DomContent html() {
        return section(
                        h2("System by system"),
                        each(set.systems(), this::system),
                        each(List.copyOf(set.absent().entrySet()), SystemSection::absent))
                .withId("systems");
    }

    private static DomContent absent(Map.Entry<String, String> system) {
        return div(
                        b(SystemName.ofFolder(system.getKey())),
                        span(" not measured here").withClass("muted"),
                        p(system.getValue()).withClass("reason"))
                .withClass("absent-system");
    }

    private DomContent system(MeasuredSystem system) {
        Run run = system.captures().getLast().run();
        return details(
                        summary(
                                b(SystemName.of(system.row())),
                                span(brief(system.row())).withClass("muted")),
                        dl(facts(system, run)).withClass("facts"),
                        ImageTable.html(run),
                        files(system))
                .withClass("system")
                .withId("system-" + set.systems().indexOf(system));
    }

    private static String brief(Row row) {
        String provenance = Provenance.brief(row);
        return provenance.isEmpty() ? "version not recorded" : provenance;
    }

    private DomContent facts(MeasuredSystem system, Run run) {
        JobFacts job = run == null ? null : run.job();
        return each(
                fact("Version", text(system.row().version())),
                fact("Settings", text(run == null ? null : variant(run.variant()))),
                fact("Homepage", homepage(job == null ? null : job.homepage())),
                fact("Folder verified", text(system.row().verified())),
                fact("The job is defined in", text(job == null ? null : job.schedule())),
                fact("To see it run", commands(job == null ? null : job.observe())),
                fact("The job’s log", text(log(job))),
                fact("Compose file", composeFile(run)),
                fact("Containers", text(containers(run))));
    }

    private static String variant(String variant) {
        return "default".equals(variant) ? "the system’s own defaults" : variant;
    }

    private static DomContent fact(String name, DomContent value) {
        return join(dt(name), dd(value));
    }

    private static DomContent text(String value) {
        return value == null || value.isBlank()
                ? span(NOT_RECORDED).withClass("none")
                : span(value);
    }

    /// Only an address of the web becomes a link: what stands in the file could be anything.
    private static DomContent homepage(String address) {
        return address != null && address.matches("https?://[^\\s\"<>]+")
                ? a(address).withHref(address).withRel("noreferrer")
                : text(address);
    }

    private static DomContent commands(List<String> commands) {
        return commands == null || commands.isEmpty()
                ? text(null)
                : each(commands, command -> pre(code(command)));
    }

    private static String log(JobFacts job) {
        if (job == null || job.logService() == null) {
            return null;
        }
        return job.logCommand() == null
                ? "the log of the service " + job.logService()
                : "in the service %s: %s"
                        .formatted(job.logService(), String.join(" ", job.logCommand()));
    }

    private DomContent composeFile(Run run) {
        if (run == null || run.composeFile() == null) {
            return text(null);
        }
        Run.ComposeFile file = run.composeFile();
        return join(
                compose.html(file.path(), file.sha256()),
                file.override() == null
                        ? join()
                        : compose.html(file.override().path(), file.override().sha256()));
    }

    private static String containers(Run run) {
        return run == null || run.containers() == null
                ? null
                : String.join(
                        ", ",
                        run.containers().stream()
                                .map(Run.Life::service)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
    }

    /// Relative links: the page lies in the set.
    private DomContent files(MeasuredSystem system) {
        List<DomContent> links = new ArrayList<>();
        for (Capture capture : system.captures()) {
            Stream.of(capture.files().samples(), capture.files().jobs(), capture.files().run())
                    .filter(Files::exists)
                    .forEach(file -> links.add(li(link(file))));
        }
        return div(p("Raw files"), ul(each(links, link -> link))).withClass("files");
    }

    private DomContent link(Path file) {
        String relative = set.folder().relativize(file).toString().replace('\\', '/');
        return a(relative).withHref(Address.of(relative));
    }
}
