package etl.show;

import etl.result.Jobs;
import etl.result.MeasuredSet;
import etl.result.Run;

import java.util.List;
import java.util.Locale;

/// The sentences below the headline: what was done, how often, and on what.
final class Standfirst {

    private Standfirst() {}

    static String of(MeasuredSet set) {
        return (protocol(set) + " " + Caption.of(set.folder(), set.runs())).strip();
    }

    private static String protocol(MeasuredSet set) {
        List<Jobs> jobs =
                set.systems().stream()
                        .flatMap(s -> s.captures().stream())
                        .filter(c -> c.fires() != null)
                        .map(c -> Jobs.of(c.fires()))
                        .toList();
        if (jobs.isEmpty()) {
            return "";
        }
        String period =
                set.saidByRuns(Run::periodS).equals("60") ? "every minute" : "again and again";
        String window =
                set.saidByRuns(r -> r.window() == null ? null : seconds(r.window().plannedS()));
        int fired = jobs.stream().mapToInt(Jobs::fired).sum();
        int expected = jobs.stream().mapToInt(Jobs::expected).sum();
        return String.format(
                Locale.ROOT,
                "The same job %s%s, the whole stack recorded: %,d of %,d jobs provably began.",
                period,
                window.isEmpty() ? "" : " for " + window + " s",
                fired,
                expected);
    }

    private static String seconds(double s) {
        return String.format(Locale.ROOT, "%.0f", s);
    }
}
