package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Where this machine gets Debian's own packages from. Nothing here knows an address: they are the
/// ones apt uses already, so a mirror that a machine is bound to stays in use.
record DebianSources(List<Source> entries) {

    /// One place and what it holds.
    ///
    /// @param uri for example a mirror's address
    /// @param suite for example `bookworm` or `bookworm-security`
    record Source(String uri, String suite) {}

    private static final Path NEWER = Path.of("/etc/apt/sources.list.d/etlbench-trixie.sources");
    private static final Path PIN = Path.of("/etc/apt/preferences.d/etlbench-trixie");
    private static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    /// Asks apt, which reads every format of its own source lists.
    ///
    /// @param codename the release this machine runs
    /// @throws Failure when the machine has no source of Debian itself
    static DebianSources ofThisMachine(String codename) {
        String lines =
                Shell.check(
                        Duration.ofMinutes(1),
                        "apt-get",
                        "indextargets",
                        "--format",
                        "$(ORIGIN)|$(COMPONENT)|$(REPO_URI)|$(RELEASE)",
                        "Created-By: Packages");
        DebianSources sources = parse(lines, codename);
        if (sources.entries.isEmpty()) {
            throw new Failure(
                    "this machine has no package source of Debian itself (apt-get indextargets)");
        }
        return sources;
    }

    /// Picks Debian's own `main` entries of one release; others', for example a vendor's, are not
    /// needed.
    static DebianSources parse(String indexTargets, String codename) {
        return new DebianSources(
                indexTargets
                        .lines()
                        .map(line -> line.split("\\|"))
                        .filter(part -> part.length == 4)
                        .filter(part -> part[0].equals("Debian") && part[1].equals("main"))
                        .filter(part -> part[3].matches(codename + "(-updates|-security)?"))
                        .map(part -> new Source(part[2], part[3]))
                        .distinct()
                        .toList());
    }

    /// The same places, asked for another release.
    DebianSources of(String from, String to) {
        return new DebianSources(
                entries.stream()
                        .map(entry -> new Source(entry.uri, entry.suite.replace(from, to)))
                        .toList());
    }

    /// Lines of a `sources.list`.
    String asList() {
        return entries.stream()
                .map(entry -> "deb " + entry.uri + " " + entry.suite + " main\n")
                .collect(Collectors.joining());
    }

    /// Where the release itself is, without its updates.
    Source main() {
        return entries.stream()
                .filter(entry -> !entry.suite.contains("-"))
                .findFirst()
                .orElseThrow(() -> new Failure("no package source of Debian's release itself"));
    }

    /// Adds trixie beside this machine's own release. The low pin keeps apt from upgrading anything
    /// from there; only what is asked for by version comes from it.
    static void addTrixie(DebianSources trixie) {
        String text =
                """
                Types: deb
                URIs: %s
                Suites: trixie
                Components: main
                Signed-By: %s
                """
                        .formatted(trixie.main().uri, KEYRING);
        write(NEWER, text);
        write(PIN, "Package: *\nPin: release n=trixie\nPin-Priority: 100\n");
    }

    static boolean trixieIsAdded() {
        return Files.exists(NEWER);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
