package etl.show;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the README beside the original's captures says of single systems: its list entries that
/// begin with a name in bold.
final class OriginalNotes {

    private static final Pattern ENTRY =
            Pattern.compile("^- \\*\\*([a-z]+)\\*\\*: (.*(?:\\n  .*)*)", Pattern.MULTILINE);

    private OriginalNotes() {}

    /// By system; empty where there is no such file.
    ///
    /// @throws Failure when it cannot be read
    static Map<String, String> read(Path folder) {
        Path readme = folder.resolve("README.md");
        if (!Files.exists(readme)) {
            return Map.of();
        }
        try {
            Map<String, String> notes = new HashMap<>();
            Matcher entry = ENTRY.matcher(Files.readString(readme));
            while (entry.find()) {
                notes.put(entry.group(1), entry.group(2).replaceAll("\\s+", " ").replace("`", ""));
            }
            return notes;
        } catch (IOException e) {
            throw new Failure(readme + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
