package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The recorder's peer: a JVM with the same options that does nothing but wake as often.
public final class WakingJvm {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// Prints the CPU seconds between its first and its last waking.
    private static final String WAKE =
            """
            import java.io.File;
            import java.lang.management.ManagementFactory;
            import java.nio.file.Files;

            class Wake {
                public static void main(String[] args) throws Exception {
                    long interval = Long.parseLong(args[0]) * 1_000_000;
                    long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000;
                    double before = cpu();
                    for (long next = System.nanoTime(); next < end; next += interval) {
                        long wait = next - System.nanoTime();
                        if (wait > 0) {
                            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                        }
                    }
                    System.out.println(cpu() - before);
                }

                // of all its threads, none of which ends; the process's own figure is in 10 ms
                static double cpu() throws Exception {
                    double ns = 0;
                    File[] threads = new File("/proc/self/task").listFiles();
                    if (threads == null) {
                        var system = (com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean();
                        return system.getProcessCpuTime() / 1e9;
                    }
                    for (File thread : threads) {
                        String times = Files.readString(thread.toPath().resolve("schedstat"));
                        ns += Double.parseDouble(times.split(" ")[0]);
                    }
                    return ns / 1e9;
                }
            }
            """;

    private WakingJvm() {}

    /// CPU seconds that it takes to wake at an interval.
    ///
    /// @param folder where its program is compiled
    public static double cpuS(Path folder, Duration interval, Duration window) {
        Path home = Path.of(System.getProperty("java.home"), "bin");
        try {
            Path source = Files.writeString(folder.resolve("Wake.java"), WAKE);
            if (!Files.exists(folder.resolve("Wake.class"))) {
                Shell.check(
                        LIMIT,
                        home.resolve("javac").toString(),
                        "-d",
                        folder.toString(),
                        source.toString());
            }
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e, e);
        }
        String cpuS =
                Shell.check(
                        LIMIT,
                        home.resolve("java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder.toString(),
                        "Wake",
                        "" + interval.toMillis(),
                        "" + window.toMillis());
        return Double.parseDouble(cpuS.strip());
    }
}
