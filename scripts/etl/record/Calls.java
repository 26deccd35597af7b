//DEPS com.jayway.jsonpath:json-path:2.9.0

package etl.record;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;

import etl.Failure;
import etl.result.AuditWay.Call;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Command lines and calls of the system's own interface, one after the other, each of which may
/// use what an earlier one printed.
///
/// @param root the project's folder, in which they are run
record Calls(Path root) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// In curl's words: no connection, none in time, no reply, cut off while one came, a server
    /// that is not ready; and a call that did not end.
    private static final Pattern UNANSWERED =
            Pattern.compile(
                    "curl: \\((7|28|52|56)\\)|returned error: 5\\d\\d|not done after \\d+ s");

    /// What came of them.
    ///
    /// @param printed by the last one, or taken from it; empty where one could not be made
    /// @param stuckAt the call that failed, and how; null where none did
    /// @param made how many were made
    record Answer(String printed, String stuckAt, int made) {

        /// Whether a call failed because nobody was there to answer it.
        boolean isUnanswered() {
            return stuckAt != null && UNANSWERED.matcher(stuckAt).find();
        }
    }

    /// Makes the calls in their order, up to the first that fails.
    Answer of(List<Call> calls) {
        Map<String, String> variables = new HashMap<>();
        String printed = "";
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Shell.Result result;
            try {
                result = run(call.run(), variables);
            } catch (Failure e) { // it did not end
                return new Answer("", "%s: %s".formatted(call.run(), e.getMessage()), i + 1);
            }
            if (!result.ok()) {
                return new Answer("", "%s: %s".formatted(call.run(), result.lastLine()), i + 1);
            }
            // a person sees both streams
            printed = call.take() == null ? result.stdout() + result.stderr() : result.stdout();
            if (call.take() != null) {
                printed = taken(printed, call.take());
                if (printed.isEmpty()) {
                    return new Answer(
                            "", "%s: nothing at %s".formatted(call.run(), call.take()), i + 1);
                }
            }
            if (call.as() != null) {
                variables.put(call.as(), printed.strip());
            }
        }
        return new Answer(printed, null, calls.size());
    }

    private Shell.Result run(String line, Map<String, String> variables) {
        return Shell.run(
                LIMIT, variables, List.of("sh", "-c", "cd \"$0\" && " + line, root.toString()));
    }

    /// The first value at a path. From all that was printed, or from its last line: some programs
    /// print warnings before the JSON.
    private static String taken(String printed, String path) {
        for (String text : List.of(printed, printed.strip().lines().reduce("", (a, b) -> b))) {
            try {
                Object value = JsonPath.read(text, path);
                if (value instanceof List<?> found) {
                    value = found.isEmpty() ? null : found.getFirst();
                }
                if (value != null) {
                    return value instanceof Double number
                            ? BigDecimal.valueOf(number).toPlainString()
                            : value.toString();
                }
            } catch (JsonPathException | IllegalArgumentException e) {
                // no JSON, or nothing there
            }
        }
        return "";
    }
}
