package etl.record;

import etl.result.Run;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;

/// What a window cost beside the stack: the recorder itself, the engine, and what the machine was
/// doing meanwhile. Made at the first instant, asked at the last.
final class WindowCost {

    private static final double NANOS = 1e9;
    private static final double KIB_PER_PAGE = 4;

    private final Stack stack;
    private final Host host = Host.local();
    private final Processes processes = new Processes(Path.of("/proc"));
    private final double load1 = host.load1();
    private final double stealS = host.stealSeconds();
    private final double swapInPages = host.swapInPages();
    private final double swapOutPages = host.swapOutPages();
    private final Set<String> engines = processes.engines();
    private final Run.EngineCost engineBefore;
    private final double startCpuS;

    WindowCost(Stack stack) {
        this.stack = stack;
        engineBefore = engine(null);
        // last, so that reading the others is not counted
        startCpuS = ownCpuS();
    }

    /// The recorder's own share.
    Run.Recorder recorder() {
        return new Run.Recorder(
                hundredth(startCpuS), hundredth(ownCpuS() - startCpuS), processes.ownPeakRssMib());
    }

    /// Engine, containerd and the stack's shims; null where they are not on this machine.
    Run.EngineCost engine() {
        return engine(engineBefore == null ? null : engineBefore.cpuS());
    }

    /// Only where the engine's processes are on this machine; the pids of a remote one are not
    /// ours.
    private Run.EngineCost engine(Double beforeS) {
        if (!stack.engine().isLocal() || !processes.engines().equals(engines)) {
            return null; // after a restart it is another process, whose CPU time began anew
        }
        return processes.engineCost(stack.lives().stream().map(m -> m.id).toList(), beforeS);
    }

    Run.HostLoad host() {
        return new Run.HostLoad(
                missing(hundredth(host.stealSeconds() - stealS)),
                missing(pagesMib(host.swapInPages() - swapInPages)),
                missing(pagesMib(host.swapOutPages() - swapOutPages)),
                missing(load1));
    }

    private static double ownCpuS() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / NANOS;
    }

    private static double pagesMib(double pages) {
        return hundredth(pages * KIB_PER_PAGE / 1024);
    }

    private static double hundredth(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 100) / 100.0;
    }

    private static Double missing(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
