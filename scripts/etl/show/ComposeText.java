package etl.show;

import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.join;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import etl.Failure;
import etl.result.CaptureFiles;

import j2html.tags.DomContent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The compose file that a run was made with. The set names it by its checksum: the file in this
/// project is shown only when it is still exactly that one.
///
/// @param folder `compose/` of the project; null where there is none
record ComposeText(Path folder) {

    DomContent html(String path, String sha256) {
        if (path == null || sha256 == null) {
            return span("not recorded").withClass("none");
        }
        Path file = folder == null ? null : folder.resolve(path).normalize();
        boolean same =
                file != null
                        && file.startsWith(folder)
                        && Files.isRegularFile(file)
                        && CaptureFiles.sha256(file).equals(sha256);
        DomContent name =
                join(
                        code(path),
                        text(" · SHA-256 "),
                        code(sha256.substring(0, Math.min(12, sha256.length()))));
        return same
                ? details(summary(name), pre(code(content(file))).attr("tabindex", "0"))
                        .withClass("compose")
                : div(
                        name,
                        text(
                                " · its text is not in the set, and no compose/ here holds this"
                                        + " version"));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
