package etl.record;

import etl.record.Finding.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What does not stop a run and makes its numbers worse.
final class Disturbances {

    /// A light system needs 30 MiB, a heavy one 1.3 GiB; below this even the light one is
    /// disturbed.
    private static final double MEMORY_MIB = 512;

    /// Room for the base image and a few systems built on it.
    private static final double DISK_MIB = 2048;

    /// An idle machine shows less than a tenth.
    private static final double LOAD_PER_CORE = 0.5;

    private static final double CLOCK_MS = 50;

    private final Diagnosis seen;
    private final List<Finding> findings = new ArrayList<>();

    private Disturbances(Diagnosis seen) {
        this.seen = seen;
    }

    static List<Finding> of(Diagnosis seen) {
        Disturbances disturbances = new Disturbances(seen);
        if (seen.engine() != null) {
            disturbances.engine(seen.engine());
        }
        if (seen.here()) {
            disturbances.machine(seen.host());
        }
        return disturbances.findings;
    }

    private void engine(EngineFacts engine) {
        if (!seen.here()) {
            findings.add(
                    new Finding(
                            Level.NOTE,
                            "the engine runs in another machine or VM, whose load cannot be seen:"
                                    + " 1 reading a second",
                            "run it on the engine's own Linux for 10"));
        } else if (!seen.host().cgroupsReadable()) {
            spoils(
                    "cgroup v%s cannot be read here: 1 reading a second instead of 10"
                            .formatted(engine.cgroupVersion()),
                    "run as root, or mount /sys/fs/cgroup");
        }
        if (!seen.containers().isEmpty()) {
            String names = String.join(" ", seen.containers());
            spoils("other containers run: " + names, "docker stop " + names);
        }
        if (Math.abs(engine.clockOffsetMs()) - engine.clockErrorMs() > CLOCK_MS) {
            spoils(
                    text("the engine's clock is %+.0f ms from ours", engine.clockOffsetMs()),
                    "sudo timedatectl set-ntp true, on both machines");
        }
    }

    /// A comparison with NaN is false: what cannot be read is no finding.
    private void machine(Host host) {
        if (host.load1() > LOAD_PER_CORE * host.cores()) {
            spoils(
                    text("load %.2f on %.0f cores", host.load1(), host.cores()),
                    "wait, or see who works: top");
        }
        if (host.swapUsedMib() >= 1) {
            spoils(
                    text("%.0f MiB are swapped out and not counted", host.swapUsedMib()),
                    "sudo swapoff -a && sudo swapon -a");
        }
        if (host.memoryAvailableMib() < MEMORY_MIB) {
            spoils(
                    text("only %.0f MiB of memory are available", host.memoryAvailableMib()),
                    "see who holds it: ps aux --sort -rss | head");
        }
        if (seen.diskFreeMib() < DISK_MIB) {
            spoils(
                    text("only %.0f MiB of disk are free for images", seen.diskFreeMib()),
                    "see what takes it: docker system df");
        }
    }

    private void spoils(String what, String remedy) {
        findings.add(new Finding(Level.SPOILS, what, remedy));
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
