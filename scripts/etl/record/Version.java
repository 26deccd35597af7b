package etl.record;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first two numbers of a version, which is what the benchmark's own requirements are about.
public record Version(int major, int minor) implements Comparable<Version> {

    /// The oldest Docker Engine that knows a health check's start interval (API 1.44).
    public static final Version ENGINE = new Version(25, 0);

    /// The oldest Docker Compose that reads the files in `compose/`.
    public static final Version COMPOSE = new Version(2, 20);

    private static final Pattern START = Pattern.compile("^v?(?:\\d+:)?(\\d+)\\.(\\d+)");

    /// Reads `26.1.5+dfsg1`, `v2.26.1` or Debian's `5:28.2.2-1`; empty for anything else.
    public static Optional<Version> parse(String text) {
        Matcher matcher = START.matcher(text.strip());
        return matcher.find()
                ? Optional.of(
                        new Version(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /// Whether a version text is one and is this one or newer.
    public boolean isMetBy(String text) {
        return parse(text).filter(version -> version.compareTo(this) >= 0).isPresent();
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
