package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Executes notebooks without a browser.
///
/// @param jupyter with the kernel, and what it needs
public record NotebookExecution(Jupyter jupyter) {

    private static final int CELL_LIMIT_S = 600;

    /// The exit code of the script for a cell that failed; what it printed says which and why.
    private static final int CELL_FAILED = 3;

    /// Executes one notebook and writes it with its outputs, the same bytes at each execution: what
    /// says when or where it ran is left out, and so is the plain text that only repeats the HTML
    /// beside it. Of a cell that fails it prints number and reason and writes nothing.
    private static final String SCRIPT =
            """
            import os, re, sys
            import nbformat
            from nbclient import NotebookClient
            from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

            source, target, folder, read_set, limit = sys.argv[1:]
            number = 0

            def count(cell, cell_index):
                global number
                number += cell.cell_type == "code"

            def failed(why):
                print("code cell %d: %s" % (number, why))
                sys.exit(3)

            def reason(error):
                text = re.sub("\\x1b\\\\[[0-9;]*m", "", "\\n".join(error.traceback))
                lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
                if error.ename == "CompilationException":
                    return "; ".join(line for line in lines if not line.startswith("|"))
                return lines[0] if lines else error.ename + ": " + error.evalue

            book = nbformat.read(source, as_version=4)
            client = NotebookClient(
                book, timeout=int(limit), kernel_name="java", record_timing=False,
                on_cell_start=count, resources={"metadata": {"path": folder}})
            try:
                client.execute()
            except CellExecutionError:
                outputs = [o for cell in book.cells for o in cell.get("outputs", [])]
                failed(reason([o for o in outputs if o.output_type == "error"][-1]))
            except CellTimeoutError:
                failed("not done after %s s" % limit)
            except DeadKernelError:
                failed("the kernel ended")
            except RuntimeError as error:
                failed("the kernel does not start: %s" % error)
            for cell in book.cells:
                cell.metadata.pop("execution", None)
                for output in cell.get("outputs", []):
                    data = output.get("data", {})
                    for rich in ("text/html", "text/markdown"):
                        if rich in data and data.get("text/plain") == data[rich]:
                            del data["text/plain"]
            book.metadata = nbformat.from_dict({
                "etlbench": {"set": read_set},
                "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
                "language_info": {
                    "codemirror_mode": "java", "file_extension": ".jshell",
                    "mimetype": "text/x-java-source", "name": "Java", "pygments_lexer": "java"}})
            nbformat.write(book, target + ".new")
            os.replace(target + ".new", target)
            """;

    /// Executes a notebook from its first cell to its last.
    ///
    /// @param target where it is written with its outputs; not touched when a cell fails
    /// @param place folder in which the kernel runs
    /// @param set name of the result set that it reads, noted in the notebook
    /// @param stop asked several times a second
    /// @return what failed: `code cell 3: …`; empty when nothing did
    public Optional<String> run(
            Path notebook, Path target, Path place, String set, BooleanSupplier stop) {
        try {
            Path out = Files.createTempFile("etlbench-notebook", ".out");
            Path err = Files.createTempFile("etlbench-notebook", ".err");
            try {
                List<String> command =
                        List.of(
                                jupyter.venv().python(),
                                script().toString(),
                                notebook.toString(),
                                target.toString(),
                                place.toString(),
                                set,
                                Integer.toString(CELL_LIMIT_S));
                int code =
                        Jupyter.run(
                                jupyter.builder(command)
                                        .redirectOutput(out.toFile())
                                        .redirectError(err.toFile()),
                                stop);
                return stop.getAsBoolean() || code == 0
                        ? Optional.empty()
                        : Optional.of(said(code == CELL_FAILED ? out : err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new Failure(target + ": cannot be written: " + e, e);
        }
    }

    private static String said(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
        return lines.isEmpty() ? "Jupyter gave no reason" : lines.getLast().strip();
    }

    private Path script() throws IOException {
        return Files.writeString(jupyter.folder().resolve("execute.py"), SCRIPT);
    }
}
