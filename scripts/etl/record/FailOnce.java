package etl.record;

import etl.Failure;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Makes the job of a running stack fail once. Its containers see another program in the job's
/// place, which asks for a mark beside the ledger and then is the job.
final class FailOnce {

    /// The exit code of the failed run: none that a shell or a kill would give.
    static final int EXIT_CODE = 37;

    private static final String REAL_JOB = "/app/real/etl_task.py";
    private static final String MARK = "fail";
    private static final int WRITABLE = 0100666;

    private static final String PROGRAM =
            """
            import os, runpy
            try:
                with open("@FOLDER@/@MARK@") as mark:
                    text = mark.read()
                os.unlink("@FOLDER@/@MARK@")
            except OSError:
                text = ""
            if text:
                os.environ.update(ETL_TASK_STDERR=text, ETL_TASK_EXIT_CODE="@CODE@")
            runpy.run_path("@REAL@", run_name="__main__")
            """
                    .replace("@FOLDER@", LedgerFile.FOLDER)
                    .replace("@MARK@", MARK)
                    .replace("@CODE@", "" + EXIT_CODE)
                    .replace("@REAL@", REAL_JOB);

    private FailOnce() {}

    /// The same stack with that program in the job's place.
    ///
    /// @param job the real one
    /// @param folder where program and override go; it has to stay until the stack is down
    /// @throws Failure when no service of the stack has the job mounted
    static ComposeProject over(ComposeProject stack, Path job, Path folder) {
        Path program = folder.resolve("fail_once.py");
        StringBuilder yaml = new StringBuilder("# written by audit.java\nservices:\n");
        Set<String> services = stack.jobServices().keySet();
        if (services.isEmpty()) {
            throw new Failure(
                    "%s: no service has etl_task.py at %s; its job cannot be made to fail"
                            .formatted(stack.files().getFirst(), ComposeProject.JOB));
        }
        for (String service : services) {
            yaml.append(
                    "  %s:\n    volumes:\n      - %s:%s:ro\n      - %s:%s:ro\n"
                            .formatted(service, program, ComposeProject.JOB, job, REAL_JOB));
        }
        Path override = folder.resolve(stack.name() + ".fail.yml");
        try {
            Files.writeString(program, PROGRAM);
            Files.writeString(override, yaml);
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e.getMessage(), e);
        }
        return stack.with(override);
    }

    /// The next run fails with this text on stderr.
    static void next(Engine engine, String project, String text) {
        String container =
                LedgerFile.holder(engine, project)
                        .orElseThrow(
                                () ->
                                        new Failure(
                                                "project %s has no ledger mounted at %s"
                                                        .formatted(project, LedgerFile.FOLDER)));
        engine.answer(
                () ->
                        engine.docker()
                                .copyArchiveToContainerCmd(container)
                                .withTarInputStream(new ByteArrayInputStream(mark(text)))
                                .withRemotePath(LedgerFile.FOLDER)
                                .exec());
    }

    private static byte[] mark(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(MARK);
            entry.setSize(content.length);
            entry.setMode(WRITABLE);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new AssertionError("nothing is written but memory", e);
        }
        return bytes.toByteArray();
    }
}
