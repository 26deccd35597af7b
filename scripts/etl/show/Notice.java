package etl.show;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;

import etl.result.Capture;
import etl.result.MeasuredSet;

import j2html.tags.DomContent;

import java.util.ArrayList;
import java.util.List;

/// What a reader has to know of a set before its numbers: what is not there.
record Notice(MeasuredSet set) {

    /// Nothing where nothing is missing.
    DomContent html() {
        List<String> missing = sentences();
        return missing.isEmpty()
                ? join()
                : div(each(missing, sentence -> p(sentence))).withClass("warning");
    }

    private List<String> sentences() {
        List<Capture> captures =
                set.systems().stream().flatMap(s -> s.captures().stream()).toList();
        List<String> sentences = new ArrayList<>();
        if (set.isUnfinished()) {
            sentences.add("This set is not finished: its suite has not ended.");
        }
        long failed = set.systems().stream().mapToLong(s -> s.failures().size()).sum();
        add(sentences, failed, "%d %s of these systems failed and %s not in the numbers.");
        long cut = captures.stream().filter(c -> !c.isWhole()).count();
        add(
                sentences,
                cut,
                "%d %s did not end normally; what was recorded of it is in the numbers.");
        long unproven = captures.stream().filter(c -> c.fires() == null).count();
        add(
                sentences,
                unproven,
                "Of %d %s there is no record of the jobs: nothing proves that one ran.");
        if (captures.stream().allMatch(c -> c.run() == null)) {
            sentences.add("Machine, versions and settings were not recorded.");
        }
        return sentences;
    }

    private static void add(List<String> sentences, long count, String sentence) {
        if (count > 0) {
            sentences.add(
                    sentence.formatted(
                            count, count == 1 ? "run" : "runs", count == 1 ? "is" : "are"));
        }
    }
}
