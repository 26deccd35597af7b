package etl.record;

import etl.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A program run once as a whole process, as the operating system accounts for it: `wait4(2)`,
/// which Java does not offer and Python does.
///
/// @param wallS from its start to its exit
/// @param cpuS user and system time, that of the processes it waited for included
/// @param peakMib largest resident size of the largest of them; not below that of the Python that
///   starts it, about 13 MiB
public record Timed(double wallS, double cpuS, double peakMib) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String WAIT4 =
            """
            import os, sys, time
            nothing = os.open(os.devnull, os.O_RDWR)
            actions = [(os.POSIX_SPAWN_DUP2, nothing, n) for n in (0, 1, 2)]
            os.chdir(sys.argv[1])
            began = time.monotonic()
            pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=actions)
            _, status, used = os.wait4(pid, 0)
            wall = time.monotonic() - began
            unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
            print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit,
                  os.waitstatus_to_exitcode(status))
            """;

    /// @param folder in which it is started
    /// @param expected its exit code
    /// @throws Failure when it ends with another one: what failed has no speed
    public static Timed run(Path folder, int expected, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("python3", "-c", WAIT4, folder.toString()));
        whole.addAll(command);
        String[] said = Shell.check(LIMIT, whole.toArray(String[]::new)).strip().split(" ");
        if (Integer.parseInt(said[3]) != expected) {
            throw new Failure(
                    "%s: exit code %s in place of %d"
                            .formatted(String.join(" ", command), said[3], expected));
        }
        return new Timed(
                Double.parseDouble(said[0]),
                Double.parseDouble(said[1]),
                Double.parseDouble(said[2]));
    }
}
