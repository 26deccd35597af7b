package etl.show;

import etl.Failure;
import etl.result.SummaryCsv.Row;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The summary as chart and page. Most of their time goes into loading two libraries, so a second
/// core helps twice: fonts are loaded while the captures are still read, and the page is written
/// beside the chart.
public final class EfficiencyPictures implements AutoCloseable {

    private final CompletableFuture<Void> prepared =
            CompletableFuture.runAsync(EfficiencyChart::prepare);

    private EfficiencyPictures() {}

    /// Begins to load what the chart needs.
    public static EfficiencyPictures begin() {
        return new EfficiencyPictures();
    }

    /// Writes both.
    ///
    /// @param rows at least one with a peak
    /// @param source see [Caption]
    /// @throws Failure when one cannot be written
    public void write(Path png, Path html, List<Row> rows, String source) {
        CompletableFuture<Void> page =
                CompletableFuture.runAsync(
                        () -> EfficiencyPage.write(html, rows, source),
                        // the pool of two cores has one thread, which may still load fonts
                        task -> Thread.ofPlatform().name("page").start(task));
        try {
            EfficiencyChart.write(png, rows, source);
        } finally {
            await(page);
        }
    }

    private static void await(CompletableFuture<Void> page) {
        try {
            page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /// Waits for the loading, also where nothing was drawn: an exit in the middle of it would leave
    /// its files behind. What it could not do the drawing meets again, and reports.
    @Override
    public void close() {
        prepared.exceptionally(e -> null).join();
    }
}
