//SOURCES LittleProject.java

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A [LittleProject] on a machine that has next to nothing: an empty home, a PATH with the basic
/// tools only, no folder with a Java but `JAVA_HOME`, and a release of JBang that nobody answers
/// for. Its script `two` prints a 2.
record BareProject(LittleProject project, Path folder) {

    static final LittleProject.Ended TWO = new LittleProject.Ended(0, "2", "");

    static final String NOBODY = "https://127.0.0.1:9/jbang.zip";

    private static final String TOOLS =
            "awk cat cp curl env find grep ln ls mkdir mktemp mv readlink rm sed sha256sum sort"
                    + " tail unzip wc";

    static BareProject in(Path folder) throws IOException {
        LittleProject project = LittleProject.in(folder, folder.resolve("caches"));
        project.write("scripts/two.java", "//JAVA 25+\nclass two { void main() { IO.print(2); } }");
        project.edit("jbangw", "/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk*", "/nowhere/*");
        BareProject bare = new BareProject(project, folder);
        bare.takeReleaseFrom(NOBODY);
        Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS.split(" ")) bare.lend(tool);
        return bare;
    }

    /// Makes one of this machine's tools callable; false where there is none.
    boolean lend(String name) throws IOException {
        for (String place : System.getenv("PATH").split(":")) {
            Path tool = Path.of(place, name);
            if (Files.isExecutable(tool)) {
                Path call = folder.resolve("tools/" + name);
                Files.writeString(call, "#!/bin/sh\nexec '" + tool + "' \"$@\"\n");
                return call.toFile().setExecutable(true);
            }
        }
        return false;
    }

    void takeReleaseFrom(String address) throws IOException {
        String text = Files.readString(project.root().resolve("jbangw"));
        project.write("jbangw", text.replaceFirst("(?m)^release=.*$", "release='" + address + "'"));
    }

    /// Puts a file into the cache of `jbangw`.
    Path cache(String name, Path file) throws IOException {
        return Files.copy(file, Files.createDirectories(project.home()).resolve(name));
    }

    /// Changes the script: the next start needs JBang again.
    void askAgain() throws IOException {
        project.edit("scripts/two.java", "print(2)", "print(1 + 1)");
    }

    ProcessBuilder command() {
        ProcessBuilder builder = project.jbangw("scripts/two.java");
        builder.environment().put("PATH", folder.resolve("tools").toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        return builder;
    }

    LittleProject.Ended run() throws IOException, InterruptedException {
        return LittleProject.end(command(), "");
    }

    /// Runs the script, which must fail with this one line and nothing else.
    void failsWith(String line) throws IOException, InterruptedException {
        assertEquals(new LittleProject.Ended(1, "", line + "\n"), run());
    }
}
