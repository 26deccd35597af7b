package etl.show;

import etl.Failure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// An interactive chart and its table as one HTML file that works without a network: Plotly itself
/// is inside, compressed, and unpacked by the browser. The page's policy forbids loading anything
/// from elsewhere. Where the chart cannot be drawn, a sentence says so and the table still has the
/// numbers.
public final class PlotlyPage {

    /// The id of the element that a figure is drawn in.
    static final String TARGET = "chart";

    /// Of the grid lines of a figure.
    static final String GRID = "#e1e4e8";

    /// Where Plotly goes.
    private static final String PLOTLY = "@plotly@";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
            <title>@title@</title>
            <style>
            body { margin: 0 auto; max-width: 1120px; padding: 24px 16px 40px; color: #1a1a1a;
              background: #fff; font: 16px/1.45 system-ui, -apple-system, "Segoe UI", Roboto,
              "Helvetica Neue", Arial, sans-serif; }
            h1 { font-size: clamp(22px, 3.2vw, 30px); line-height: 1.2; margin: 0 0 6px; }
            p { margin: 0 0 14px; color: #5c6370; }
            #chart { min-height: @height@px; margin: 0 0 12px; }
            .legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 24px; padding: 0;
              list-style: none; font-weight: 600; }
            .swatch { display: inline-block; width: 24px; margin-right: 8px;
              vertical-align: middle; border-top: 4px solid; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { padding: 9px 0 9px 16px; text-align: right; white-space: nowrap;
              border-bottom: 1px solid #e1e4e8; font-weight: 400; }
            thead th { border-bottom-color: #1a1a1a; vertical-align: bottom; }
            th:first-child { text-align: left; padding-left: 0; position: sticky; left: 0;
              background: #fff; font-weight: 600; }
            td small, th small { display: block; color: #5c6370; font-size: 13px; font-weight: 400; }
            tbody th small { max-width: 170px; white-space: normal; line-height: 1.3; }
            .group { display: inline-block; width: 0; color: #5c6370; }
            .none { color: #5c6370; font-size: 14px; }
            .caption { font-size: 14px; margin-top: 18px; }
            @media (max-width: 600px) { th, td { padding-left: 12px; font-size: 15px; } }
            </style>
            </head>
            <body>
            <h1>@title@</h1>
            <p>@subtitle@</p>
            <div id="chart"><p id="nochart">The interactive chart needs JavaScript and a browser \
            from 2023 or later; the table below has the numbers.</p></div>
            @legend@
            @table@
            <p class="caption">@caption@</p>
            <script type="text/plain" id="plotly">@plotly@</script>
            <script>
            function draw() {
            @figure@
            }
            function nameEnds(chart) {
              const axis = chart._fullLayout.yaxis;
              if (axis.type !== 'log' || chart.clientWidth < 700) { return; }
              const pixels = chart._fullLayout._size.h / (axis.range[1] - axis.range[0]);
              const ends = chart.data.filter(line => line.line.width >= 3).map(line => {
                const mib = line.y.map(Number).filter(Number.isFinite).at(-1); // may be texts
                return { name: line.name, color: line.line.color, y: Math.log10(mib) };
              }).sort((a, b) => a.y - b.y);
              let above = -Infinity; // names that would overlap are moved up, lowest first
              for (const end of ends) {
                end.at = above = Math.max(end.y * pixels, above + 20);
              }
              Plotly.relayout(chart, { 'margin.r': 180, annotations: ends.map(end => ({
                text: end.name, font: { color: end.color, size: 14, weight: 'bold' },
                xref: 'paper', x: 1, xanchor: 'left', xshift: 6, yref: 'y', y: end.y,
                yshift: end.at - end.y * pixels, showarrow: false })) });
            }
            async function unpack() {
              const packed = atob(document.getElementById('plotly').textContent);
              const bytes = Uint8Array.from(packed, c => c.charCodeAt(0));
              const stream = new Blob([bytes]).stream();
              const plain = stream.pipeThrough(new DecompressionStream('deflate-raw'));
              const script = document.createElement('script');
              script.textContent = await new Response(plain).text();
              document.head.append(script);
              document.getElementById('nochart').remove();
              draw();
              nameEnds(document.getElementById('chart'));
            }
            if (window.DecompressionStream) { unpack(); }
            </script>
            </body>
            </html>
            """;

    private PlotlyPage() {}

    /// @param figure the statements that draw it, at its own height
    /// @param legend HTML, see [SummaryHtml]
    /// @param table HTML, see [SummaryHtml]
    static void write(
            Path html,
            String title,
            String subtitle,
            String figure,
            int height,
            String legend,
            String table,
            String caption) {
        UnaryOperator<String> filled =
                template ->
                        template.replace("@title@", SummaryHtml.escape(title))
                                .replace("@subtitle@", SummaryHtml.escape(subtitle))
                                .replace("@height@", Integer.toString(height))
                                .replace("@caption@", SummaryHtml.escape(caption))
                                .replace("@legend@", legend)
                                .replace("@table@", table)
                                // names come from files: an end tag must not end our script
                                .replace("@figure@", figure.replace("</", "<\\/"));
        int plotly = PAGE.indexOf(PLOTLY);
        byte[] before = utf8(filled.apply(PAGE.substring(0, plotly)));
        byte[] behind = utf8(filled.apply(PAGE.substring(plotly + PLOTLY.length())));
        byte[] packed = PlotlyBundle.packed();
        // it has three megabytes, which are copied into no text
        try (OutputStream out = Files.newOutputStream(html)) {
            out.write(before);
            out.write(packed);
            out.write(behind);
        } catch (IOException e) {
            throw new Failure(html + ": cannot be written: " + e, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
