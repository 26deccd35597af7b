package etl.record;

import etl.Failure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Jupyter with a Java kernel, in a virtual environment of its own. Its settings and what it
/// remembers lie beside that environment: a Jupyter that a person has is not touched.
///
/// @param venv where it is installed
/// @param folder of the environment, the settings and the script
/// @param variables that a kernel needs
public record Jupyter(Venv venv, Path folder, Map<String, String> variables) {

    private static final List<String> KERNEL = List.of("jjava==1.0a8", "nbclient==0.11.0");
    private static final String LAB = "jupyterlab==4.6.6";
    private static final String PLACE = "notebook/venv";

    /// Installs the kernel where it is not there yet.
    ///
    /// @param classPath what the cells can use
    /// @param java home of the JDK that the kernel runs on
    /// @param progress is told what takes long
    /// @throws Failure when Python or a package cannot be had
    public static Jupyter install(String classPath, Path java, Consumer<String> progress) {
        Venv venv = Venv.install(PLACE, KERNEL, progress);
        Path folder = venv.folder().getParent();
        Map<String, String> variables = new HashMap<>();
        variables.put("PATH", java.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        variables.put("JJAVA_CLASSPATH", classPath);
        variables.put("IJAVA_CLASSPATH", classPath);
        variables.put(
                "JJAVA_JVM_OPTS", "--sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true");
        for (String place : List.of("CONFIG", "DATA", "RUNTIME")) {
            variables.put("JUPYTER_" + place + "_DIR", folder.resolve("jupyter").toString());
        }
        variables.put("IPYTHONDIR", folder.resolve("ipython").toString());
        return new Jupyter(venv, folder, Map.copyOf(variables));
    }

    /// The same with one more variable for the kernel.
    public Jupyter with(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new Jupyter(venv, folder, Map.copyOf(more));
    }

    /// Opens JupyterLab and waits until it is ended.
    ///
    /// @param root folder whose files it shows
    /// @param notebook that it opens, below that folder
    /// @param browser whether it starts the browser; otherwise it prints the address
    /// @param stop asked several times a second
    /// @param progress is told what takes long
    /// @return its exit code
    public int lab(
            Path root,
            Path notebook,
            boolean browser,
            BooleanSupplier stop,
            Consumer<String> progress) {
        Venv.install(PLACE, Stream.concat(KERNEL.stream(), Stream.of(LAB)).toList(), progress);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                venv.python(),
                                "-m",
                                "jupyterlab",
                                "--ServerApp.root_dir=" + root,
                                "--ServerApp.answer_yes=True",
                                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
                                notebook.toString()));
        if (!browser) {
            command.add("--no-browser");
        }
        // on a server a person often is root; it listens on loopback only and asks for its token
        if (System.getProperty("user.name").equals("root")) {
            command.add("--allow-root");
        }
        try {
            Path settings = Files.createDirectories(folder.resolve("jupyter/labconfig"));
            Files.writeString(
                    settings.resolve("page_config.json"),
                    """
                    {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": true}}
                    """);
            return run(builder(command).inheritIO(), stop);
        } catch (IOException e) {
            throw new Failure("cannot start JupyterLab: " + e.getMessage(), e);
        }
    }

    /// A command that runs in this environment.
    ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        return builder;
    }

    /// Runs it to its end, which comes sooner where `stop` says so.
    static int run(ProcessBuilder builder, BooleanSupplier stop) throws IOException {
        Process process = builder.start();
        try {
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                if (stop.getAsBoolean()) {
                    process.destroy(); // SIGTERM: it ends its kernels itself
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while Jupyter ran", e);
        }
    }
}
