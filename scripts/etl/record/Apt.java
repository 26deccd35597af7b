package etl.record;

import etl.Failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Installs packages on Debian and Ubuntu.
final class Apt {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    /// Its own engine is too old, and trixie's runs on its C library.
    private static final String BOOKWORM = "bookworm";

    private final Consumer<String> say;
    private final OsRelease release = OsRelease.ofThisMachine();
    private boolean updated;

    /// Asks nothing of the machine yet: a machine that lacks nothing needs neither apt nor root.
    Apt(Consumer<String> say) {
        this.say = say;
    }

    /// @throws Failure when the user is not root
    static void requireRoot() {
        if (!Shell.check(LIMIT, "id", "-u").strip().equals("0")) {
            throw new Failure("installing and starting need root: run the same command with sudo");
        }
    }

    /// Installs a package in the release's own version.
    ///
    /// @throws Failure when this is neither Debian nor Ubuntu, or the user is not root
    void install(String name) {
        update();
        say.accept("installing " + name);
        apt("install", "-y", "--no-install-recommends", name);
    }

    /// Installs the first of these packages that there is in this version or a newer one. Debian
    /// bookworm only has older ones and gets trixie as an additional source first.
    ///
    /// @throws Failure as [#install(String)], or when no source has such a version
    void install(Version least, String... names) {
        update();
        Optional<String> found = find(least, names);
        if (found.isEmpty()
                && release.codename().equals(BOOKWORM)
                && !DebianSources.trixieIsAdded()) {
            say.accept(
                    ("%s has no %s %s or newer: adding Debian trixie as a source, pinned low so"
                                    + " that nothing else comes from there")
                            .formatted(release.codename(), names[0], least));
            DebianSources.addTrixie(sources("trixie"));
            updated = false;
            update();
            found = find(least, names);
        }
        install(
                found.orElseThrow(
                        () ->
                                new Failure(
                                        "no package source of this machine has %s %s or newer"
                                                .formatted(String.join(" or ", names), least))));
    }

    /// Where this machine would get another release of Debian from.
    DebianSources sources(String codename) {
        update();
        return DebianSources.ofThisMachine(release.codename()).of(release.codename(), codename);
    }

    /// The oldest version that is new enough: the nearest to what the machine runs. `name` alone if
    /// apt would choose such a version by itself.
    private static Optional<String> find(Version least, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> enough(name, least, versions(name), candidate(name)).stream())
                .findFirst();
    }

    /// @param versions what there is, newest first
    static Optional<String> enough(
            String name, Version least, List<String> versions, String candidate) {
        if (least.isMetBy(candidate)) {
            return Optional.of(name);
        }
        return versions.reversed().stream()
                .filter(least::isMetBy)
                .findFirst()
                .map(version -> name + "=" + version);
    }

    private static List<String> versions(String name) {
        return Shell.check(LIMIT, "apt-cache", "madison", name)
                .lines()
                .map(line -> line.split("\\|")[1].strip())
                .toList();
    }

    private static String candidate(String name) {
        return Shell.check(LIMIT, "apt-cache", "policy", name)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Candidate:"))
                .map(line -> line.substring("Candidate:".length()).strip())
                .findFirst()
                .orElse("");
    }

    /// Reads the package lists once. A source of somebody else that fails is no reason to stop:
    /// what is missing then shows at the installation.
    private void update() {
        if (updated) {
            return;
        }
        requireDebian();
        requireRoot();
        say.accept("reading the package lists (apt-get update)");
        Shell.Result result = Shell.run(LIMIT, "apt-get", "update");
        if (!result.ok()) {
            say.accept("apt-get update: " + result.lastLine());
        }
        updated = true;
    }

    private void requireDebian() {
        if (!List.of("debian", "ubuntu").contains(release.id())) {
            throw new Failure(
                    ("can install on Debian and Ubuntu only, this is %s: install Docker Engine %s"
                                    + " and Compose %s or newer by hand")
                            .formatted(release.id(), Version.ENGINE, Version.COMPOSE));
        }
    }

    /// A fresh server may still be installing its own updates: apt waits for the lock.
    private static void apt(String... arguments) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-o", "DPkg::Lock::Timeout=300"));
        command.addAll(List.of(arguments));
        Shell.check(LIMIT, Map.of("DEBIAN_FRONTEND", "noninteractive"), command);
    }
}
