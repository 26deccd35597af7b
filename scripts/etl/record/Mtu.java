package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The largest packet of the network that this machine reaches the rest of the world through. A
/// container's default is Ethernet's 1500 bytes; where the machine's own device carries less (a
/// cloud's tunnel, a VPN), larger packets are lost and a build inside a container hangs.
///
/// @param device the network device of the default route
/// @param bytes its MTU
record Mtu(String device, int bytes) {

    /// Read by dockerd when it starts. `mtu` is for the default network, which builds use; the
    /// other one for the networks that Compose makes.
    static final Path CONFIGURATION = Path.of("/etc/docker/daemon.json");

    private static final int ETHERNET = 1500;

    /// The default route's device if it carries less than a container assumes.
    static Optional<Mtu> ofDefaultRoute() {
        return ofDefaultRoute(Path.of("/proc/net/route"), Path.of("/sys/class/net"));
    }

    /// @param routes the kernel's table of IPv4 routes
    /// @param devices a folder per network device
    static Optional<Mtu> ofDefaultRoute(Path routes, Path devices) {
        try {
            Optional<String> device =
                    Files.readAllLines(routes).stream()
                            .map(line -> line.strip().split("\\s+"))
                            .filter(field -> field.length > 7 && isDefault(field))
                            .map(field -> field[0])
                            .findFirst();
            if (device.isEmpty()) {
                return Optional.empty();
            }
            String text = Files.readString(devices.resolve(device.get()).resolve("mtu"));
            return Optional.of(new Mtu(device.get(), Integer.parseInt(text.strip())))
                    .filter(mtu -> mtu.bytes < ETHERNET);
        } catch (IOException e) {
            throw new Failure("cannot read the MTU of the default route: " + e.getMessage(), e);
        }
    }

    private static boolean isDefault(String[] field) {
        return field[1].equals("00000000") && field[7].equals("00000000");
    }

    /// Writes dockerd's configuration if there is none; one that a person wrote is left alone.
    ///
    /// @return whether it was written
    boolean configure() {
        if (Files.exists(CONFIGURATION)) {
            return false;
        }
        try {
            Files.createDirectories(CONFIGURATION.getParent());
            Files.writeString(CONFIGURATION, asJson());
            return true;
        } catch (IOException e) {
            throw new Failure("cannot write " + CONFIGURATION + ": " + e.getMessage(), e);
        }
    }

    String asJson() {
        return """
        {
          "mtu": %d,
          "default-network-opts": {
            "bridge": { "com.docker.network.driver.mtu": "%d" }
          }
        }
        """
                .formatted(bytes, bytes);
    }
}
