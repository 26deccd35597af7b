package etl.record;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;

import etl.result.Run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the engine says about itself and its host, and how far its clock is from ours.
///
/// @param memoryBytes RAM of the engine's host
/// @param rootDir where it keeps images and volumes
/// @param clockOffsetMs the engine's clock − this machine's
/// @param clockErrorMs half the round trip of the call that told the offset: it cannot be further
///   off
public record EngineFacts(
        String host,
        String version,
        String apiVersion,
        String operatingSystem,
        String kernel,
        String cgroupVersion,
        String cgroupDriver,
        String storageDriver,
        long memoryBytes,
        int cpus,
        String rootDir,
        double clockOffsetMs,
        double clockErrorMs) {

    private static final int CLOCK_READINGS = 5;

    /// Asks the engine. The clock is read several times and the quickest answer counts, as NTP does
    /// (RFC 5905, section 10): the shorter the round trip, the smaller the possible error.
    public static EngineFacts of(Engine engine) {
        Info info = null;
        double offsetMs = Double.NaN;
        double errorMs = Double.POSITIVE_INFINITY;
        for (int i = 0; i < CLOCK_READINGS; i++) {
            Instant before = Instant.now();
            info = engine.docker().infoCmd().exec();
            double roundTripMs = Duration.between(before, Instant.now()).toNanos() / 1e6;
            if (roundTripMs / 2 < errorMs) {
                errorMs = roundTripMs / 2;
                Instant theirs = Instant.parse(info.getSystemTime());
                offsetMs = Duration.between(before, theirs).toNanos() / 1e6 - errorMs;
            }
        }
        if (engine.isLocal()
                && Host.local().kernel().equals(Optional.of(info.getKernelVersion()))) {
            // one kernel, one clock: whatever was measured is the error of the measurement
            offsetMs = 0;
            errorMs = 0;
        }
        Version version = engine.docker().versionCmd().exec();
        Object cgroupVersion = info.getRawValues().get("CgroupVersion");
        return new EngineFacts(
                engine.host(),
                version.getVersion(),
                version.getApiVersion(),
                info.getOperatingSystem(),
                info.getKernelVersion(),
                cgroupVersion == null ? null : cgroupVersion.toString(),
                String.valueOf(info.getRawValues().get("CgroupDriver")),
                info.getDriver(),
                info.getMemTotal(),
                info.getNCPU(),
                info.getDockerRootDir(),
                offsetMs,
                errorMs);
    }

    /// The part that goes into the run JSON.
    Run.Engine forRun() {
        return new Run.Engine(
                version,
                apiVersion,
                host,
                operatingSystem,
                kernel,
                cgroupVersion,
                cgroupDriver,
                storageDriver,
                tenth(clockOffsetMs),
                tenth(clockErrorMs));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
