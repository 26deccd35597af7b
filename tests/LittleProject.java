//SOURCES Repository.java

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A small project with the repository's real `jbangw`, started as a process. Its folder has a
/// space in its name, its caches are its own, and the JBang it uses lies as `bin/jbang.jar` beside
/// a `jbang` that is first on the PATH: a test that breaks that jar sees whether JBang was asked.
record LittleProject(Path root, Path caches) {

    private static final String VERSION = "0.132.1";

    /// What a process left behind.
    record Ended(int exitCode, String out, String err) {}

    /// Makes the project below `folder`; what JBang builds goes to `caches`.
    static LittleProject in(Path folder, Path caches) throws IOException {
        Path root = Files.createDirectories(folder.resolve("little project"));
        Files.copy(
                Repository.root().resolve("jbangw"),
                root.resolve("jbangw"),
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
        LittleProject project = new LittleProject(root.toRealPath(), caches);
        project.write("bin/jbang", "#!/bin/sh\n").toFile().setExecutable(true);
        project.mendJBang();
        return project;
    }

    /// The JBang that runs these tests, from one of the places where `jbangw` finds it.
    static Path jbangJar() {
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", home + "/.cache");
        String own = System.getenv().getOrDefault("JBANGW_HOME", cache + "/jbangw");
        String onPath = System.getenv("PATH").replace(":", "/jbang.jar:") + "/jbang.jar";
        String maven = "/.m2/repository/dev/jbang/jbang-cli/%1$s/jbang-cli-%1$s-all.jar";
        return Stream.of(
                        Stream.of(own + "/jbang-" + VERSION + ".jar"),
                        Stream.of(home + maven.formatted(VERSION), home + "/.jbang/bin/jbang.jar"),
                        Stream.of(onPath.split(":")))
                .flatMap(places -> places)
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow();
    }

    /// Writes a file of the project.
    Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Replaces one text by another in a file of the project.
    void edit(String name, String old, String changed) throws IOException {
        String text = Files.readString(root.resolve(name));
        if (!text.contains(old)) throw new IllegalArgumentException(name + " lacks " + old);
        write(name, text.replace(old, changed));
    }

    void breakJBang() throws IOException {
        Files.delete(root.resolve("bin/jbang.jar"));
        write("bin/jbang.jar", "no jar");
    }

    void mendJBang() throws IOException {
        Files.copy(jbangJar(), root.resolve("bin/jbang.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Where `jbangw` keeps its things.
    Path home() {
        return caches.resolve("jbangw");
    }

    /// A command with the project's environment, in the project's folder.
    ProcessBuilder command(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("JBANG"));
        environment.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JBANGW_HOME", home().toString());
        environment.put("JBANG_CACHE_DIR", caches.resolve("jbang").toString());
        return builder;
    }

    /// `./jbangw ARGUMENT...`, not started yet.
    ProcessBuilder jbangw(String... arguments) {
        ProcessBuilder builder = command("./jbangw");
        builder.command(Stream.concat(Stream.of("./jbangw"), Stream.of(arguments)).toList());
        return builder;
    }

    /// Runs `./jbangw ARGUMENT...` to its end.
    Ended run(String... arguments) throws IOException, InterruptedException {
        return end(jbangw(arguments), "");
    }

    /// Runs a command to its end; both outputs are small enough for files.
    static Ended end(ProcessBuilder builder, String input)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes());
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after 120 s: " + builder.command());
        }
        Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        for (Path file : List.of(out, err)) Files.delete(file);
        return ended;
    }
}
