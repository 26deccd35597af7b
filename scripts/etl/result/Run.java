package etl.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The context of one capture, `<system>.run.json`: what was measured, on what, how, and how it
/// ended. It is written at the start with `termination: running` and replaced at the end, so that a
/// kill leaves the context. What could not be read is absent, never a default.
///
/// @param schema version of this file's layout
/// @param system the folder's name in `compose/`, or the name of the file for a foreign stack
/// @param title name for people
/// @param version the version as the running system reports it
/// @param variant `default` or `tuned`
/// @param project name of the Compose project
/// @param verified version, date and how the system's folder was run, or `never`
/// @param composeFile the compose file
/// @param job how the job is defined and observed; absent for a stack without such facts
/// @param engine the container engine
/// @param machine the machine that the recorder ran on
/// @param images one per service
/// @param containers every life of every container seen in the window; a restart begins a new one
/// @param events what happened to the containers in the window
/// @param phases of the run: up, ready, settle, capture …
/// @param window planned and kept
/// @param interval planned and kept
/// @param sampler `cgroup` or `engine`
/// @param format `etlbench` or `docker-stats`
/// @param periodS seconds between two scheduled times
/// @param firstFire the first line of the ledger, also where it lies before the window
/// @param termination `running`, `normal`, `interrupted`, `stack-died`, `engine-lost` or `failed`
/// @param sha256 checksum of each CSV beside this file, by file name
/// @param recorder the recorder's own cost
/// @param engineCost the cost of engine, containerd and shims
/// @param host load of the machine in the window
/// @param warnings what may have spoiled the measurement
public record Run(
        int schema,
        String system,
        String title,
        String version,
        String variant,
        String project,
        String verified,
        ComposeFile composeFile,
        JobFacts job,
        Engine engine,
        Machine machine,
        List<Image> images,
        List<Life> containers,
        List<Event> events,
        List<Phase> phases,
        Window window,
        Interval interval,
        String sampler,
        String format,
        Integer periodS,
        Instant firstFire,
        String termination,
        Map<String, String> sha256,
        Recorder recorder,
        EngineCost engineCost,
        HostLoad host,
        List<String> warnings) {

    public static final int SCHEMA = 1;

    /// @param path as Compose recorded it on the containers
    /// @param override the file that was laid over this one; null for none
    public record ComposeFile(String path, String sha256, ComposeFile override) {}

    /// @param clockOffsetMs the engine's clock − this machine's clock
    /// @param clockErrorMs how far the offset can be wrong: half the round trip, plus the
    ///   resolution
    public record Engine(
            String version,
            String apiVersion,
            String host,
            String operatingSystem,
            String kernel,
            String cgroupVersion,
            String cgroupDriver,
            String storageDriver,
            Double clockOffsetMs,
            Double clockErrorMs) {}

    public record Machine(
            String operatingSystem,
            String kernel,
            String cpuModel,
            Integer cores,
            Double memoryMib,
            Double swapMib,
            String java) {}

    /// @param reference as the compose file names it
    /// @param repoDigest of the registry; absent for an image that never came from one
    /// @param origin `pulled`, `built here`, or `built from source tag …` as its label says
    /// @param sizeMib disk that the image takes
    public record Image(
            String service,
            String reference,
            String id,
            String repoDigest,
            String origin,
            Double sizeMib) {}

    /// Where images come from, each origin once; empty where it is not known.
    public static String source(List<Image> images) {
        return images == null
                ? ""
                : images.stream()
                        .map(Image::origin)
                        .filter(o -> o != null)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    /// One life of a container: from a start to the next stop.
    ///
    /// @param startedAt by the engine's clock
    /// @param fromS start in seconds of the window; negative when it ran before
    /// @param toS end in seconds of the window; absent when it outlived the window
    /// @param exitCode absent while it runs
    public record Life(
            String id,
            String name,
            String service,
            Instant startedAt,
            double fromS,
            Double toS,
            Integer exitCode,
            Boolean oomKilled) {}

    /// @param elapsedS seconds of the window
    /// @param action `start`, `die`, `oom`, `destroy`, `pause`, `unpause`, `events-lost`,
    ///   `events-again` …
    public record Event(
            Instant at, double elapsedS, String container, String action, String detail) {

        /// The engine went away; what happened from then on was not heard.
        public static final String LOST = "events-lost";

        /// It was back, and the containers were listed anew.
        public static final String AGAIN = "events-again";
    }

    /// Whether the engine went away during the window.
    public boolean engineWasLost() {
        return events != null && engineWasLost(events);
    }

    /// The same of events that no run has yet. One that only came back in the window was away when
    /// it began.
    public static boolean engineWasLost(List<Event> events) {
        return events.stream()
                .anyMatch(e -> e.action().equals(Event.LOST) || e.action().equals(Event.AGAIN));
    }

    public record Phase(String name, Instant start, Instant end) {

        /// As `benchmark.java --phase` takes it.
        public String argument() {
            return "%s=%s/%s".formatted(name, start, end);
        }

        /// Reads [#argument].
        ///
        /// @throws java.time.format.DateTimeParseException when a time is none
        public static Phase parse(String argument) {
            String[] parts = (argument + "=/").split("[=/]", 4);
            return new Phase(parts[0], Instant.parse(parts[1]), Instant.parse(parts[2]));
        }
    }

    /// @param keptS from the first instant to the last
    public record Window(double plannedS, Instant start, Instant end, Double keptS) {}

    /// Gaps between two instants, in ms; `missed` ticks were due and not read.
    public record Interval(
            double plannedMs,
            Integer instants,
            Integer missed,
            Double p50Ms,
            Double p95Ms,
            Double maxMs) {}

    /// @param startCpuS CPU seconds until the first instant
    /// @param captureCpuS CPU seconds of the window
    /// @param peakRssMib the process's own high-water mark
    public record Recorder(Double startCpuS, Double captureCpuS, Double peakRssMib) {}

    /// Proportional set size and CPU seconds of the window, summed over the processes.
    public record EngineCost(Integer processes, Double pssMib, Double cpuS) {}

    /// @param stealS CPU seconds that the hypervisor gave to others, all cores, in the window
    /// @param swapInMib read from swap in the window
    /// @param load1 one-minute load average at the start
    public record HostLoad(Double stealS, Double swapInMib, Double swapOutMib, Double load1) {}

    /// The end of a phase; null where it is not recorded.
    public Instant phaseEnd(String name) {
        return phase(name).map(Phase::end).orElse(null);
    }

    /// Seconds from the beginning of the phase `up` to the given time; `NaN` where either is not
    /// recorded.
    public double secondsFromUp(Instant until) {
        Instant up = phase("up").map(Phase::start).orElse(null);
        return up == null || until == null
                ? Double.NaN
                : Duration.between(up, until).toMillis() / 1000.0;
    }

    private Optional<Phase> phase(String name) {
        return phases == null
                ? Optional.empty()
                : phases.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
