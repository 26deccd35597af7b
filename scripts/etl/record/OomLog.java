package etl.record;

import etl.Failure;
import etl.result.Trial.OomKill;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the kernel wrote of the processes that it killed because a group had no memory left. Since
/// Linux 4.19 it sums each up on one line (mm/oom_kill.c).
final class OomLog {

    private static final Pattern KILL =
            Pattern.compile(
                    "oom-kill:.*oom_memcg=(?<group>[^,]*),task_memcg=(?<task>[^,]*),task=(?<name>.*),pid=\\d+");

    private static final Pattern CONTAINER = Pattern.compile("[0-9a-f]{64}");

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private OomLog() {}

    /// @throws Failure when this user may not read the kernel's log
    static void requireReadable() {
        Shell.Result log = Shell.run(LIMIT, "dmesg");
        if (!log.ok()) {
            throw new Failure(
                    "the kernel's log cannot be read, and nothing else tells what was killed (%s); start this as root"
                            .formatted(log.lastLine()));
        }
    }

    /// The kills in a group and below it, the first one first.
    ///
    /// @param service names the service of a container's id; null where it is not known
    static List<OomKill> of(String group, UnaryOperator<String> service) {
        return parse(Shell.run(LIMIT, "dmesg").stdout(), group, service);
    }

    static List<OomKill> parse(String log, String group, UnaryOperator<String> service) {
        return log.lines()
                .map(KILL::matcher)
                .filter(Matcher::find)
                .filter(kill -> (kill.group("group") + "/").contains("/" + group + "/"))
                .map(kill -> kill(kill, service))
                .toList();
    }

    private static OomKill kill(Matcher kill, UnaryOperator<String> service) {
        Matcher container = CONTAINER.matcher(kill.group("task"));
        return new OomKill(
                container.find() ? service.apply(container.group()) : null,
                kill.group("name"),
                kill.group());
    }
}
