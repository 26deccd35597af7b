package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which Linux distribution this is, as it says itself in `/etc/os-release`.
///
/// @param id for example `debian`; the operating system's name where there is no such file
/// @param codename for example `bookworm`; empty where the distribution gives none
record OsRelease(String id, String codename) {

    private static final Pattern SETTING = Pattern.compile("(?m)^(\\w+)=\"?(.*?)\"?$");

    static OsRelease ofThisMachine() {
        Path file = Path.of("/etc/os-release");
        try {
            return Files.exists(file)
                    ? parse(Files.readString(file))
                    : new OsRelease(System.getProperty("os.name"), "");
        } catch (IOException e) {
            throw new Failure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// Reads `NAME=value` lines, quoted or not; see os-release(5).
    static OsRelease parse(String text) {
        Matcher matcher = SETTING.matcher(text);
        Map<String, String> settings =
                matcher.results()
                        .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
        return new OsRelease(
                settings.getOrDefault("ID", "an unknown Linux"),
                settings.getOrDefault("VERSION_CODENAME", ""));
    }
}
