package etl.result;

import etl.Failure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a check found so far, and how much it looked at.
public final class Findings {

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private int captures;
    private int originals;

    /// What is wrong.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// What a reader should know and is not wrong.
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /// Captures looked at, the original's included.
    public int captures() {
        return captures;
    }

    /// Captures in the original's format, which has no jobs CSV and no run JSON.
    public int originals() {
        return originals;
    }

    public void add(Problem problem) {
        problems.add(problem);
    }

    public void problem(Path file, long line, String message) {
        add(new Problem(file, line, message));
    }

    void problem(Path file, Failure failure) {
        add(Problem.of(file, failure));
    }

    void warning(Path file, long line, String message) {
        warnings.add(new Problem(file, line, message));
    }

    void capture(boolean original) {
        captures++;
        originals += original ? 1 : 0;
    }
}
