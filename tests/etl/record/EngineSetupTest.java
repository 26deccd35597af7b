package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The decisions of `--install-engine`. That it works on a bare machine is seen when it runs on
/// one.
class EngineSetupTest {

    private static final String TARGETS =
            """
            Debian|main|http://mirror.example/debian/|bookworm
            Debian|main|http://mirror.example/debian/|bookworm-updates
            Debian|contrib|http://mirror.example/debian/|bookworm
            Debian|main|http://security.example/|bookworm-security
            Debian Backports|main|http://mirror.example/debian/|bookworm-backports
            . nodistro|main|https://vendor.example|nodistro
            |main|http://never-read.example|bookworm
            """;

    @TempDir private Path folder;

    @Test
    void versionsAreComparedByNumber() {
        assertTrue(Version.ENGINE.isMetBy("26.1.5+dfsg1"));
        assertTrue(Version.ENGINE.isMetBy("5:28.2.2-1~ubuntu.24.04"));
        assertTrue(Version.ENGINE.isMetBy("25.0.0"));
        assertFalse(Version.ENGINE.isMetBy("20.10.24+dfsg1-1+deb12u1"));
        assertTrue(Version.COMPOSE.isMetBy("v2.26.1"));
        assertFalse(Version.COMPOSE.isMetBy("2.9.0"));
        assertFalse(Version.COMPOSE.isMetBy("1.29.2-3"));
        assertFalse(Version.COMPOSE.isMetBy("(none)"));
    }

    @Test
    void theReleasesOwnPackageIsTakenIfItIsNewEnough() {
        List<String> versions = List.of("29.1-1", "28.2.2-0ubuntu1", "24.0.5-0ubuntu1");
        assertEquals(
                Optional.of("docker.io"),
                Apt.enough("docker.io", Version.ENGINE, versions, "28.2.2-0ubuntu1"));
        assertEquals(
                Optional.of("docker.io=28.2.2-0ubuntu1"),
                Apt.enough("docker.io", Version.ENGINE, versions, "24.0.5-0ubuntu1"));
        assertEquals(
                Optional.empty(),
                Apt.enough("docker.io", Version.ENGINE, List.of("20.10.24"), "20.10.24"));
    }

    @Test
    void onlyDebiansOwnSourcesAreTaken() {
        assertEquals(
                """
                deb http://mirror.example/debian/ bookworm main
                deb http://mirror.example/debian/ bookworm-updates main
                deb http://security.example/ bookworm-security main
                """,
                DebianSources.parse(TARGETS, "bookworm").asList());
    }

    @Test
    void anotherReleaseComesFromTheSamePlaces() {
        DebianSources trixie = DebianSources.parse(TARGETS, "bookworm").of("bookworm", "trixie");
        assertEquals(
                new DebianSources.Source("http://mirror.example/debian/", "trixie"), trixie.main());
        assertTrue(trixie.asList().contains("http://security.example/ trixie-security main"));
    }

    @Test
    void theDistributionIsReadWithAndWithoutQuotes() {
        assertEquals(
                new OsRelease("debian", "bookworm"),
                OsRelease.parse(
                        "NAME=\"Debian GNU/Linux\"\nVERSION_CODENAME=bookworm\nID=debian\n"));
        assertEquals(new OsRelease("opensuse-leap", ""), OsRelease.parse("ID=\"opensuse-leap\"\n"));
    }

    @Test
    void aNarrowDefaultRouteIsFound() throws IOException {
        assertEquals(Optional.of(new Mtu("wg0", 1400)), mtu("wg0", "1400\n"));
    }

    @Test
    void ethernetNeedsNoSetting() throws IOException {
        assertEquals(Optional.empty(), mtu("eth0", "1500\n"));
        assertEquals(Optional.empty(), mtu("jumbo0", "9000\n"));
    }

    @Test
    void withoutADefaultRouteThereIsNothingToSet() throws IOException {
        Path routes = Files.writeString(folder.resolve("route"), "Iface\tDestination\n");
        assertEquals(Optional.empty(), Mtu.ofDefaultRoute(routes, folder));
    }

    @Test
    void dockerdReadsTheMtuForBothKindsOfNetworks() {
        assertEquals(
                """
                {
                  "mtu": 1400,
                  "default-network-opts": {
                    "bridge": { "com.docker.network.driver.mtu": "1400" }
                  }
                }
                """,
                new Mtu("eth0", 1400).asJson());
    }

    private Optional<Mtu> mtu(String device, String bytes) throws IOException {
        Path devices = Files.createDirectories(folder.resolve(device));
        Files.writeString(devices.resolve("mtu"), bytes);
        String table =
                """
                Iface   Destination Gateway  Flags RefCnt Use Metric Mask     MTU Window IRTT
                docker0 000011AC    00000000 0001  0      0   0      0000FFFF 0   0      0
                %s      00000000    010200C0 0003  0      0   0      00000000 0   0      0
                """;
        Path routes = Files.writeString(folder.resolve("route"), table.formatted(device));
        return Mtu.ofDefaultRoute(routes, folder);
    }
}
