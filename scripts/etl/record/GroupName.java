package etl.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of the groups that a search makes, by which a later one knows what was left behind.
/// Without dashes: systemd would take each for a level of its own.
final class GroupName {

    private static final Pattern OURS =
            Pattern.compile("etlbench_(\\d{8}_\\d{6}_\\d{1,10})_\\d+(\\.slice)?");

    private GroupName() {}

    /// @param number of the trial
    static String of(RunLabel label, int number) {
        return "etlbench_%s_%d".formatted(label.id().replace('-', '_'), number);
    }

    /// Whether a group of this name was made by a search that is over.
    static boolean isLeft(String name) {
        Matcher ours = OURS.matcher(name);
        return ours.matches() && !new RunLabel(ours.group(1).replace('_', '-')).isInUse();
    }
}
