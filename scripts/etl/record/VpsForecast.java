package etl.record;

import etl.result.LimitSearch;
import etl.result.VpsRecord;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a search will take, for the person who is about to wait. Guesses: how many trials there
/// will be turns out only then.
public final class VpsForecast {

    /// Start, first fire, five minutes, logs and down.
    private static final Duration LONG_TRIAL = Duration.ofSeconds(450);

    /// Start, two fires, down; those that fail early are shorter.
    private static final Duration SHORT_TRIAL = Duration.ofSeconds(170);

    private static final int LONG_TRIALS = 2;
    private static final int SHORT_TRIALS = 6;

    private VpsForecast() {}

    /// Of the search whose file this is, or will be.
    public static Duration of(Path file) {
        if (!Files.exists(file)) {
            return LONG_TRIAL
                    .multipliedBy(LONG_TRIALS)
                    .plus(SHORT_TRIAL.multipliedBy(SHORT_TRIALS));
        }
        VpsRecord record = VpsRecord.read(file);
        if (record.ended() != null) {
            return Duration.ZERO;
        }
        long longOnes =
                record.trials().stream().filter(t -> t.boundaries() == LimitSearch.LONG).count();
        long shortOnes = record.trials().size() - longOnes;
        return LONG_TRIAL
                .multipliedBy(Math.max(0, LONG_TRIALS - longOnes))
                .plus(SHORT_TRIAL.multipliedBy(Math.max(0, SHORT_TRIALS - shortOnes)));
    }
}
