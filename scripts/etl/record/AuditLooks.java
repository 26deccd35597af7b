package etl.record;

import etl.Failure;
import etl.result.AuditRecord;
import etl.result.AuditRecord.By;
import etl.result.AuditRecord.Condition;
import etl.result.AuditRecord.Look;
import etl.result.AuditWay;
import etl.result.AuditWay.Call;

import org.openqa.selenium.WebDriverException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/// Looks for the text of a failed run on a system's way, as a person and as a program would.
///
/// @param way of the system
/// @param root the project's folder
/// @param set the result set, to which the evidence belongs
/// @param system names the evidence
/// @param text what is looked for
record AuditLooks(AuditWay way, Path root, Path set, String system, String text) {

    /// As much of an output is kept.
    private static final int KEPT_LINES = 60;

    private static final Duration ASK_AGAIN = Duration.ofMillis(500);

    /// Both looks.
    List<Look> under(Condition condition) {
        return List.of(byHand(condition), byMachine(condition));
    }

    private Look byHand(Condition condition) {
        return way.page() == null
                ? byCalls(
                        condition,
                        By.HAND,
                        way.shell().stream().map(line -> new Call(line, null, null)).toList())
                : byPages(condition);
    }

    private Look byMachine(Condition condition) {
        return byCalls(condition, By.MACHINE, way.machine());
    }

    private Look byPages(Condition condition) {
        try (HandWalk walk = HandWalk.open(evidence(condition, By.HAND), HandWalk.PATIENCE)) {
            HandWalk.Walked walked = walk.follow(way, text);
            return new Look(
                    condition,
                    By.HAND,
                    walked.found(),
                    walked.clicks(),
                    walked.pages(),
                    walked.typed(),
                    walked.seconds(),
                    walked.stuckAt(),
                    kept(condition, walked.pictures()));
        } catch (WebDriverException e) {
            throw new Failure(
                    "the browser failed %s: %s"
                            .formatted(
                                    condition.text(),
                                    ("" + e.getMessage()).lines().findFirst().orElse("")),
                    e);
        }
    }

    /// Where there is nothing to look into.
    static List<Look> none(Condition condition, String why) {
        return Arrays.stream(By.values())
                .map(by -> new Look(condition, by, false, 0, 0, 0, 0, why, List.of()))
                .toList();
    }

    /// Every step of the first walk, and where the others ended.
    private List<String> kept(Condition condition, List<Path> pictures) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            if (condition == Condition.FRESH || i == pictures.size() - 1) {
                kept.add(set.relativize(pictures.get(i)).toString());
            } else {
                delete(pictures.get(i));
            }
        }
        return List.copyOf(kept);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be removed: " + e.getMessage(), e);
        }
    }

    private Look byCalls(Condition condition, By by, List<Call> calls) {
        long began = System.nanoTime();
        Calls.Answer answer = answer(calls);
        double seconds = Math.round((System.nanoTime() - began) / 1e7) / 100.0;
        return new Look(
                condition,
                by,
                answer.printed().contains(text),
                0,
                0,
                answer.made(),
                seconds,
                answer.isUnanswered()
                        ? AuditRecord.NO_ANSWER + ": " + answer.stuckAt()
                        : answer.stuckAt(),
                List.of(set.relativize(output(condition, by, answer.printed())).toString()));
    }

    /// A system that was started a moment ago may not answer yet: it gets the time that a page
    /// gets.
    private Calls.Answer answer(List<Call> calls) {
        long deadline = System.nanoTime() + HandWalk.PATIENCE.toNanos();
        Calls.Answer answer = new Calls(root).of(calls);
        while (answer.isUnanswered() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(ASK_AGAIN.toNanos());
            answer = new Calls(root).of(calls);
        }
        return answer;
    }

    /// The lines around the text, or the last ones where it is not there.
    private Path output(Condition condition, By by, String printed) {
        List<String> lines = printed.lines().toList();
        int at = lines.size() - 1;
        for (int i = 0; i < lines.size(); i++) {
            at = lines.get(i).contains(text) ? i : at;
        }
        int from = Math.max(0, at - KEPT_LINES / 2);
        int to = Math.min(lines.size(), from + KEPT_LINES);
        Path file = Path.of(evidence(condition, by) + ".txt");
        try {
            return Files.write(file, lines.subList(from, to));
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private Path evidence(Condition condition, By by) {
        return set.resolve(AuditRecord.FOLDER)
                .resolve(
                        "%s-%s-%s"
                                .formatted(
                                        system,
                                        condition.name().toLowerCase(Locale.ROOT),
                                        by.name().toLowerCase(Locale.ROOT)));
    }
}
