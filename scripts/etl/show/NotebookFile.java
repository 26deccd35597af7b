//DEPS com.fasterxml.jackson.core:jackson-databind:2.20.1

package etl.show;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import etl.Failure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A notebook with its outputs, as it lies on the disk (nbformat 4).
///
/// @param path where it is
/// @param json all of it
public record NotebookFile(Path path, JsonNode json) {

    /// Width and height stand in a PNG's first chunk, behind signature, length and type.
    private static final int PNG_SIZE = 16;

    /// Letters of a text that a message shows.
    private static final int SHOWN = 60;

    /// @throws Failure when it is no notebook
    public static NotebookFile read(Path path) {
        try {
            JsonNode json = JsonMapper.builder().build().readTree(path.toFile());
            if (!json.path("cells").isArray()) {
                throw new Failure(path + ": is not a notebook: it has no cells");
            }
            return new NotebookFile(path, json);
        } catch (JacksonException e) {
            throw new Failure(path + ": is not a notebook: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Failure(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// The result set that its outputs are of, as `notebook.java` noted it; empty where it did not.
    public Optional<String> set() {
        return Optional.ofNullable(json.at("/metadata/etlbench/set").textValue());
    }

    /// What is not the same in the outputs of another execution, for the first code cell in which
    /// anything is not. Texts are compared word by word, pictures by their size only: the same
    /// picture may be packed differently by another Java.
    public Optional<String> difference(NotebookFile other) {
        List<String> ours = outputs();
        List<String> theirs = other.outputs();
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            String mine = i < ours.size() ? ours.get(i) : "";
            String its = i < theirs.size() ? theirs.get(i) : "";
            if (!mine.equals(its)) {
                return Optional.of("code cell " + (i + 1) + ": " + firstDifference(mine, its));
            }
        }
        return Optional.empty();
    }

    private static String firstDifference(String before, String now) {
        List<String> ours = before.lines().toList();
        List<String> theirs = now.lines().toList();
        int line = 0;
        while (line < Math.min(ours.size(), theirs.size())
                && ours.get(line).equals(theirs.get(line))) {
            line++;
        }
        String mine = line < ours.size() ? ours.get(line) : "";
        String its = line < theirs.size() ? theirs.get(line) : "";
        int same = 0;
        while (same < Math.min(mine.length(), its.length())
                && mine.charAt(same) == its.charAt(same)) {
            same++;
        }
        return "'%s' is now '%s'".formatted(around(mine, same), around(its, same));
    }

    private static String around(String text, int place) {
        int from = Math.max(0, place - SHOWN / 3);
        int to = Math.min(text.length(), from + SHOWN);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    /// The outputs of each code cell as text.
    private List<String> outputs() {
        List<String> outputs = new ArrayList<>();
        for (JsonNode cell : json.path("cells")) {
            if (cell.path("cell_type").asText().equals("code")) {
                outputs.add(
                        StreamSupport.stream(cell.path("outputs").spliterator(), false)
                                .map(NotebookFile::text)
                                .collect(Collectors.joining("\n")));
            }
        }
        return outputs;
    }

    private static String text(JsonNode output) {
        StringBuilder text = new StringBuilder(output.path("name").asText());
        text.append(joined(output.path("text")));
        output.path("data")
                .properties()
                .forEach(
                        part ->
                                text.append(part.getKey())
                                        .append('\n')
                                        .append(
                                                part.getKey().equals("image/png")
                                                        ? size(joined(part.getValue()))
                                                        : joined(part.getValue()))
                                        .append('\n'));
        return text.toString();
    }

    /// nbformat keeps a text as one string or as its lines.
    private static String joined(JsonNode text) {
        return text.isArray()
                ? StreamSupport.stream(text.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining())
                : text.asText();
    }

    private static String size(String base64) {
        byte[] png = Base64.getMimeDecoder().decode(base64);
        return png.length < PNG_SIZE + 8
                ? "no picture"
                : "%d x %d pixels"
                        .formatted(
                                ByteBuffer.wrap(png).getInt(PNG_SIZE),
                                ByteBuffer.wrap(png).getInt(PNG_SIZE + 4));
    }
}
