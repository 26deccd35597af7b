import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

/// A [LittleProject] with one script, `kept`, that prints a word of its own, one from two folders
/// down, a resource and an option: one for each thing that an edit can change.
record KeptProject(LittleProject project) {

    static final String TEXT = "old deep data a b";

    /// Makes the project and runs its script once.
    static KeptProject started(Path folder, Path caches) throws IOException, InterruptedException {
        LittleProject project = LittleProject.in(folder, caches);
        project.write(
                "jbang-catalog.json",
                """
                {
                  "aliases": {
                    "kept": {
                      "script-ref": "scripts/kept.java"
                    }
                  }
                }
                """);
        project.write(
                "scripts/kept.java",
                """
                //JAVA 25+
                //SOURCES etl/Middle.java
                //FILES data.txt
                //RUNTIME_OPTIONS "-Dp=a b"
                class kept {
                    static void main(String... words) throws Exception {
                        var data = kept.class.getResourceAsStream("/data.txt").readAllBytes();
                        IO.print("old " + etl.Middle.text() + new String(data));
                        IO.print(System.getProperty("p"));
                    }
                }
                """);
        project.write("scripts/data.txt", " data ");
        project.write(
                "scripts/etl/Middle.java",
                """
                //SOURCES result/Deep.java
                package etl;
                public class Middle {
                    public static String text() { return etl.result.Deep.text(); }
                }
                """);
        project.write(
                "scripts/etl/result/Deep.java",
                """
                package etl.result;
                public class Deep {
                    public static String text() { return "deep"; }
                }
                """);
        KeptProject kept = new KeptProject(project);
        kept.says(TEXT);
        return kept;
    }

    /// Runs the script; it prints this text, and nobody anything else.
    void says(String text) throws IOException, InterruptedException {
        assertEquals(new LittleProject.Ended(0, text, ""), project.run("kept"));
    }
}
