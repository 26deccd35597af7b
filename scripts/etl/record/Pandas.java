package etl.record;

import etl.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The peer of the analysis: pandas in a virtual environment of its own, and two scripts as a
/// person would write them. It is installed once, below the folder in which `jbangw` keeps its
/// things.
///
/// @param python the interpreter of that environment
/// @param folder where the scripts lie
public record Pandas(Path python, Path folder) {

    /// The version that is installed.
    public static final String VERSION = "3.1.1";

    // as in the original's requirements.txt
    private static final String MATPLOTLIB = "3.10.8";
    private static final String TABULATE = "0.9.0";

    /// The original's five columns from files in the original's format.
    private static final String SUMMARY =
            """
            import glob, os, sys
            import pandas as pd

            MIB = {"B": 1 / 2**20, "KiB": 1 / 1024, "MiB": 1, "GiB": 1024}
            rows = []
            for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.csv"))):
                frame = pd.read_csv(path)
                if "Mem_Usage" not in frame:
                    continue
                used = frame["Mem_Usage"].str.split("/").str[0].str.strip()
                parts = used.str.extract(r"([0-9.]+)([A-Za-z]+)")
                frame["mib"] = parts[0].astype(float) * parts[1].map(MIB)
                total = frame.groupby("Timestamp")["mib"].sum()
                rows.append(
                    {
                        "Orchestrator": os.path.basename(path)[:-4],
                        "Idle_RAM_MiB": total.min(),
                        "Peak_RAM_MiB": total.max(),
                        "Avg_RAM_MiB": total.mean(),
                        "RAM_Per_Job": total.max() / 5,
                    }
                )
            table = pd.DataFrame(rows).sort_values("Peak_RAM_MiB").round(2)
            table.to_csv(os.path.join(sys.argv[1], "pandas_summary.txt"), index=False)
            print(table.to_string(index=False))
            """;

    /// The memory columns from one file in our format.
    private static final String ROWS =
            """
            import sys
            import pandas as pd

            frame = pd.read_csv(sys.argv[1])
            total = frame.groupby("elapsed_s")["memory_mib"].sum()
            print(total.min(), total.max(), total.mean(), total.max() / 5)
            """;

    /// Installs it where it is not there yet.
    ///
    /// @throws Failure when Python or the package cannot be had
    public static Pandas install() {
        return install("pandas-" + VERSION, List.of("pandas==" + VERSION));
    }

    /// The same with what the original's own script also imports.
    ///
    /// @throws Failure as above
    public static Pandas forTheOriginal() {
        return install(
                "original",
                List.of(
                        "pandas==" + VERSION,
                        "matplotlib==" + MATPLOTLIB,
                        "tabulate==" + TABULATE));
    }

    private static Pandas install(String name, List<String> packages) {
        Venv venv = Venv.install("speed/" + name, packages, line -> {});
        Path folder = venv.folder().getParent();
        try {
            Files.writeString(folder.resolve("summary.py"), SUMMARY);
            Files.writeString(folder.resolve("rows.py"), ROWS);
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e, e);
        }
        return new Pandas(Path.of(venv.python()), folder);
    }

    /// The command that summarises a set in the original's format.
    public List<String> summary(Path set) {
        return List.of(python.toString(), folder.resolve("summary.py").toString(), set.toString());
    }

    /// The command that reads one file in our format.
    public List<String> rows(Path file) {
        return List.of(python.toString(), folder.resolve("rows.py").toString(), file.toString());
    }
}
