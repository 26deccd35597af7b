package etl.result;

import etl.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The way to the log of a failed run of one system, `audit.yml` in its folder: what a person does
/// on its pages or types, and what a program calls.
///
/// @param page where a person starts; null for a system without pages
/// @param steps what a person does there, up to the log
/// @param shell what a person types instead, where there are no pages
/// @param machine documented calls, up to the one that prints the log
/// @param exitCode calls of which the last gives the exit code of the failed run; empty where none
///   does
/// @param started the same for its start
/// @param ended the same for its end
/// @param stderr calls of which the last prints what the run wrote to stderr, and nothing else
/// @param kept how long runs are kept by default, and where that is said
public record AuditWay(
        String page,
        List<Step> steps,
        List<String> shell,
        List<Call> machine,
        List<Call> exitCode,
        List<Call> started,
        List<Call> ended,
        List<Call> stderr,
        String kept) {

    /// Name of the file in a system's folder.
    public static final String NAME = "audit.yml";

    private static final Set<String> KEYS =
            Set.of("by_hand", "by_machine", "exit_code", "started", "ended", "stderr", "kept");

    /// One thing that a person does on a page.
    ///
    /// @param action `click` or `type`
    /// @param on what: `css: …`, `xpath: …` or `text: …` for the words that are seen
    /// @param text what is typed; null for a click
    /// @param why what the person wants
    /// @param ifThere the step is left out where its element does not come: a greeting that is
    ///   shown once
    public record Step(String action, String on, String text, String why, boolean ifThere) {}

    /// One command line or call, for a shell in the project's folder.
    ///
    /// @param run may use `$NAME` of an earlier call
    /// @param take JSONPath (RFC 9535) into what was printed, of which the first value is meant;
    ///   null for all of it
    /// @param as name of the result for later calls; null for none
    public record Call(String run, String take, String as) {}

    /// Reads the file of a system.
    ///
    /// @param folder the system's
    /// @return empty where it has none
    /// @throws Failure naming file and line for what is not understood
    public static Optional<AuditWay> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        YamlNode root =
                YamlNode.read(file)
                        .filter(YamlNode::isMapping)
                        .orElseThrow(() -> new Failure(file + ": line 1: must be a mapping"));
        Reader reader = new Reader(file);
        reader.knownKeys(root, KEYS);
        YamlNode hand = reader.needed(root, "by_hand");
        reader.knownKeys(hand, Set.of("page", "steps", "shell"));
        String page = hand.text("page").orElse(null);
        if ((page == null) == hand.get("shell").isEmpty()) {
            throw reader.bad(hand, "by_hand needs either a page with steps, or shell");
        }
        return Optional.of(
                new AuditWay(
                        page,
                        reader.steps(hand),
                        hand.get("shell").map(reader::texts).orElse(List.of()),
                        reader.calls(root, "by_machine"),
                        reader.calls(root, "exit_code"),
                        reader.calls(root, "started"),
                        reader.calls(root, "ended"),
                        reader.calls(root, "stderr"),
                        reader.needed(root, "kept").text().orElse(null)));
    }

    /// @param file for messages
    private record Reader(Path file) {

        Failure bad(YamlNode node, String message) {
            return new Failure(CsvCell.at(file, node.line()) + message);
        }

        void knownKeys(YamlNode node, Set<String> known) {
            for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
                if (!known.contains(entry.getKey())) {
                    throw bad(entry.getValue(), entry.getKey() + " is not known");
                }
            }
        }

        YamlNode needed(YamlNode node, String key) {
            return node.get(key).orElseThrow(() -> bad(node, key + " is missing"));
        }

        String text(YamlNode node, String key) {
            return needed(node, key).text().orElseThrow(() -> bad(node, key + " must be a text"));
        }

        List<String> texts(YamlNode list) {
            List<String> texts = new ArrayList<>();
            for (YamlNode item : list.items()) {
                texts.add(item.text().orElseThrow(() -> bad(item, "must be a text")));
            }
            return List.copyOf(texts);
        }

        List<Step> steps(YamlNode hand) {
            List<Step> steps = new ArrayList<>();
            for (YamlNode item : hand.get("steps").map(YamlNode::items).orElse(List.of())) {
                knownKeys(item, Set.of("click", "type", "into", "why", "if_there"));
                boolean click = item.get("click").isPresent();
                String on = text(item, click ? "click" : "into");
                if (!on.matches("(css|xpath|text): .+")) {
                    throw bad(item, "must begin with 'css: ', 'xpath: ' or 'text: ': " + on);
                }
                steps.add(
                        new Step(
                                click ? "click" : "type",
                                on,
                                click ? null : text(item, "type"),
                                text(item, "why"),
                                item.text("if_there").orElse("false").equals("true")));
            }
            return List.copyOf(steps);
        }

        List<Call> calls(YamlNode root, String key) {
            List<Call> calls = new ArrayList<>();
            for (YamlNode item : root.get(key).map(YamlNode::items).orElse(List.of())) {
                knownKeys(item, Set.of("run", "take", "as"));
                calls.add(
                        new Call(
                                text(item, "run"),
                                item.text("take").orElse(null),
                                item.text("as").orElse(null)));
            }
            return List.copyOf(calls);
        }
    }
}
