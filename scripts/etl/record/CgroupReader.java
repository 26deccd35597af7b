package etl.record;

import etl.result.Sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/// Reads a container's cgroup files through open descriptors. A descriptor belongs to one life of
/// the container: after a restart it answers ENODEV, and a new reader is needed.
final class CgroupReader implements ContainerReader {

    private static final double[] UNKNOWN = {Double.NaN, Double.NaN};

    /// Place of the bytes sent in a line of `/proc/net/dev`; those received stand at 0.
    private static final int SENT = 8;

    private final boolean v2;
    private final List<KernelFile> open = new ArrayList<>();
    private final KernelFile usage;
    private final KernelFile stat;
    private final KernelFile peak;
    private final KernelFile cpu;
    private final KernelFile pids;
    private final KernelFile io;
    private final KernelFile net;

    private CgroupReader(CgroupPaths at) throws IOException {
        v2 = at.v2();
        usage = file(at.memory(), v2 ? "memory.current" : "memory.usage_in_bytes");
        stat = file(at.memory(), "memory.stat");
        peak = file(at.memory(), v2 ? "memory.peak" : "memory.max_usage_in_bytes");
        cpu = file(at.cpu(), v2 ? "cpu.stat" : "cpuacct.usage");
        pids = file(at.pids(), "pids.current");
        io = file(at.io(), v2 ? "io.stat" : "blkio.throttle.io_service_bytes_recursive");
        net = file(at.net(), "");
    }

    /// Opens the files; empty when memory or CPU cannot be read here.
    static Optional<ContainerReader> open(CgroupPaths at) {
        CgroupReader reader = null;
        try {
            reader = new CgroupReader(at);
            if (reader.usage != null && reader.stat != null && reader.cpu != null) {
                return Optional.of(reader);
            }
            reader.close();
            return Optional.empty();
        } catch (IOException e) {
            if (reader != null) {
                reader.close();
            }
            return Optional.empty();
        }
    }

    private KernelFile file(Path folder, String name) throws IOException {
        KernelFile file = folder == null ? null : KernelFile.open(folder.resolve(name));
        if (file != null) {
            open.add(file);
        }
        return file;
    }

    @Override
    public Optional<Reading> read(boolean counters) {
        try {
            double used = usage.read().number();
            stat.read();
            // in the order in which they stand in the file
            double anon = stat.number(v2 ? "anon" : "total_rss");
            double inactive = stat.number(v2 ? "inactive_file" : "total_inactive_file");
            double cpuS = v2 ? cpu.read().number("usage_usec") / 1e6 : cpu.read().number() / 1e9;
            double[] net = counters ? network() : UNKNOWN;
            double[] block = counters ? block() : UNKNOWN;
            double tasks = pids == null ? Double.NaN : pids.read().number();
            if (tasks == 0) {
                // killed, and not yet taken away: what the files say is no longer a container's
                return Optional.empty();
            }
            return Optional.of(
                    new Reading(
                            // as Docker does: only where it is smaller than the usage
                            (inactive < used ? used - inactive : used) / Sample.MIB,
                            anon / Sample.MIB,
                            peak == null ? Double.NaN : peak.read().number() / Sample.MIB,
                            cpuS,
                            counters ? tasks : Double.NaN,
                            net[0],
                            net[1],
                            block[0],
                            block[1]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Received and sent bytes over all interfaces but loopback, as the engine counts them.
    private double[] network() throws IOException {
        if (net == null) {
            return UNKNOWN;
        }
        double received = 0;
        double sent = 0;
        for (String line : net.readPieces().text().split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.substring(0, colon).strip().equals("lo")) {
                StringTokenizer fields = new StringTokenizer(line.substring(colon + 1));
                received += Double.parseDouble(fields.nextToken());
                for (int field = 1; field < SENT; field++) {
                    fields.nextToken();
                }
                sent += Double.parseDouble(fields.nextToken());
            }
        }
        return new double[] {received, sent};
    }

    /// Read and written bytes over all devices. v1: `8:0 Read 4096`; v2: `8:0 rbytes=4096
    /// wbytes=0`. On v1 nothing is not zero: many kernels from 5.16 on count there only once a
    /// limit is set.
    private double[] block() throws IOException {
        if (io == null) {
            return UNKNOWN;
        }
        double read = 0;
        double written = 0;
        for (String line : io.readPieces().text().split("\n")) {
            String[] fields = line.split(" ");
            for (int i = 1; i < fields.length; i++) {
                if (fields[i].startsWith("rbytes=") || fields[i].startsWith("wbytes=")) {
                    double bytes = Double.parseDouble(fields[i].substring("rbytes=".length()));
                    read += fields[i].charAt(0) == 'r' ? bytes : 0;
                    written += fields[i].charAt(0) == 'w' ? bytes : 0;
                }
            }
            if (!v2 && fields.length == 3) {
                double bytes = Double.parseDouble(fields[2]);
                read += fields[1].equals("Read") ? bytes : 0;
                written += fields[1].equals("Write") ? bytes : 0;
            }
        }
        return v2 || read + written > 0 ? new double[] {read, written} : UNKNOWN;
    }

    @Override
    public void close() {
        for (KernelFile file : open) {
            try {
                file.close();
            } catch (IOException e) {
                // nothing was written through it, so nothing can be lost
            }
        }
        open.clear();
    }
}
