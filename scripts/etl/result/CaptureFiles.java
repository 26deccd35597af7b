package etl.result;

import etl.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The three files of one capture, which stand beside each other.
///
/// @param samples `<system>.csv`
/// @param jobs `<system>.jobs.csv`; may be absent
/// @param run `<system>.run.json`; absent for the original's captures
public record CaptureFiles(Path samples, Path jobs, Path run) {

    /// @throws Failure when the name does not end in `.csv`
    public static CaptureFiles of(Path samples) {
        String name = samples.getFileName().toString();
        if (!name.endsWith(".csv") || name.endsWith(".jobs.csv") || name.equals(".csv")) {
            throw new Failure(
                    samples
                            + ": name a file such as results/cron.csv; jobs and run stand beside"
                            + " it");
        }
        String system = name.substring(0, name.length() - ".csv".length());
        return new CaptureFiles(
                samples,
                samples.resolveSibling(system + ".jobs.csv"),
                samples.resolveSibling(system + ".run.json"));
    }

    /// The system's name, which is the file's.
    public String system() {
        String name = samples.getFileName().toString();
        return name.substring(0, name.length() - ".csv".length());
    }

    /// SHA-256 of both CSVs, as far as they are there, by file name.
    public Map<String, String> checksums() {
        Map<String, String> sums = new LinkedHashMap<>();
        for (Path file : List.of(samples, jobs)) {
            if (Files.exists(file)) {
                sums.put(file.getFileName().toString(), sha256(file));
            }
        }
        return sums;
    }

    /// SHA-256 of a file in lower-case hexadecimal.
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digest =
                    new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
