package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that is wrong, or that a reader should know, about a file of the project.
///
/// @param file the file or folder it is about
/// @param line counted from 1; 0 means the whole file
/// @param message what is wrong, in one line
public record Problem(Path file, long line, String message) {

    private static final Pattern LINE = Pattern.compile("line ([0-9]+): (.*)", Pattern.DOTALL);

    /// What a reader of the room complained about: its message names file and line.
    static Problem of(Path file, Failure failure) {
        String message = failure.getMessage();
        if (message.startsWith(file + ": ")) {
            message = message.substring((file + ": ").length());
        }
        Matcher line = LINE.matcher(message);
        return line.matches()
                ? new Problem(file, Long.parseLong(line.group(1)), line.group(2))
                : new Problem(file, 0, message);
    }

    /// `file: line N: message`, without the line where the whole file is meant.
    @Override
    public String toString() {
        return file + ": " + (line > 0 ? "line " + line + ": " : "") + message;
    }
}
