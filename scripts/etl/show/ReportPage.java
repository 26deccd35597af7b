package etl.show;

import etl.result.MeasuredSet;

import java.nio.file.Path;
import java.util.List;

/// The page of a result set: the answer first, then every number, then where it comes from.
public final class ReportPage {

    /// Name of the file in a set.
    public static final String NAME = "report.html";

    private ReportPage() {}

    /// Writes `report.html` into the set; it is derived, so an older one is replaced.
    ///
    /// @param original the original's captures, to put beside; null for none
    /// @param compose `compose/` of the project; null where there is none
    public static Path write(MeasuredSet set, MeasuredSet original, Path compose) {
        Path file = set.folder().resolve(NAME);
        AnswerSection answer = new AnswerSection(set);
        PageShell.write(
                file,
                answer.headline(),
                Standfirst.of(set),
                new Notice(set).html(),
                List.of(
                        answer.html(),
                        new TableSection(set).html(),
                        new MemorySection(set).html(),
                        new FootprintSection(set).html(),
                        new SmallestSection(set).html(),
                        new AuditSection(set).html(),
                        new PolyglotSection(set).html(),
                        new CpuSection(set).html(),
                        new LatencySection(set).html(),
                        new SystemSection(set, new ComposeText(compose)).html(),
                        new OriginalSection(set, original).html(),
                        new MethodSection(set).html(),
                        new RunsSection(set).html()));
        return file;
    }
}
