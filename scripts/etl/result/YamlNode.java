//DEPS org.snakeyaml:snakeyaml-engine:3.0.1

package etl.result;

import etl.Failure;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A value in a YAML file that still knows its line.
record YamlNode(Node node) {

    /// @throws Failure with the line, when the file is not readable or no YAML
    static Optional<YamlNode> read(Path file) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            return new Compose(settings).composeString(Files.readString(file)).map(YamlNode::new);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(1L);
            throw new Failure(file + ": line " + line + ": not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new Failure(file + ": line 1: not YAML: " + e.getMessage(), e);
        }
    }

    /// Line in the file, counted from 1.
    long line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(0L);
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /// A scalar as it is written; empty for anything else.
    Optional<String> text() {
        return node instanceof ScalarNode scalar && !isNull()
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /// Value of a key; empty when this is no mapping or has no such key.
    Optional<YamlNode> get(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /// The scalar under a key.
    Optional<String> text(String key) {
        return get(key).flatMap(YamlNode::text);
    }

    /// Keys and values in the file's order, those that a `<<` merges in last; empty when this is no
    /// mapping.
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && !key.getValue().equals("<<")) {
                    entries.put(key.getValue(), new YamlNode(tuple.getValueNode()));
                }
            }
            merged(mapping).forEach(other -> other.entries().forEach(entries::putIfAbsent));
        }
        return entries;
    }

    private static Stream<YamlNode> merged(MappingNode mapping) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode)
                .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals("<<"))
                .map(tuple -> new YamlNode(tuple.getValueNode()))
                .flatMap(value -> value.isMapping() ? Stream.of(value) : value.items().stream());
    }

    /// Members of a list; empty when this is none.
    List<YamlNode> items() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(YamlNode::new).toList()
                : List.of();
    }

    /// An environment or labels, which Compose takes as a mapping and as a list of `KEY=value`.
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        entries().forEach((key, value) -> pairs.put(key, value.text().orElse("")));
        for (YamlNode item : items()) {
            String[] pair = item.text().orElse("").split("=", 2);
            pairs.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        return pairs;
    }
}
