package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The image that the Dockerfiles in `compose/` stand on. It is pulled; where no image registry
/// answers, it is made from the machine's own package sources, as Docker's official one is made of
/// Debian's.
public final class BaseImage {

    /// What the Dockerfiles assume unless `BASE_IMAGE` says otherwise.
    public static final String NAME = "debian:bookworm-slim";

    /// Marks what this benchmark made and may remove again.
    public static final String LABEL = "etlbench.built=base";

    private static final String RELEASE = "bookworm";
    private static final Duration SHORT = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Path CERTIFICATES = Path.of("usr/local/share/ca-certificates");

    /// Left out by the official slim image, too: now and when packages are installed on top.
    private static final List<String> NOT_NEEDED =
            List.of("doc", "man", "info", "locale", "groff", "lintian");

    private BaseImage() {}

    /// Whether the engine has the image.
    public static boolean isThere() {
        return Shell.run(SHORT, "docker", "image", "inspect", NAME).ok();
    }

    /// Gets the image if the engine does not have it: pulls it, else makes it.
    ///
    /// @param say is told each step in one line
    /// @throws Failure when neither is possible
    public static void ensure(Consumer<String> say) {
        ensure(say, new Apt(say));
    }

    static void ensure(Consumer<String> say, Apt apt) {
        if (isThere()) {
            say.accept("base image " + NAME + " is there");
            return;
        }
        Shell.Result pulled = Shell.run(LONG, "docker", "pull", NAME);
        if (pulled.ok()) {
            say.accept("base image " + NAME + " pulled");
            return;
        }
        say.accept("cannot pull " + NAME + " (" + pulled.lastLine() + "): making it");
        make(apt, say);
    }

    private static void make(Apt apt, Consumer<String> say) {
        if (!Shell.has("debootstrap")) {
            apt.install("debootstrap");
        }
        DebianSources sources = apt.sources(RELEASE);
        // Not in /tmp, which is often mounted nodev: debootstrap refuses that.
        Path folder =
                Path.of(
                        Shell.check(SHORT, "mktemp", "-d", "/var/tmp/etlbench-base.XXXXXX")
                                .strip());
        try {
            Path root = folder.resolve("root");
            say.accept("making " + NAME + " with debootstrap from " + sources.main().uri());
            bootstrap(root, sources);
            adapt(root, sources);
            importAs(root, folder.resolve("root.tar"));
        } finally {
            Shell.run(SHORT, "rm", "-rf", "--one-file-system", folder.toString());
        }
        Shell.check(SHORT, "docker", "run", "--rm", NAME, "true");
        say.accept("base image " + NAME + " made, label " + LABEL);
    }

    private static void bootstrap(Path root, DebianSources sources) {
        Shell.check(
                LONG,
                Map.of("DEBIAN_FRONTEND", "noninteractive"),
                List.of(
                        "debootstrap",
                        "--variant=minbase",
                        "--include=ca-certificates",
                        RELEASE,
                        root.toString(),
                        sources.main().uri()));
    }

    /// Builds on the image get their packages where the machine gets them, and trust whom it
    /// trusts.
    private static void adapt(Path root, DebianSources sources) {
        write(root.resolve("etc/apt/sources.list"), sources.asList());
        StringBuilder excluded = new StringBuilder();
        for (String name : NOT_NEEDED) {
            Shell.check(SHORT, "rm", "-rf", root.resolve("usr/share/" + name).toString());
            excluded.append("path-exclude /usr/share/").append(name).append("/*\n");
        }
        write(root.resolve("etc/dpkg/dpkg.cfg.d/etlbench-slim"), excluded.toString());
        copyCertificates(Path.of("/").resolve(CERTIFICATES), root.resolve(CERTIFICATES));
        Shell.check(SHORT, "chroot", root.toString(), "update-ca-certificates");
        Shell.check(SHORT, "chroot", root.toString(), "apt-get", "clean");
        Shell.check(SHORT, "chroot", root.toString(), "sh", "-c", "rm -rf /var/lib/apt/lists/*");
    }

    private static void importAs(Path root, Path tar) {
        Shell.check(LONG, "tar", "-C", root.toString(), "--numeric-owner", "-cf", tar + "", ".");
        Shell.check(
                LONG,
                "docker",
                "import",
                "--change",
                "LABEL " + LABEL,
                "--change",
                "CMD [\"bash\"]",
                tar.toString(),
                NAME);
    }

    private static void copyCertificates(Path from, Path to) {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".crt")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new Failure("cannot copy certificates from " + from + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
