package etl.show;

import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import etl.result.Run;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The images of a run; one that several services share stands once.
final class ImageTable {

    private static final String NOT_RECORDED = "not recorded";
    private static final List<String> HEAD =
            List.of("Image", "Services", "Origin", "Digest", "Disk");

    private ImageTable() {}

    static DomContent html(Run run) {
        if (run == null || run.images() == null || run.images().isEmpty()) {
            return p("Images: " + NOT_RECORDED).withClass("note");
        }
        Map<String, List<Run.Image>> shared = new LinkedHashMap<>();
        for (Run.Image image : run.images()) {
            shared.computeIfAbsent(image.id() + "", id -> new ArrayList<>()).add(image);
        }
        return ScrollBox.of(
                table(
                                thead(tr(each(HEAD, head -> th(head).attr("scope", "col")))),
                                tbody(each(shared.values(), ImageTable::row)))
                        .withClass("facts"),
                "Images");
    }

    private static DomContent row(List<Run.Image> services) {
        Run.Image image = services.getFirst();
        String names =
                services.stream()
                        .map(Run.Image::service)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return tr(
                td(code(known(image.reference()))),
                td(known(names)),
                td(known(image.origin())),
                td(
                        code(
                                image.repoDigest() == null
                                        ? "image id " + known(image.id())
                                        : image.repoDigest())),
                td(
                        image.sizeMib() == null
                                ? NOT_RECORDED
                                : String.format(Locale.ROOT, "%,.0f MiB", image.sizeMib())));
    }

    private static String known(String value) {
        return value == null || value.isBlank() ? NOT_RECORDED : value;
    }
}
