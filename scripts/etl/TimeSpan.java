//DEPS info.picocli:picocli:4.7.7

package etl;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time as people type it: `300`, `300s`, `5m`, `1h30m`, `100ms`. In a text of several
/// parts every part but the first stays below the next larger unit: `2h70m` is refused, because
/// whoever types it means something else.
public final class TimeSpan implements ITypeConverter<Duration> {

    private static final Pattern PARTS =
            Pattern.compile("(?:(\\d+)h)?\\s*(?:(\\d+)m)?\\s*(?:(\\d+)s?)?");

    @Override
    public Duration convert(String text) {
        String trimmed = text.strip();
        try {
            if (trimmed.matches("\\d+ms")) {
                return positive(Duration.ofMillis(Long.parseLong(trimmed.replace("ms", ""))), text);
            }
            Matcher parts = PARTS.matcher(trimmed);
            if (!trimmed.isEmpty() && parts.matches()) {
                return positive(sum(parts, text), text);
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static Duration sum(Matcher parts, String text) {
        long hours = part(parts.group(1));
        long minutes = part(parts.group(2));
        long seconds = part(parts.group(3));
        boolean minutesAreWhole = parts.group(1) == null || minutes < 60;
        boolean secondsAreWhole = parts.group(1) == null && parts.group(2) == null || seconds < 60;
        if (!minutesAreWhole || !secondsAreWhole) {
            throw refused(text);
        }
        return Duration.ofHours(hours).plusMinutes(minutes).plusSeconds(seconds);
    }

    private static long part(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Duration positive(Duration duration, String text) {
        if (duration.isZero()) {
            throw refused(text);
        }
        return duration;
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "'" + text + "' is not a length of time; write it like 300s, 5m, 1h30m or 100ms");
    }
}
