package etl.record;

import etl.result.AuditWay;
import etl.result.AuditWay.Call;
import etl.result.Fire;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a system itself knows of a failed run, compared with what the ledger and the job know.
///
/// @param failed the run, as the ledger has it
/// @param text what it wrote to stderr
record AuditFacts(AuditWay way, Calls calls, Fire failed, String text) {

    /// A system may count from its own start of the job to its own end.
    private static final Duration NEAR = Duration.ofSeconds(5);

    /// The job's first line on stdout: nanoseconds since 1970.
    private static final Pattern STDOUT = Pattern.compile("\\b\\d{19}\\b");

    private static final double MILLIS_FROM = 1e11;

    /// Whether a documented call gives the exit code.
    boolean exitCodeKnown() {
        return answer(way.exitCode())
                .filter(code -> code.strip().equals(failed.exitCode().toString()))
                .isPresent();
    }

    /// Whether documented calls give start and end.
    boolean timesKnown() {
        return isNear(way.started(), failed.started()) && isNear(way.ended(), failed.ended());
    }

    /// Whether a documented call gives stderr without stdout.
    boolean stderrApart() {
        return answer(way.stderr())
                .filter(printed -> printed.contains(text))
                .filter(printed -> !STDOUT.matcher(printed).find())
                .isPresent();
    }

    private boolean isNear(List<Call> way, Instant known) {
        return answer(way)
                .flatMap(AuditFacts::time)
                .filter(told -> Duration.between(told, known).abs().compareTo(NEAR) <= 0)
                .isPresent();
    }

    private Optional<String> answer(List<Call> way) {
        return way.isEmpty()
                ? Optional.empty()
                : Optional.of(calls.of(way))
                        .filter(answer -> answer.stuckAt() == null)
                        .map(Calls.Answer::printed);
    }

    /// A time as systems write it: ISO-8601 with or without an offset (then UTC), or seconds or
    /// milliseconds since 1970.
    static Optional<Instant> time(String told) {
        String text = told.strip().replace(' ', 'T');
        if (text.matches("\\d+(\\.\\d+)?")) {
            double number = Double.parseDouble(text);
            return Optional.of(
                    Instant.ofEpochMilli(
                            Math.round(number >= MILLIS_FROM ? number : number * 1000)));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException neither) {
                return Optional.empty();
            }
        }
    }
}
